"""A show could change under a speaker's hands, and a note could be printed unasked."""

import hashlib
import json

import pandas as pd
import pytest

from ewdash.data import notes, store
from ewdash.ui import presenter
from tests.pages.test_pages import opened, said


def shown(at):
    (stage,) = at.get("bidi_component")
    return json.loads(stage.proto.json)["slides"]


def revised(root):
    """Change a table on disk, with its card, as an update would."""
    folder = root / "conflict_year"
    before = store.card("conflict_year").sha256
    frame = pd.read_parquet(folder / "conflict_year.parquet")
    content = store.parquet_bytes(frame.iloc[:-1])
    (folder / "conflict_year.parquet").write_bytes(content)
    card = folder / "card.toml"
    card.write_text(card.read_text().replace(before, hashlib.sha256(content).hexdigest()))


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


def test_leaving_forgets_the_show(monkeypatch):
    gone = {"show": 1}
    monkeypatch.setattr(presenter.st, "session_state", gone)
    address = {"present": "yes", "slide": "3", "country": "SDN"}
    monkeypatch.setattr(presenter.st, "query_params", address)
    presenter.closed()
    assert gone == {}
    assert address == {"country": "SDN"}


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


def test_a_note_is_kept_and_forgotten():
    assert notes.load("SDN") is None
    notes.save("SDN", text=" To be checked ", author="A. Analyst")
    assert notes.load("SDN").text == "To be checked"
    notes.save("SDN", text="Checked", author="")
    assert notes.load("SDN").text == "Checked"
    notes.remove("SDN")
    assert notes.load("SDN") is None


@pytest.mark.parametrize("text", ["", "   ", "x" * (notes.LONGEST + 1)])
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
    page, briefing, other = (
        next(text.value for text in at.markdown if text.value.startswith("####")) for at in asked
    )
    assert page == briefing != other


def test_a_briefing_on_nobody_says_so_and_makes_no_paper():
    at = opened("pages/briefing.py", of="region", region="africa", group="eastern_european")
    assert not at.get("download_button")
    assert "none of the 0" not in said(at)
    assert not at.exception


def test_the_review_of_a_region_is_briefed_as_it_is_shown():
    at = opened("pages/briefing.py", of="region", region="africa", month="2024-12", back="6", years="10")
    assert "Africa, December 2024 against June 2024" in said(at)
