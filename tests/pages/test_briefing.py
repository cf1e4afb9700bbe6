"""A show could change under a speaker's hands, and a note could be printed unasked."""

import hashlib
import json
from urllib.parse import parse_qsl, urlsplit

import pandas as pd
import pytest

from ewdash.data import notes, own_file, store
from ewdash.exports import slideshow as slides
from ewdash.ui import slideshow, subjects
from ewdash.views.comparison import inputs
from tests.pages.test_pages import opened, said


def shown(at):
    values = (json.loads(part.proto.json) for part in at.get("bidi_component"))
    (slides_shown,) = (value["slides"] for value in values if "slides" in value)
    return slides_shown


def revised(root):
    """Change a table on disk, with its card, as an update would."""
    folder = root / "conflict_year"
    before = store.card("conflict_year").sha256
    frame = pd.read_parquet(folder / "conflict_year.parquet")
    content = store.parquet_bytes(frame.iloc[:-1])
    (folder / "conflict_year.parquet").write_bytes(content)
    card = folder / "card.toml"
    text = card.read_text(encoding="utf-8").replace(before, hashlib.sha256(content).hexdigest())
    card.write_text(text, encoding="utf-8")


def test_what_is_shown_stays_as_it_was_while_tables_are_updated(own_data):
    at = opened("pages/briefing.py", country="SDN", month="2024-12", present="yes")
    before = shown(at)
    revised(own_data)
    at.run()
    assert shown(at) == before
    other = opened("pages/briefing.py", country="SDN", month="2024-12", present="yes")
    assert shown(other)[0]["foot"] != before[0]["foot"]


def test_another_selection_is_another_show():
    first = shown(opened("pages/briefing.py", country="SDN", month="2024-12", present="yes"))
    second = shown(opened("pages/briefing.py", country="TCD", month="2024-12", present="yes"))
    assert first[0]["title"] == "Sudan"
    assert second[0]["title"] == "Chad"


def test_a_note_written_between_two_shows_is_in_the_second():
    notes.save("SDN", text="As it was", author="")
    at = opened("pages/briefing.py", country="SDN", month="2024-12", note="yes", present="yes")
    assert "As it was" in json.dumps(shown(at))
    del at.query_params["present"]  # what the browser's way back does
    at.run()
    notes.save("SDN", text="As it is", author="", shown=notes.standing("SDN"))
    at.query_params["present"] = "yes"
    at.run()
    assert "As it is" in json.dumps(shown(at))


def test_leaving_forgets_the_show(monkeypatch):
    gone = {"show": 1}
    monkeypatch.setattr(slideshow.st, "session_state", gone)
    address = {"present": "yes", "slide": "3", "country": "SDN"}
    monkeypatch.setattr(slideshow.st, "query_params", address)
    slideshow.leave()
    assert gone == {}
    assert address == {"country": "SDN"}


@pytest.mark.parametrize("kind", ["situation", "region", "comparison"])
def test_a_briefing_is_told_without_being_put_together(kind, monkeypatch):
    made = []
    monkeypatch.setattr(subjects, f"{kind}_briefing", lambda *given, **asked: made.append(asked))
    at = opened("pages/briefing.py", of=kind, country="MLI", month="2023-06", since="HRC-60")
    assert not at.exception
    assert "What it holds" in said(at)
    assert not made


@pytest.mark.parametrize("kind", ["situation", "region", "comparison"])
def test_each_kind_of_briefing_opens_and_lists_what_it_holds(kind):
    at = opened("pages/briefing.py", of=kind, country="SDN", month="2024-12")
    assert not at.error
    assert "What it holds" in said(at)
    assert len(at.get("download_button")) == 4


def test_a_briefing_without_a_subject_says_what_to_do():
    at = opened("pages/briefing.py")
    assert "Choose a subject above" in said(at)
    assert not at.get("download_button")


def test_parts_are_chosen_in_the_address_and_nonsense_is_ignored():
    at = opened("pages/briefing.py", country="SDN", month="2024-12", parts="gap,nonsense")
    (held,) = [entry.proto.body for entry in at.get("html") if "<ol>" in entry.proto.body]
    assert held.count("<li>") == 1
    assert "From sign to act" in held


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        (
            {"country": "SDN", "parts": "gap,nonsense", "measure": "x", "group": "y", "note": "no"},
            {"of": "situation", "country": "SDN", "years": "10", "parts": "gap"},
        ),
        (
            {"of": "region", "region": "africa", "country": "XYZ", "parts": "x" * 3000, "years": "all"},
            {"of": "region", "region": "africa", "back": "1", "years": "5", "scale": "common"},
        ),
        (
            {"of": "nonsense", "country": "SDN", "years": "all", "note": "yes", "lang": "xx"},
            {"of": "situation", "country": "SDN", "years": "all", "note": "yes", "lang": "en"},
        ),
    ],
)
def test_only_what_the_page_accepted_is_printed_as_its_address(asked, printed):
    at = opened("pages/briefing.py", month="2024-12", present="yes", **asked)
    link = shown(at)[0]["link"]
    assert dict(parse_qsl(urlsplit(link).query)) == {**printed, "month": "2024-12"}
    again = opened("pages/briefing.py", present="yes", **printed, month="2024-12")
    assert shown(again)[0]["title"] == shown(at)[0]["title"]


def test_a_comparison_prints_the_countries_it_shows():
    at = opened("pages/briefing.py", of="comparison", country="SDN", month="2024-12", present="yes")
    asked = dict(parse_qsl(urlsplit(shown(at)[0]["link"]).query))
    assert asked["countries"].startswith("SDN,")
    assert set(inputs.CHOICES) <= set(asked)


def test_an_address_that_no_telephone_could_read_has_no_code():
    assert slides._code("http://a.example/?" + "x" * 3000) == ""
    assert slides._code("http://a.example/?country=SDN").startswith("data:image/svg+xml")


def test_a_note_is_kept_and_forgotten():
    assert notes.load("SDN") is None
    notes.save("SDN", text=" To be checked ", author="A. Analyst")
    assert notes.load("SDN").text == "To be checked"
    notes.save("SDN", text="Checked", author="", shown=notes.standing("SDN"))
    assert notes.load("SDN").text == "Checked"
    notes.remove("SDN", shown=notes.standing("SDN"))
    assert notes.load("SDN") is None


@pytest.mark.parametrize("text", ["", "   ", "x" * (notes.MAX_LENGTH + 1)])
def test_a_note_that_is_empty_or_too_long_is_refused(text):
    with pytest.raises(ValueError, match=str(len(text))):
        notes.save("SDN", text=text, author="")


def test_the_note_is_in_the_pack_only_when_asked():
    notes.save("SDN", text="Seen on the ground", author="A. Analyst")
    asked = {"country": "SDN", "month": "2024-12", "present": "yes"}
    quiet = json.dumps(shown(opened("pages/briefing.py", **asked)))
    assert "Seen on the ground" not in quiet
    told = json.dumps(shown(opened("pages/briefing.py", **asked, note="yes")))
    assert "Seen on the ground" in told
    assert "A. Analyst" in told


def test_a_briefing_compares_from_the_onset_that_was_chosen():
    chosen = {"countries": "SYR,LKA", "by": "onset", "onset": "deadliest"}
    asked = [
        opened("pages/compare.py", **chosen),
        opened("pages/briefing.py", of="comparison", **chosen),
        opened("pages/briefing.py", of="comparison", **chosen | {"onset": "first"}),
    ]
    page, briefing, other = (at.title[0].value for at in asked)
    assert page == briefing != other


def test_a_briefing_on_nobody_says_so_and_makes_no_paper():
    at = opened("pages/briefing.py", of="region", region="africa", group="eastern_european")
    assert not at.get("download_button")
    assert "none of the 0" not in said(at)
    assert not at.exception


def test_the_review_of_a_region_is_briefed_as_it_is_shown():
    at = opened("pages/briefing.py", of="region", region="africa", month="2024-12", back="6", years="10")
    assert "Africa, December 2024 against June 2024" in said(at)


def test_a_damaged_file_of_notes_is_told_and_the_briefing_goes_on():
    own_file.place().parent.mkdir()
    own_file.place().write_bytes(b"not a database at all")
    at = opened("pages/briefing.py", country="SDN", month="2024-12", note="yes")
    assert all("overrides.sqlite is damaged" in entry.value for entry in at.error)
    assert len(at.get("download_button")) == 4
    assert "What it holds" in said(at)
    assert "not a United Nations product" in said(at)
