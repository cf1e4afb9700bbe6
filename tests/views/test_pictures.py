"""A picture could come without the notes on what it names, or under a name no file system takes."""

import pandas as pd
import pytest

from ewdash.i18n import translate
from ewdash.views import events, rights, violence
from ewdash.views.block import Block
from ewdash.views.pictures import file_name
from ewdash.views.world import world_view
from tests.reading import installed

READ = {"record": installed()}
MONTH = pd.Timestamp("2024-12-01")


@pytest.mark.parametrize(
    ("country", "note"),
    [("SDN", "note-abyei"), ("ISR", "note-israel"), ("ARG", "note-falklands"), ("NGA", "note-niger-nigeria")],
)
def test_the_small_print_holds_the_notes_on_the_place(country, note):
    block = violence.escalation(country=country, month=MONTH, years=10, **READ)
    assert block.small_print[-1].startswith(translate("designation-note"))
    assert translate(note) in block.small_print[-1]


def test_the_map_of_events_holds_the_note_on_boundaries():
    block = events.where(country="SDN", month=MONTH, years=10, **READ)
    assert block.small_print[-1].startswith(translate("boundary-note"))
    assert translate("note-abyei") in block.small_print[-1]


def test_notes_that_stand_beside_a_figure_travel_with_its_picture():
    block = rights.indices(country="SDN", month=MONTH, years=10, **READ)
    assert block.notes
    assert set(block.notes) <= set(block.small_print)
    assert block.source in block.small_print


@pytest.mark.parametrize(("region", "held"), [(None, True), ("americas", False)])
def test_the_world_map_says_where_gaza_is_filed_when_it_is_in_view(region, held):
    view = world_view(month=MONTH, region=region, group=None, layer="level", **READ)
    assert (translate("notice-gaza") in " ".join(view.block.small_print)) == held
    assert view.map["note"] in view.block.small_print


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Côte d’Ivoire: deaths, 1989–2026", "cote-d-ivoire-deaths-1989-2026.png"),
        ("Türkiye: ../../etc", "turkiye-etc.png"),
        ("x" * 200, "x" * 80 + ".png"),
    ],
)
def test_a_file_is_named_after_its_title_in_plain_letters(title, name):
    block = Block("b", title, "", "c", "s", None, pd.DataFrame())
    assert file_name(block, form="png") == name


def test_a_month_before_the_period_ends_it():
    block = violence.escalation(country="RWA", month=pd.Timestamp("1994-04-01"), years=5, **READ)
    assert list(block.figure.validated().layout.xaxis.range) == ["1989-05-01", "1994-04-30"]
    late = violence.escalation(country="RWA", month=MONTH, years=5, **READ)
    assert late.figure.validated().layout.xaxis.range[1] > "2025"
