"""A briefing could open without what is new, or tell a paper on the past of later things."""

import pandas as pd
import pytest

from ewdash.i18n import translate
from ewdash.views import since, subjects
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.briefings.region import region_briefing
from tests.reading import installed

RECORD = installed()
ASKED = {"address": "", "note": None}
APRIL, PAST = pd.Timestamp("2026-04-01"), pd.Timestamp("2019-12-01")


def situation(month, **more):
    sections = subjects.PARTS["situation"]
    return situation_briefing(RECORD, country="HTI", month=month, years=5, sections=sections, **ASKED, **more)


def region(month, **more):
    options = {"region": "sahel", "group": None, "back": 12, "years": 5, "scale": "own"}
    return region_briefing(RECORD, month=month, sections=("moved",), **options, **ASKED, **more)


@pytest.mark.parametrize(("make", "scope"), [(situation, ("HTI",)), (region, None)])
def test_what_is_new_stands_first_when_a_session_is_chosen(make, scope):
    first, *others = make(APRIL, since="HRC-61").parts
    assert first.key == "since"
    if scope is not None:
        assert first.message == since.news(RECORD, since="HRC-61", scope=scope).sentence
    assert first.message.startswith("New since HRC 61")
    assert [part.key for part in others] == [part.key for part in make(APRIL).parts]


def test_a_paper_on_the_past_tells_nothing_new():
    assert all(part.key != "since" for part in situation(PAST, since="HRC-61").parts)


def test_the_news_of_one_country_names_its_alert():
    first = situation(APRIL, since="HRC-61").parts[0]
    assert any(translate("since-kind-alert") in line and "May 2026" in line for line in first.lines)
