"""A digest could tell something else than the page, tell it twice, or stay silent when something changed."""

import json
import os
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from xml.etree import ElementTree

import pandas as pd
import pytest

from ewdash import __main__ as command
from ewdash.data.record import Record
from ewdash.exports import digest as forms
from ewdash.exports import told
from ewdash.model.errors import UnknownRegionError
from ewdash.views import digest as views
from ewdash.views import since
from tests.reading import installed

RECORD = installed()
ATOM = f"{{{forms.ATOM}}}"
NASTY = "<script>alert(1)</script> & \x00\x0b\ufffe “Ünïcode” ]]> \ud800"


@pytest.fixture(scope="module")
def made():
    return views.digest(RECORD, moment="2025-12-01", area="sahel")


@pytest.fixture(scope="module")
def nasty(made):
    entry = replace(made.entries[0], title=NASTY, details=(("Symbol", NASTY),))
    part = replace(
        made.pack.parts[0], table=made.pack.parts[0].table.head(1).assign(Date=NASTY.replace("\ud800", ""))
    )
    pack = replace(made.pack, title=NASTY, headline=NASTY, unknown=(NASTY,), parts=(part,))
    return replace(made, pack=pack, entries=(entry,), fresh=(entry,), gone=(NASTY,))


def run(capsys, *arguments):
    code = command.main(["digest", "--since", "2025-12-01", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


class Page(HTMLParser):
    """Collects tags with what they carry, and the words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words = [], ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


@pytest.mark.parametrize("area", [None, "sahel", "HTI", "TCD,SDN"])
def test_a_digest_tells_what_the_page_tells(area):
    made = views.digest(RECORD, moment="2025-12-01", area=area)
    scope = RECORD.places.scope(region=area, group=None)
    news = since.news(RECORD, since="2025-12-01", scope=scope)
    assert made.pack.headline == news.sentence
    assert (*made.lines, made.pack.unknown[0]) == news.lines
    assert [entry.key for entry in made.entries] == news.table["key"].tolist()
    for entry, what in zip(made.entries, news.table["what"], strict=True):
        assert entry.title.endswith(what)


@pytest.mark.parametrize("form", forms.FORMS)
def test_each_form_tells_all_with_its_sources_versions_and_caveats(made, form):
    words = forms.FORMS[form](made)
    if form == "html":
        words = Page(words).words
    if form == "atom":
        words = "".join(ElementTree.fromstring(words).itertext())
    flat = " ".join(words.split())
    for line in (made.pack.headline, *made.pack.sources, *made.pack.citations, made.pack.stamp, *made.notes):
        assert " ".join(line.split()) in flat
    for _, caveats in made.pack.caveats:
        assert all(" ".join(caveat.split()) in flat for caveat in caveats)
    for entry in made.entries:
        assert (entry.title if form != "html" else entry.title.rpartition(": ")[2]) in flat


def test_a_digest_reads_no_clock(made):
    again = views.digest(Record(), moment="2025-12-01", area="sahel")
    assert [form(made) for form in forms.FORMS.values()] == [form(again) for form in forms.FORMS.values()]
    assert f"{datetime.now(tz=UTC):%H:%M}:" not in forms.atom(made)


def test_the_feed_is_valid_and_its_ids_are_those_of_the_things_told(made):
    feed = ElementTree.fromstring(forms.atom(made))
    assert feed.tag == f"{ATOM}feed"
    for parent in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(parent.findall(f"{ATOM}{name}")) == 1
            assert parent.find(f"{ATOM}{name}").text.strip()
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    ids = [part.text for part in feed.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids)) == len(made.entries) + 2
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", one) for one in ids)
    days = [datetime.fromisoformat(part.text).date() for part in feed.iter(f"{ATOM}updated")]
    assert days[0] == max(days)
    assert days[1:-1] == [entry.day for entry in made.entries]
    # Asked from another day and for a wider place, the same things have the same ids.
    wider = {entry.key: entry.uid for entry in views.digest(RECORD, moment="2024-12-01", area=None).entries}
    assert {entry.key: entry.uid for entry in made.entries}.items() <= wider.items()


def test_what_others_wrote_stays_words_in_every_form(nasty):
    page = Page(forms.html(nasty))
    assert "script" not in {tag for tag, _ in page.tags}
    assert page.words.count("<script>alert(1)</script>") >= 5
    feed = ElementTree.fromstring(forms.atom(nasty).encode("utf-8"))
    assert "<script>alert(1)</script> & \ufffd" in feed.find(f"{ATOM}entry/{ATOM}title").text
    assert "\x00" not in forms.text(nasty)


def test_the_page_loads_nothing_and_can_be_read_by_ear(made):
    text = forms.html(made)
    page = Page(text)
    assert not {"script", "link", "img", "iframe", "object", "a"} & {tag for tag, _ in page.tags}
    assert not any({"src", "href", "style", "action"} & set(carried) for _, carried in page.tags)
    assert not re.search(r"url\(|@import", text)
    assert ("html", {"lang": "en"}) in page.tags
    tables = [carried for tag, carried in page.tags if tag == "table"]
    heads = [carried.get("scope") for tag, carried in page.tags if tag == "th"]
    assert len(tables) == len([1 for tag, _ in page.tags if tag == "caption"]) == len(made.pack.parts)
    assert set(heads) == {"col", "row"}
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert set(levels[1:]) == {2}


@pytest.mark.parametrize("form", forms.FORMS)
def test_where_nothing_changed_nothing_is_said_and_no_file_is_touched(form, tmp_path, capsys):
    file, state = tmp_path / "digest", tmp_path / "state.json"
    asked = ("--region", "sahel", "--format", form, "--to", file, "--state", state)
    assert run(capsys, *asked) == (0, "", "")
    os.utime(file, (1, 1))
    os.utime(state, (1, 1))
    assert run(capsys, *asked) == (0, "", "")
    assert file.stat().st_mtime == state.stat().st_mtime == 1
    file.unlink()
    assert run(capsys, *asked) == (0, "", "")
    assert file.exists()


def test_printed_it_is_told_once_and_without_a_state_each_time(tmp_path, capsys):
    state = tmp_path / "state.json"
    first = run(capsys, "--countries", "HTI", "--state", state)
    assert first[1].startswith("What is new since 1 December 2025, Haiti")
    assert run(capsys, "--countries", "HTI", "--state", state) == (0, "", "")
    assert run(capsys, "--countries", "TCD", "--state", state)[1]  # another selection beside it
    assert run(capsys, "--countries", "HTI", "--state", state) == (0, "", "")
    assert run(capsys, "--countries", "HTI") == run(capsys, "--countries", "Haiti") == first


def test_a_page_or_feed_is_printed_in_letters_every_console_has(capsys):
    for form in ("html", "atom"):
        _, out, _ = run(capsys, "--countries", "CIV", "--format", form)
        assert out.isascii()
        assert "C&#244;te d&#8217;Ivoire" in out


def test_something_new_something_changed_and_something_gone_are_each_told(made, tmp_path):
    state = tmp_path / "state.json"
    first, second, *rest = made.entries
    before = (
        first,
        replace(second, title="Told otherwise"),
        *rest,
        replace(first, key="x", title="Gone one"),
    )
    told.write(state, told.state({"2025-12-01 sahel text": told.told(before[1:])}))
    anew = views.edition(RECORD, moment="2025-12-01", area="sahel", form="text", to=None, state=state)
    head = anew.content.partition("Alert\n")[0]
    told_anew, _, no_longer = head.partition("Told before and no longer on record")
    flat = " ".join(told_anew.partition("Since the last digest")[2].split())
    assert flat == " ".join(f"- {one.title}" for one in (first, second))
    assert "- Gone one" in no_longer
    anew.remember()
    again = views.edition(RECORD, moment="2025-12-01", area="sahel", form="text", to=None, state=state)
    assert again is None


def test_a_day_that_moves_on_makes_nothing_new(tmp_path):
    state = tmp_path / "state.json"
    asked = {"area": "HTI", "form": "text", "to": None, "state": state}
    views.edition(RECORD, moment="2025-12-01", **asked).remember()
    assert views.edition(RECORD, moment="2026-04-30", **asked) is None


def test_an_earlier_day_is_told_whole_and_nothing_in_it_as_new_since_the_last_digest(tmp_path):
    state = tmp_path / "state.json"
    asked = {"area": "HTI", "form": "text", "to": None, "state": state}
    views.edition(RECORD, moment="2026-04-30", **asked).remember()
    earlier = views.edition(RECORD, moment="2025-12-01", **asked)
    assert earlier.content.startswith("What is new since 1 December 2025")
    assert "Since the last digest" not in earlier.content
    earlier.remember()
    for moment in ("2025-12-01", "2026-04-30"):
        assert views.edition(RECORD, moment=moment, **asked) is None


def test_another_title_of_a_table_makes_no_old_change_of_it_new(tmp_path, monkeypatch):
    state = tmp_path / "state.json"
    asked = {"moment": "2025-12-01", "area": "HTI", "form": "text", "to": None, "state": state}
    first = views.edition(RECORD, **asked)
    assert "Revised data" in first.content
    first.remember()
    record = Record()
    card = record.card
    monkeypatch.setattr(record, "card", lambda table: replace(card(table), title=f"Renamed {table}"))
    assert "Renamed" in views.digest(record, moment="2025-12-01", area="HTI").entries[-1].title
    assert views.edition(record, **asked) is None


def test_a_release_that_was_loaded_is_named(monkeypatch):
    record = Record()
    table, loaded = record.table, record.table("release").tail(1)
    own = loaded.assign(origin="own", version="99.0.1", fetched=pd.Timestamp(2026, 11, 24))
    monkeypatch.setattr(
        record, "table", lambda name: pd.concat([table(name), own]) if name == "release" else table(name)
    )
    made = views.digest(record, moment="2026-11-20", area="HTI")
    assert [entry.title for entry in made.entries if "release 99.0.1 of UCDP loaded" in entry.title]
    assert "release 99.0.1 of UCDP loaded" in " ".join(forms.text(made).split())


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--since", "2026-02-30"), "is not a session, a month of the Security Council or a day on record"),
        (("--since", "soon"), "give a day from 19 June 2006 to"),
        (("--countries", "SDN,Mordor"), "“Mordor” is not a country or territory"),
        (("--countries", ""), "is not a country or territory"),
        (("--countries", "ANT"), "None of them is chosen for you"),
        (("--region", "mordor"), "Give one of these: africa"),
        (("--to", "{}/none/there"), "cannot be written: No such file or directory"),
        (("--to", "{}"), "cannot be written: Is a directory"),
        (("--state", "{}"), "does not say what was told before: Is a directory"),
        (("--state", "{}/none/there"), "Name a file in a folder that exists"),
    ],
)
def test_what_cannot_be_followed_is_told_with_the_next_step(arguments, sentence, tmp_path, capsys):
    code, _, err = run(capsys, *(one.format(tmp_path) for one in arguments))
    assert code == 1
    assert sentence in err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "bad", ["--format=pdf", "--countries=HTI --region=sahel", "--to=a --state=a", "--from=x"]
)
def test_what_the_command_does_not_take_is_refused(bad, capsys):
    with pytest.raises(SystemExit) as found:
        run(capsys, *bad.split())
    assert found.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"version": 2, "told": {}}',
        b'{"version": 1, "told": {"HTI text": {"a": {"words": 1}}}}',
        b'{"version": 1, "told": {"HTI text": {"a": {"words": "", "title": "", "day": "soon"}}}}',
        b"[" * 100_000,
    ],
)
def test_a_state_file_of_something_else_is_refused_and_left_as_it_was(content, tmp_path, capsys):
    state = tmp_path / "state.json"
    state.write_bytes(content)
    code, out, err = run(capsys, "--countries", "HTI", "--state", state)
    assert (code, out) == (1, "")
    assert "it is not one that this command wrote" in err
    assert state.read_bytes() == content


def test_a_file_is_replaced_whole_with_its_permissions(tmp_path):
    file = tmp_path / "feed"
    file.write_text("before")
    file.chmod(0o640)
    told.write(file, b"after")
    assert file.read_bytes() == b"after"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_the_state_says_no_more_than_what_was_told(tmp_path, made):
    facts = json.loads(told.state({"sahel text": told.told(made.entries)}))
    assert set(facts["told"]["sahel text"]) == {entry.uid for entry in made.entries}


def test_a_number_names_a_region_and_the_world_is_no_selection():
    assert views.area(RECORD, countries=None, region="011") == "western-africa"
    assert views.area(RECORD, countries=None, region="001") is None
    assert views.area(RECORD, countries=["SDN", "td"], region=None) == "TCD,SDN"
    with pytest.raises(UnknownRegionError):
        views.area(RECORD, countries=None, region="")
