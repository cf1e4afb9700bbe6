"""The dashboard, with the notes in it, could be open to everybody on the network unasked."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def own_address():
    """Return an address of this machine that others could reach; no packet is sent for it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.254", 9))  # of a network that is kept for examples
        except OSError:
            return None
        found = probe.getsockname()[0]
    return None if found.startswith("127.") or found == "0.0.0.0" else found


def answers(address, port):
    try:
        socket.create_connection((address, port), timeout=5).close()
    except ConnectionRefusedError:
        return False
    return True


def test_as_it_comes_the_dashboard_answers_this_machine_alone(tmp_path):
    outside = own_address()
    if outside is None:
        pytest.skip("this machine has no other address")
    with socket.create_server(("0.0.0.0", 0)) as open_to_all:
        port = open_to_all.getsockname()[1]
        assert answers(outside, port)  # else a refusal would prove nothing
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STREAMLIT_")}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    with subprocess.Popen(
        [*command, f"--server.port={port}"],
        cwd=ROOT,
        env=environment | {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            while not answers("127.0.0.1", port):
                assert server.poll() is None
                time.sleep(0.2)
            assert not answers(outside, port)
        finally:
            server.kill()
