"""Fifty people in a room: sessions over the websocket that each ask for something every five seconds.

Run by hand: ``python tests/benchmarks/room.py``. It starts a server on this machine and reaches no other.
A session speaks Streamlit's own protocol, as a browser does, without drawing; it asks by the address, like
a reader who follows a link, and waits for the end of the run that answers. A session whose answer is late
asks again at once, so that "asked" stays what the room wants and "answered" is what it gets.

An answer is right when its headline is the one that the same address gave before; any exception on a page,
a lost connection or a headline that differs is an error. ``--short`` has three sessions with two acts each.
``--servers 2`` starts two processes and keeps each session at one of them, as a proxy with sticky
sessions does. The room comes as soon as the servers answer, at the worst moment; with ``--ready 1`` it comes
when they have made ready what most readers ask first, as in a room whose dashboard was opened before.
"""

import asyncio
import contextlib
import itertools
import random
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import websockets
from common import between, machine, memory, options, percentile, processor, written
from conftest import free_port, started
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ewdash.data.record import opened
from ewdash.views import region as region_page
from ewdash.views import trends, world
from ewdash.views.comparison import inputs
from ewdash.views.comparison.page import MAX_COUNTRIES
from ewdash.views.months import month_options

SESSIONS, MINUTES, EVERY = 50, 5.0, 5.0
STARTED = 30  # seconds in which a server makes each page for the first time; told apart
STILL, NOTHING = 6, 0.1  # seconds in which a server that is ready uses less than this of a processor
SHARED, AGAIN = 40, 0.5  # selections the room has in common, and the share of acts that are one of them


class Readers:
    """What the people in the room ask for: pages with varied filters, about half of them in common."""

    def __init__(self, seed):
        record = opened()
        places = record.places
        self.months = list(month_options(record))
        self.regions, self.groups = list(places.regions()), list(places.groups())
        self.countries = list(places.options())
        self.chance = random.Random(seed)
        self.shared = [self.fresh() for _ in range(SHARED)]

    def act(self):
        return self.chance.choice(self.shared) if self.chance.random() < AGAIN else self.fresh()

    def fresh(self):
        """Return a page and its address's query, every selection named: what a session chose before stays."""
        pick = self.chance.choice
        page = pick(("", "situation", "region", "compare"))
        asked = {"month": pick(self.months), "years": pick(list(trends.YEARS))}
        if page == "":
            region, group = pick(
                (("world", "all"), (pick(self.regions), "all"), ("world", pick(self.groups)))
            )
            asked |= {"region": region, "group": group, "layer": pick(world.LAYERS)}
        elif page == "situation":
            asked |= {"country": pick(self.countries)}
        elif page == "region":
            asked |= {
                "region": pick(self.regions),
                "group": "all",
                "back": pick(list(region_page.MONTHS_BACK)),
            }
            asked |= {"scale": pick(trends.SCALES)}
        else:
            among = self.chance.sample(self.countries, self.chance.randint(2, MAX_COUNTRIES))
            asked |= {"countries": ",".join(among)} | {
                name: pick(keys) for name, keys in inputs.CHOICES.items()
            }
            asked |= {"years": "10", "onset": pick(inputs.ONSETS)}
        return page, urlencode(asked)


@dataclass
class Record:
    """What happened: waits in seconds by kind, headlines by address, and what went wrong."""

    waits: dict = field(default_factory=lambda: {"never asked": [], "asked before": []})
    headlines: dict = field(default_factory=dict)
    pending: dict = field(default_factory=dict)
    begin: float = 0.0  # when the first came, by `time.perf_counter`
    settled: list = field(default_factory=list)  # waits of acts after the server's first `STARTED` seconds
    late: list = field(default_factory=list)  # waits that the end cut short
    errors: list = field(default_factory=list)
    refused: int = 0
    sent: int = 0
    unchanged: int = 0
    received: int = 0  # bytes
    memory: list = field(default_factory=list)


class Session:
    """One reader's connection."""

    def __init__(self, socket, record):
        self.socket, self.record = socket, record
        self.cached, self.pages, self.headline = {}, {}, None

    async def ask(self, page, query):
        """Ask for an address and read until the run that answers it has ended; return its headline."""
        message = BackMsg()
        state = message.rerun_script
        state.query_string, state.page_name = query, page
        state.page_script_hash = self.pages.get(page, "")
        state.cached_message_hashes.extend(self.cached)
        state.context_info.locale, state.context_info.timezone = "en-GB", "Europe/Zurich"
        await self.socket.send(message.SerializeToString())
        headline = None
        while True:
            found = await self._next()
            kind = found.WhichOneof("type")
            if kind == "new_session":
                headline = None
                self.pages = {
                    item.url_pathname: item.page_script_hash for item in found.new_session.app_pages
                }
            elif kind == "delta":
                headline = self._seen(found.delta.new_element, page, query) or headline
            elif kind == "page_not_found" or found.session_event.HasField("script_compilation_exception"):
                self.record.errors.append(f"/{page}?{query}: no such page, or one that does not compile")
            elif kind == "script_finished" and found.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return headline

    async def _next(self):
        data = await self.socket.recv()
        self.record.received += len(data)
        found = ForwardMsg.FromString(data)
        if found.WhichOneof("type") == "ref_hash":  # kept from an earlier answer, as a browser does
            return self.cached[found.ref_hash]
        if found.metadata.cacheable and found.hash:
            self.cached[found.hash] = found
        return found

    def _seen(self, element, page, query):
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.record.errors.append(
                f"/{page}?{query}: {element.exception.type} {element.exception.message}"
            )
        if kind == "alert" and element.alert.format == Alert.ERROR:
            self.record.refused += 1
        return element.heading.body if kind == "heading" and element.heading.tag == "h1" else None


async def reader(root, acts, record, *, start, every, end, most):
    """Be one person until the end: ask, wait for the answer, ask again when it is time."""
    await asyncio.sleep(max(0, start - time.perf_counter()))
    due = start
    stream = f"ws://{root}/_stcore/stream"
    async with websockets.connect(stream, subprotocols=["streamlit"], max_size=None) as socket:
        session = Session(socket, record)
        await session.ask("", "")  # not timed: it tells the names by which pages are asked for
        for _ in itertools.count() if most is None else range(most):
            if time.perf_counter() >= end:
                break
            page, query = address = acts()
            kind = "asked before" if address in record.headlines else "never asked"
            record.sent += 1
            begin = time.perf_counter()
            record.pending[session] = begin
            headline = await session.ask(page, query)
            del record.pending[session]
            wait = time.perf_counter() - begin
            record.waits[kind].append(wait)
            if begin - record.begin > STARTED:
                record.settled.append(wait)
            if headline is None:
                record.errors.append(f"/{page}?{query}: no headline")
            elif record.headlines.setdefault(address, headline) != headline:
                record.errors.append(
                    f"/{page}?{query}: another headline: {headline!r} after {record.headlines[address]!r}"
                )
            record.unchanged += headline == session.headline
            session.headline = headline
            due = max(due + every, time.perf_counter())
            await asyncio.sleep(due - time.perf_counter())


async def watched(pids, record):
    while True:
        record.memory.append(total(memory, pids))
        await asyncio.sleep(1)


def total(measure, pids):
    """Add up what a measure says of each process; None where it cannot say."""
    values = [measure(pid) for pid in pids]
    return None if None in values else sum(values)


def get_ready(pids):
    """Wait until the servers do nothing; return the seconds it took."""
    begin, used = time.perf_counter(), [total(processor, pids)]
    if used[0] is None:
        raise SystemExit("--ready needs Linux: what a process does is read there")
    while len(used) <= STILL or used[-1] - used[-1 - STILL] > NOTHING:
        time.sleep(1)
        used.append(total(processor, pids))
    return time.perf_counter() - begin - STILL


async def room(ports, pids, record, asked):
    """Fill the room evenly over one interval, and empty it when the time is over."""
    begin = record.begin = time.perf_counter()
    end = begin + asked.minutes * 60
    readers = Readers(asked.seed)
    people = [
        asyncio.create_task(
            reader(
                f"127.0.0.1:{ports[place % len(ports)]}",
                readers.act,
                record,
                start=begin + asked.every * place / asked.sessions,
                every=asked.every,
                end=end,
                most=asked.acts,
            )
        )
        for place in range(asked.sessions)
    ]
    watch = asyncio.create_task(watched(pids, record))
    await asyncio.wait(people, timeout=end - time.perf_counter())
    spent = time.perf_counter() - begin
    record.late = [begin + spent - since for since in record.pending.values()]
    for task in (*people, watch):
        task.cancel()
    for ended in await asyncio.gather(*people, return_exceptions=True):
        if isinstance(ended, Exception):
            record.errors.append(f"a session broke off: {ended!r}")
    return spent


def summary(record, spent, used, own, asked):
    """Return the figures: rates, waits, errors, and what the server used."""
    waits = {kind: times for kind, times in record.waits.items() if times}
    waits["all"] = [wait for times in record.waits.values() for wait in times]
    waits[f"all, asked after {STARTED} s"] = record.settled
    waits["cut short by the end"] = record.late
    found = {
        "sessions": asked.sessions,
        "seconds": spent,
        "asked a second (wanted)": asked.sessions / asked.every,
        "sent a second": record.sent / spent,
        "answered a second": len(waits["all"]) / spent,
        "waits, s": {
            kind: {
                "n": len(times),
                "p50": percentile(times, 0.5),
                "p95": percentile(times, 0.95),
                "max": max(times),
            }
            for kind, times in waits.items()
            if times
        },
        "addresses": len(record.headlines),
        "headlines": len(set(record.headlines.values())),
        "headline as the one before": record.unchanged,
        "errors": record.errors,
        "refusals in words": record.refused,
        "KB received an answer": record.received / 1000 / max(1, len(waits["all"])),
        "processor of the readers, share of one": own / spent,
    }
    if used is not None:
        found |= {
            "processor of the server, share of one": used / spent,
            "memory, MB": {
                "start": record.memory[0],
                "max": max(record.memory),
                "end": record.memory[-1],
            },
        }
    return found


def told(found, indent=""):
    for name, value in found.items():
        if isinstance(value, dict):
            line = ", ".join(
                f"{key} {item:.2f}" if isinstance(item, float) else f"{key} {item}"
                for key, item in value.items()
                if not isinstance(item, dict)
            )
            print(f"{indent}{name}: {line}")
            told({key: item for key, item in value.items() if isinstance(item, dict)}, indent + "  ")
        elif isinstance(value, list):
            print(f"{indent}{name}: {len(value)}", *value[:10], sep=f"\n{indent}  ")
        else:
            print(f"{indent}{name}: {value:.2f}" if isinstance(value, float) else f"{indent}{name}: {value}")


def main():
    asked = options(
        __doc__,
        ("--sessions", between(1, 200, int), SESSIONS, "people in the room"),
        ("--minutes", between(0.1, 60, float), MINUTES, "how long"),
        ("--every", between(0.5, 600, float), EVERY, "seconds from one act to the next"),
        ("--acts", int, None, "acts of each person, as many as time allows unless given"),
        ("--servers", between(1, 8, int), 1, "processes that serve it"),
        ("--seed", int, 1, "another seed, other acts"),
        ("--ready", between(0, 1, int), 0, "1: the room comes when the servers are ready"),
    )
    if asked.short:
        asked.sessions, asked.acts, asked.every = 3, 2, 0.5
    print(f"{machine()}; {asked.sessions} sessions, {asked.minutes:g} minutes at most", flush=True)
    ports, record = [free_port() for _ in range(asked.servers)], Record()
    servers = [started(port) for port in ports]
    pids = [server.pid for server in servers]
    try:
        if asked.ready:
            print(f"ready after {get_ready(pids):.0f} s", flush=True)
        before, own = total(processor, pids), time.process_time()
        spent = asyncio.run(room(ports, pids, record, asked))
        used = None if before is None else total(processor, pids) - before
        figures = summary(record, spent, used, time.process_time() - own, asked)
    finally:
        for server in servers:
            with contextlib.suppress(ProcessLookupError):
                server.terminate()
            server.wait(20)
    told(figures)
    written(asked.json, {"machine": machine(), **figures})


if __name__ == "__main__":
    main()
