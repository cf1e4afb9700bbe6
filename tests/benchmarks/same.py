"""Tells whether the dashboard still says, draws and hands out the same: for rewriting without changing.

Run by hand, before and after: ``python tests/benchmarks/same.py --write before.json``, then
``python tests/benchmarks/same.py --against before.json``; ``--only situation`` or
``--match country=SDN`` for a part of it.

It opens some four hundred addresses as a reader does and keeps each element that the browser would
be sent, every table in full (folded ones are opened), and the files behind the download buttons.
It knows addresses, Streamlit and Plotly, and nothing of ewdash: names inside may all change.
Clicks are not followed, and no note or stage of an analyst is on file.
"""

import argparse
import base64
import csv
import hashlib
import io
import itertools
import json
import logging
import math
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

ROOT = Path(__file__).resolve().parents[2]
NOTES = "EWDASH_NOTES"  # where the program looks for an analyst's own file: nowhere here
TIMEOUT = 900
PACE = 15  # seconds between two lines that say how far a process is
TABLES, FIGURES = {"dataframe", "table"}, {"plotly_chart", "bidi_component", "deck_gl_json_chart"}
TEMPLATE = "template"  # Plotly's default, kept apart: a plain figure has none
# What a run numbers anew, or what tells where the code lies.
NOISE = {"id", "form_id", "deferred_file_id", "page_script_hash", "fragment_id", "js_content"}
NOISE |= {"has_one_shot_effect", "js_source_path", "css_source_path", "stack_trace"}


@dataclass(frozen=True)
class Address:
    """A page, what its address asks for, which tab is open, and which files are taken away."""

    group: str
    page: str
    asked: dict[str, str] = field(default_factory=dict)
    tab: int = 0
    files: tuple[str, ...] = ("csv",)

    def __str__(self) -> str:
        extra = f" tab {self.tab}" if self.tab else ""
        return f"{self.group}: {self.page}?{urlencode(self.asked, safe=',')}{extra}"


# The addresses.

MONTHS = ("2026-02", "2024-12", "2026-05", "2023-06", "2016-03", "2012-09", "2003-04", "1994-12", "1989-12")
REGIONS = [
    "africa",
    "eastern-africa",
    "middle-africa",
    "northern-africa",
    "southern-africa",
    "western-africa",
    "americas",
    "caribbean",
    "central-america",
    "northern-america",
    "south-america",
    "asia",
    "central-asia",
    "eastern-asia",
    "south-eastern-asia",
    "southern-asia",
    "western-asia",
    "europe",
    "eastern-europe",
    "northern-europe",
    "southern-europe",
    "western-europe",
    "oceania",
    "australia-new-zealand",
    "melanesia",
    "micronesia",
    "polynesia",
]
GROUPS = ("african", "asia_pacific", "eastern_european", "latin_american_caribbean", "western_european_other")
# Long wars, quiet places, places filed under another, without a shape, or without a seat.
# fmt: off
COUNTRIES = [
    "SDN", "SYR", "NGA", "NER", "ISR", "PSE", "XKX", "TWN", "ESH", "GBR", "ISL", "IRN", "LBN",
    "HTI", "MLI", "MMR", "BDI", "RWA", "LKA", "CIV", "PRK", "UKR", "AFG", "COD", "YUG",
]
# fmt: on
SECTIONS = ("bridge", "outlook", "stages", "violence", "rights", "displacement", "where")
YEARS = ("10", "5", "20", "all")
SINCE = ("HRC-61", "HRC-58", "HRC-S-38", "SC-2025-12", "2025-06-30", "HRC-54", "SC-2026-03", "2011-03-15")
SETS = ("SDN,SSD,ETH,MMR,UKR,ISR", "MLI,BFA,NER", "SYR,IRQ", "HTI", "RWA,BDI,COD,UGA", "ISL,XKX,PSE,TWN,ESH")
CASES = {
    "RWA": ("1993-01", "1993-08", "1994-03", "1994-05", "1994-12"),
    "LKA": ("2008-01", "2009-01", "2009-05", "2012-03", "2015-12"),
    "BDI": ("2014-01", "2015-04", "2015-12", "2016-09", "2016-12"),
    "MMR": ("2012-01", "2012-10", "2016-10", "2017-08", "2018-12"),
}
PAPERS = ("SDN", "SYR", "NGA", "ISR", "PSE", "ISL", "HTI", "MMR", "UKR", "COD", "XKX", "BDI")


def world():
    page = "app.py"
    for layer, month in itertools.product(("level", "stage"), MONTHS):
        yield page, {"month": month, "layer": layer}
    for place, region in enumerate(REGIONS):
        yield page, {"region": region, "month": MONTHS[place % 9], "layer": ("level", "stage")[place % 2]}
    for place, group in enumerate(GROUPS):
        yield page, {"group": group, "month": MONTHS[place]}
        yield page, {"group": group, "region": REGIONS[5 * place], "layer": "stage"}
    for tab, month in itertools.product((1, 2, 3, 4), ("2026-02", "2023-06")):
        yield page, {"month": month}, tab
    for moment in SINCE[:4]:
        yield page, {"since": moment, "region": "africa"}
    yield page, {}
    for month in ("1200-01", "2025-06", "x" * 300):
        yield page, {"month": month}
    yield page, {"region": "atlantis", "since": "HRC-999"}


def situation():
    page = "pages/situation.py"
    turn = itertools.count()
    for country in COUNTRIES:
        for _ in range(4):  # 9 months, 7 sections and 4 spans share no factor: all combinations come round
            at = next(turn)
            yield (
                page,
                {
                    "country": country,
                    "month": MONTHS[at % 9],
                    "years": YEARS[at % 4],
                    "section": SECTIONS[at % 7],
                },
            )
    for country, section in itertools.product(("SDN", "MMR", "HTI"), SECTIONS):
        yield page, {"country": country, "years": "all", "section": section}
    for country in ("SYR", "ISR", "UKR"):
        yield page, {"country": country, "turning": "yes", "years": "all"}
        yield page, {"country": country, "acts": "investigation,sanctions,veto"}
    for country, moment in itertools.product(("SDN", "IRN"), SINCE):
        yield page, {"country": country, "since": moment}
    yield page, {}
    for asked in ({"country": "XYZ"}, {"country": "SDN", "month": "now"}, {"country": "<b>[x](http://y)"}):
        yield page, asked


def region():
    page = "pages/region.py"
    for place, (name, month) in enumerate(itertools.product([*REGIONS[:14:2], "world"], MONTHS[:4])):
        scale, years = ("common", "log", "own")[place % 3], ("5", "3", "10")[place % 3]
        yield (
            page,
            {
                "region": name,
                "month": month,
                "back": ("1", "3", "6")[(place // 4) % 3],
                "years": years,
                "scale": scale,
            },
        )
    for group in GROUPS:
        yield page, {"group": group, "back": "6", "month": "2024-12"}
    yield page, {"group": "african", "region": "europe"}
    yield page, {"region": "asia", "since": "HRC-60"}
    yield page, {}


def compare():
    page = "pages/compare.py"
    for place, (countries, by) in enumerate(itertools.product(SETS, ("calendar", "onset"))):
        for measure in ("absolute", "per_million", "indexed"):
            yield (
                page,
                {
                    "countries": countries,
                    "by": by,
                    "measure": measure,
                    "month": MONTHS[place % 5],
                    "span": ("year", "month")[(place // 2) % 2],
                    "axis": ("linear", "log")[(place // 3) % 2],
                    "years": YEARS[place % 4],
                }
                | ({"onset": ("latest", "first", "deadliest")[(place // 2) % 3]} if by == "onset" else {}),
            )
    yield page, {"countries": SETS[0], "since": "SC-2025-12"}
    yield page, {"country": "MLI"}
    yield page, {"countries": "SDN,XYZ,MLI"}
    yield page, {"countries": "none"}
    yield page, {}


def since():
    page = "pages/since.py"
    for place, moment in enumerate(SINCE):
        yield page, {"since": moment}
        yield page, {"since": moment, "region": REGIONS[3 * place]}
        yield page, {"since": moment, "group": GROUPS[place % 5]}
    yield page, {}
    yield page, {"since": "2100-01-01"}


def due():
    page = "pages/due.py"
    for day in ("2026-11-26", "2026-03-31", "2027-06-01"):
        yield page, {"from": day}
        yield page, {"from": day, "region": "africa", "horizon": "6"}
        yield page, {"from": day, "body": "sc", "kind": "sanctions"}
    yield page, {"from": "never"}


def councils():
    page = "pages/councils.py"
    for part in ("matrix", "gaps", "clocks", "precedents", "mechanisms", "members"):
        for place in ({}, {"region": "africa"}, {"group": "asia_pacific"}, {"region": "eastern-europe"}):
            yield page, {"part": part, **place}
    for standing in ("both", "hrc-alone", "sc-alone", "unheard"):
        yield page, {"standing": standing}
    yield page, {"since": "HRC-60"}


def past():
    for case, steps in CASES.items():
        for step in steps:
            yield "pages/past_cases.py", {"case": case, "step": step}
    yield "pages/past_cases.py", {"since": "HRC-60"}


def track():
    page = "pages/track_record.py"
    for part in ("missed", "burden", "said", "quiet", "forecasts", "peers"):
        yield page, {"part": part}
    for threshold in ("0.20", "0.30", "0.42", "0.50", "0.66", "0.80", "7"):
        yield page, {"threshold": threshold}
    yield page, {"since": "HRC-60"}


def sources():
    yield "pages/sources.py", {}
    yield "pages/sources.py", {"since": "HRC-58"}


def data():
    page = "pages/data.py"
    for table in ("conflict_month", "conflict_event", "rights_year", "council_action", "track_record"):
        yield page, {"table": table}
    yield page, {"table": "conflict_event", "country": "SDN", "first": "2024", "type": "one_sided"}
    yield page, {"table": "council_action", "region": "sahel", "last": "2010", "confidence": "verified"}


def briefing():
    page = "pages/briefing.py"
    yield page, {}
    for country, month in itertools.product(("LBN", "CIV", "AFG"), MONTHS[1:3]):
        yield page, {"of": "situation", "country": country, "month": month, "years": "all"}
    yield page, {"of": "situation", "country": "SDN", "parts": "alert,gap"}
    yield page, {"of": "region", "region": "asia", "back": "3", "years": "3"}
    yield page, {"of": "region", "region": "europe", "group": "african"}
    yield page, {"of": "comparison", "countries": SETS[2], "by": "onset"}
    for asked in (
        {"of": "situation", "country": "MLI"},
        {"of": "region", "region": "oceania"},
        {"of": "comparison", "countries": SETS[1]},
    ):
        yield page, asked | {"present": "yes"}


def files():
    """Addresses whose papers are taken away."""
    page, month = "pages/briefing.py", {"month": "2024-12"}
    for country in PAPERS:
        yield page, {"of": "situation", "country": country, "years": "all", **month}
    for name in ("africa", "western-asia", "americas"):
        yield page, {"of": "region", "region": name, **month}
    for countries in SETS[:2]:
        yield page, {"of": "comparison", "countries": countries, **month}
    yield "pages/since.py", {"since": "HRC-60", "region": "africa"}


def pictures():
    """Addresses whose pictures are taken away."""
    for layer in ("level", "stage"):
        yield "app.py", {"month": "2024-12", "layer": layer}
    for place, section in enumerate(SECTIONS):
        yield (
            "pages/situation.py",
            {"country": ("SDN", "SYR", "MMR")[place % 3], "section": section, "month": "2024-12"},
        )
    yield "pages/region.py", {"region": "africa", "month": "2024-12"}
    yield "pages/compare.py", {"countries": SETS[0], "month": "2024-12"}
    yield "pages/compare.py", {"countries": SETS[1], "by": "onset", "measure": "indexed"}
    for part in ("gaps", "clocks", "precedents", "members"):
        yield "pages/councils.py", {"part": part}
    for part in ("missed", "said", "quiet", "peers"):
        yield "pages/track_record.py", {"part": part}
    for case in ("RWA", "MMR"):
        yield "pages/past_cases.py", {"case": case}


GROUPED = (
    world,
    situation,
    region,
    compare,
    since,
    due,
    councils,
    past,
    track,
    data,
    sources,
    briefing,
    files,
    pictures,
)
TAKEN = {"files": ("csv", "xlsx", "pdf", "pptx", "docx", "zip"), "pictures": ("csv", "png", "svg")}


def addresses(only: list[str], match: str) -> list[Address]:
    """Return the addresses of some groups, or all, in which a pattern is found."""
    found = []
    for make in GROUPED:
        name = make.__name__
        if not only or name in only:
            for page, asked, *tab in make():
                found.append(Address(name, page, asked, *tab, files=TAKEN.get(name, ("csv",))))
    assert len({str(one) for one in found}) == len(found)
    return [one for one in found if re.search(match, str(one))]


# What a page sends, in a form that says the same for the same.


def plain(value: Any, *, drawn: bool = False) -> Any:
    """Return JSON with whole numbers as integers; of a figure also without what draws nothing."""
    if isinstance(value, dict):
        if drawn and "bdata" in value:
            return plain(numbers(value))
        inner = {
            name: plain(entry, drawn=drawn) for name, entry in value.items() if name not in NOISE or drawn
        }
        if drawn and isinstance(inner.get("title"), str):  # a plain figure may write it in short
            inner["title"] = {"text": inner["title"]}
        return {name: entry for name, entry in inner.items() if not drawn or entry not in (None, {})}
    if isinstance(value, list):
        return [plain(entry, drawn=drawn) for entry in value]
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() else value
    if isinstance(value, str):
        return text(value, drawn=drawn)
    return value


def numbers(packed: dict[str, Any]) -> list[Any]:
    """Return the numbers of a typed array."""
    import numpy as np

    found = np.frombuffer(base64.b64decode(packed["bdata"]), dtype=packed["dtype"])
    if "shape" in packed:
        found = found.reshape([int(part) for part in str(packed["shape"]).split(",")])
    return found.tolist()


def text(value: str, *, drawn: bool) -> Any:
    if value.startswith("data:image/") and "base64," in value:
        return f"image {digest(value.encode())}"
    if drawn:  # Plotly reads both as the same moment
        return re.sub(r"^(\d{4}-\d\d-\d\d)T00:00:00(\.0+)?$", r"\1", value)
    value = re.sub(r"-[0-9a-f]{12}\.js$", ".js", value)  # the code may change, the geometry may not
    value = re.sub(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "uuid", value)
    if value[:1] in ("{", "["):
        try:
            return plain(json.loads(value))
        except json.JSONDecodeError:
            return value
    return value


def figure(spec: str) -> tuple[Any, Any]:
    """Return a Plotly figure and, apart, the template it carries."""
    given = json.loads(spec)
    template = given.get("layout", {}).pop("template", None)
    for trace in given.get("data", []):
        trace.setdefault("type", "scatter")
    return plain(given, drawn=True), plain(template or {}, drawn=True)


def table(arrow: bytes) -> list[str]:
    """Return a table as lines of CSV, headings first."""
    import pyarrow as pa

    found = pa.ipc.open_stream(arrow).read_all()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(found.column_names)
    writer.writerows(zip(*(column.to_pylist() for column in found.columns), strict=True))
    return out.getvalue().splitlines()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:20]


def opened(content: bytes, ending: str) -> Any:
    """Return what a file holds, as far as it can be read: its parts, its lines, or its digest alone."""
    if ending in ("zip", "docx", "pptx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            parts = {name: opened(archive.read(name), name.rsplit(".", 1)[-1]) for name in names}
        return {"order": names, "parts": parts, "bytes": digest(content)}
    if ending in ("csv", "txt", "md"):
        return content.decode("utf-8", "replace").splitlines()
    if ending in ("svg", "xml", "rels"):
        return content.decode("utf-8", "replace").replace("><", ">\n<").splitlines()
    if ending == "pdf":
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
        return {"streams": [digest(part) for part in streams], "bytes": digest(content)}
    return {"size": len(content), "bytes": digest(content)}


# Streamlit's side: what is sent, what is handed out, and everything unfolded.

SENT: list[Any] = []
OFFERED: dict[str, tuple[Any, str]] = {}  # placeholder of a download -> what makes it, name of its file
TAB = 0


def listen() -> None:
    """Keep the messages of each run and the downloads it offers; open what is folded till asked for."""
    import streamlit as st
    from streamlit.delta_generator import DeltaGenerator
    from streamlit.runtime.media_file_manager import MediaFileManager
    from streamlit.testing.v1 import local_script_runner

    parse, later = local_script_runner.parse_tree_from_messages, MediaFileManager.add_deferred
    now, folded, tabbed = MediaFileManager.add, DeltaGenerator.expander, DeltaGenerator.tabs

    def parsed(messages):
        SENT[:] = messages
        return parse(messages)

    def deferred(self, make, mimetype, coordinates, file_name=None, **more):
        key = later(self, make, mimetype, coordinates, file_name, **more)
        OFFERED[key] = (make, file_name or "")
        return key

    def added(self, data, mimetype, coordinates, file_name=None, **more):
        key = now(self, data, mimetype, coordinates, file_name, **more)
        OFFERED[key] = (lambda: data, file_name or "")
        return key

    def expander(self, label, expanded=False, *, on_change="ignore", **more):
        return folded(self, label, expanded or on_change != "ignore", on_change=on_change, **more)

    def tabs(self, labels, *, default=None, **more):
        return tabbed(self, labels, default=labels[TAB] if TAB else default, **more)

    local_script_runner.parse_tree_from_messages = parsed
    MediaFileManager.add_deferred, MediaFileManager.add = deferred, added
    DeltaGenerator.expander, DeltaGenerator.tabs = expander, tabs
    st.expander, st.tabs = st._main.expander, st._main.tabs


def elements(address: Address) -> list[tuple[str, Any]]:
    """Return kind and content of all that a page sends, in the order of the page."""
    global TAB
    from streamlit.testing.v1 import AppTest

    TAB = address.tab
    OFFERED.clear()
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=TIMEOUT)
    for name, value in address.asked.items():
        at.query_params[name] = value
    if address.page != "app.py":
        at.switch_page(address.page)
    at.run()
    head, placed = {"title": "", "address": urlencode(address.asked)}, {}
    for message in SENT:
        kind = message.WhichOneof("type")
        if kind == "page_config_changed":
            head["title"] = message.page_config_changed.title
        elif kind == "page_info_changed":
            head["address"] = message.page_info_changed.query_string
        elif kind == "delta":
            placed[tuple(message.metadata.delta_path)] = message.delta
    found: list[tuple[str, Any]] = [("page", head)]
    for path in sorted(placed):
        found += element(placed[path], len(path), address.files)
    return found


def element(delta: Any, depth: int, taken: tuple[str, ...]) -> list[tuple[str, Any]]:
    from google.protobuf.json_format import MessageToDict

    if delta.WhichOneof("type") == "add_block":
        block = MessageToDict(delta.add_block, preserving_proto_field_name=True)
        return [("block", {"depth": depth, **plain(block)})]
    if delta.WhichOneof("type") != "new_element":
        return []
    sent = delta.new_element
    kind = sent.WhichOneof("type")
    raw = MessageToDict(sent, preserving_proto_field_name=True)
    if kind == "dataframe":
        raw[kind]["arrow_data"] = {"csv": table(sent.dataframe.arrow_data.data)}
    if kind == "plotly_chart":
        raw[kind]["spec"] = ""
        drawn, template = figure(sent.plotly_chart.spec)
        return [(kind, {**plain(raw), "figure": drawn}), (TEMPLATE, template)]
    if kind == "download_button":
        key = sent.download_button.deferred_file_id or sent.download_button.url
        raw[kind].pop("url", None)
        make, name = OFFERED[key]
        ending = name.rsplit(".", 1)[-1]
        found = [(kind, {**plain(raw), "file": name})]
        if ending in taken:
            content = make()
            content = content.encode() if isinstance(content, str) else content
            found.append((f"file-{ending}", {"name": name, "holds": opened(content, ending)}))
        return found
    if kind == "markdown":
        kind = sent.markdown.Type.Name(sent.markdown.element_type).lower().replace("native", "markdown")
    elif kind == "html" and sent.html.body.lstrip().startswith("<style"):
        kind = "style"
    return [(kind, plain(raw))]


# Runs.


def gather(wanted: list[Address], out: Path, *, twice: bool) -> None:
    """Write the elements of each address by kind and digest, and the contents by digest, packed."""
    listen()
    logging.disable(logging.ERROR)
    known: set[str] = set()
    begin = last = time.perf_counter()
    with out.open("w", encoding="utf-8") as kept:
        for place, address in enumerate(wanted, 1):
            runs, contents = [], {}
            for _ in range(2 if twice else 1):
                run = []
                for kind, content in elements(address):
                    written = json.dumps(content, sort_keys=True, ensure_ascii=False).encode()
                    key = digest(written)
                    run.append((kind, key))
                    if key not in known:
                        known.add(key)
                        contents[key] = base64.b64encode(zlib.compress(written)).decode()
                runs.append(run)
            kept.write(json.dumps({"name": str(address), "runs": runs, "contents": contents}) + "\n")
            kept.flush()
            now = time.perf_counter()
            if now - last > PACE or place == len(wanted):
                last = now
                print(f"{place}/{len(wanted)} in {now - begin:.0f} s: {address}", file=sys.stderr, flush=True)


def shared(wanted: list[Address], jobs: int) -> list[list[Address]]:
    """Deal the addresses out so that a country's stay together, where what it needs is read already."""
    hands: list[list[Address]] = [[] for _ in range(jobs)]
    keys: dict[tuple[str, str], int] = {}
    for address in wanted:
        subject = address.asked.get("country") or address.asked.get("case") or str(len(keys))
        hands[keys.setdefault((address.group, subject), len(keys)) % jobs].append(address)
    return hands


def together(wanted: list[Address], found: dict[str, Any], jobs: int, *, twice: bool) -> dict[str, Any]:
    """Gather in processes of their own, which keep what they have read; add what is found."""
    again: dict[str, Any] = {"pages": {}, "contents": found["contents"]}
    missing = [one for one in wanted if str(one) not in found["pages"]]
    with tempfile.TemporaryDirectory() as folder:
        own = os.environ | {NOTES: f"{folder}/notes", "HOME": folder}
        begun = []
        for place, hand in enumerate(shared(missing, jobs)):
            asked, out = Path(folder) / f"{place}.asked", Path(folder) / f"{place}.found"
            asked.write_text("\n".join(map(str, hand)), encoding="utf-8")
            command = [
                sys.executable,
                "-X",
                "faulthandler",
                __file__,
                "--hand",
                str(asked),
                "--write",
                str(out),
            ]
            begun.append((subprocess.Popen(command + ["--twice"] * twice, env=own), out))
        try:
            ended = [process.wait() for process, _ in begun]
        finally:
            for process, _ in begun:
                process.kill()
        for _, out in begun:
            for line in out.read_text(encoding="utf-8").splitlines() if out.exists() else ():
                one = json.loads(line)
                found["contents"] |= one["contents"]
                found["pages"][one["name"]] = one["runs"][0]
                again["pages"][one["name"]] = one["runs"][-1]
    if any(ended):
        print(f"A process failed ({ended}): what it had found is kept; --more goes on from there.")
    if twice:
        print("Each address opened twice, the first run against the second:")
        names = again["pages"]
        compared({**found, "pages": {name: found["pages"][name] for name in names}}, again, set())
    order = [str(address) for address in wanted]
    found["pages"] = {name: found["pages"][name] for name in order if name in found["pages"]}
    return found


# Comparing.


def first(before: Any, after: Any, path: str = "") -> tuple[str, str, str] | None:
    """Return where two contents differ first, and both values there."""
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted(before.keys() | after.keys()):
            if name not in before or name not in after:
                old, new = (repr(side[name]) if name in side else "(none)" for side in (before, after))
                return f"{path}/{name}", old[:300], new[:300]
            if found := first(before[name], after[name], f"{path}/{name}"):
                return found
        return None
    if isinstance(before, list) and isinstance(after, list):
        for place, (old, new) in enumerate(zip(before, after, strict=False)):
            if found := first(old, new, f"{path}[{place}]"):
                return found
        if len(before) != len(after):
            return path, f"{len(before)} entries", f"{len(after)} entries"
        return None
    if type(before) is type(after) and before == after:
        return None
    if isinstance(before, str) and isinstance(after, str):
        pairs = zip(before, after, strict=False)
        same = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
        start = max(0, same - 60)
        lead = "…" if start else ""
        return path, f"{lead}{before[start : same + 120]}", f"{lead}{after[start : same + 120]}"
    return path, repr(before)[:300], repr(after)[:300]


def read(store: dict[str, Any], key: str) -> Any:
    return json.loads(zlib.decompress(base64.b64decode(store["contents"][key])))


def told(
    name: str, before: dict[str, Any], after: dict[str, Any], ignored: set[str], seen: dict[Any, str]
) -> int:
    """Print what differs at an address and return how many elements do."""
    old, new = (
        [tuple(one) for one in side["pages"][name] if one[0] not in ignored] for side in (before, after)
    )
    if old == new:
        return 0
    print(f"\n{name}")
    count = 0
    for act, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if act == "equal":
            continue
        for was, now in itertools.zip_longest(old[a:b], new[c:d]):
            count += 1
            change = (was, now)
            kind = (was or now)[0]
            if change in seen:
                print(f"  {kind}: as at {seen[change]}")
                continue
            seen[change] = name
            if was is None or now is None or was[0] != now[0]:
                for word, one, side in (("gone", was, before), ("new", now, after)):
                    if one is not None:
                        print(f"  {one[0]}: {word}: {str(read(side, one[1]))[:300]}")
                continue
            sides = read(before, was[1]), read(after, now[1])
            path, value, other = first(*sides) or ("", "", "")
            print(f"  {kind} {path}\n    before: {value}\n    after:  {other}")
            if kind.startswith("file-"):
                parts = [
                    side["holds"].get("parts", {}) if isinstance(side["holds"], dict) else {}
                    for side in sides
                ]
                names = sorted(part for part in parts[0].keys() | parts[1].keys()
                               if parts[0].get(part) != parts[1].get(part))  # fmt: skip
                print(
                    f"    {sides[0]['name']}: {len(names)} parts differ: {', '.join(names[:20])}"
                    * bool(names)
                )
    return count


def counted(store: dict[str, Any], names: list[str]) -> Counter[str]:
    return Counter(kind for name in names for kind, _ in store["pages"][name])


def summed(kinds: Counter[str]) -> str:
    files = ", ".join(f"{kinds[kind]} {kind[5:]}" for kind in sorted(kinds) if kind.startswith("file-"))
    whole = sum(kinds.values()) - kinds[TEMPLATE]
    tables, figures = (sum(kinds[kind] for kind in group) for group in (TABLES, FIGURES))
    parts = f"among them {tables} tables, {figures} figures and maps, and files: {files or 'none'}"
    return f"{whole} elements, {parts}" + (f"; {kinds['exception']} EXCEPTIONS" if kinds["exception"] else "")


def compared(before: dict[str, Any], after: dict[str, Any], ignored: set[str]) -> int:
    """Print all differences and how much was compared; return how many elements differ."""
    names = [name for name in after["pages"] if name in before["pages"]]
    seen: dict[Any, str] = {}
    differing = [told(name, before, after, ignored, seen) for name in names]
    for label, side, other in (("before", before, after), ("after", after, before)):
        alone = [name for name in side["pages"] if name not in other["pages"]]
        if alone:
            print(f"\n{len(alone)} addresses only {label}, the first: {alone[0]}")
    print(f"\nCompared {len(names)} addresses: {summed(counted(after, names))}.")
    templates = [counted(side, names)[TEMPLATE] for side in (before, after)]
    if TEMPLATE in ignored:
        kept = [{key for name in names for kind, key in side["pages"][name] if kind == TEMPLATE}
                for side in (before, after)]  # fmt: skip
        same = "the same" if kept[0] == kept[1] else "NOT the same (see --templates)"
        print(f"Plotly's templates, not compared: {templates[0]} before, {templates[1]} after, {same}.")
    if ignored - {TEMPLATE}:
        print(f"Ignored: {', '.join(sorted(ignored - {TEMPLATE}))}.")
    print(f"{sum(map(bool, differing))} addresses differ, in {sum(differing)} elements.")
    return sum(differing)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--write", type=Path, help="keep what is found")
    asked.add_argument("--against", type=Path, help="compare with what was kept")
    asked.add_argument("--read", type=Path, help="compare this file instead of running")
    asked.add_argument("--only", action="append", default=[], choices=[make.__name__ for make in GROUPED])
    asked.add_argument("--match", default="", metavar="PATTERN", help="of addresses, e.g. country=SDN")
    asked.add_argument("--ignore", action="append", default=[], metavar="KIND", help="e.g. block, style")
    asked.add_argument("--templates", action="store_true", help="compare Plotly's templates too")
    asked.add_argument(
        "--twice", action="store_true", help="open each address twice: caches must change nothing"
    )
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--more", action="store_true", help="keep what the file of --write has, add the rest")
    asked.add_argument("--hand", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    wanted = addresses(given.only, given.match)
    if given.hand:
        sys.path.insert(0, str(ROOT))
        names = set(given.hand.read_text(encoding="utf-8").splitlines())
        gather([one for one in wanted if str(one) in names], given.write, twice=given.twice)
        return
    if given.read:
        found = json.loads(given.read.read_text(encoding="utf-8"))
    else:
        begin = time.perf_counter()
        found = {"pages": {}, "contents": {}}
        if given.more and given.write.exists():
            found = json.loads(given.write.read_text(encoding="utf-8"))
        found = together(wanted, found, given.jobs, twice=given.twice)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(
            f"{len(found['pages'])} of {len(wanted)} addresses in {time.perf_counter() - begin:.0f} s",
            end=" ",
        )
        print(f"({used.ru_utime + used.ru_stime:.0f} s of processor time):", end=" ")
        print(summed(counted(found, list(found["pages"]))))
    if given.write:
        given.write.write_text(json.dumps(found, sort_keys=False), encoding="utf-8")
    if given.against:
        before = json.loads(given.against.read_text(encoding="utf-8"))
        names = {str(address) for address in addresses([], "")} - {str(one) for one in wanted}
        for store in (before, found):  # what was not asked for; addresses of another list are told
            store["pages"] = {name: run for name, run in store["pages"].items() if name not in names}
        ignored = set(given.ignore) | (set() if given.templates else {TEMPLATE})
        sys.exit(1 if compared(before, found, ignored) else 0)


if __name__ == "__main__":
    main()
