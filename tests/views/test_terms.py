"""A term could be explained in two ways, or a figure lead to no method."""

import re
from pathlib import Path

import pandas as pd
import pytest

from ewdash.analysis import alerts
from ewdash.charts import theme
from ewdash.i18n import translate
from ewdash.views import methods, signals, situation, stages, terms
from ewdash.views.sources import sources_view
from tests.reading import installed

RECORD = installed()
APRIL = pd.Timestamp("2026-04-01")


def test_level_and_stage_are_explained_in_place_by_the_sentence_of_the_page():
    measures = {
        measure.label: measure.explained or ""
        for measure in (
            *situation.answer(RECORD, country="SDN", month=APRIL).measures,
            *stages.stage_measure(RECORD, country="SDN", month=APRIL),
        )
    }
    assert measures[translate("measure-level")].startswith(terms.explained("level"))
    assert measures[translate("measure-stage")].startswith(terms.explained("stage"))


@pytest.mark.parametrize("country", ["SDN", "NGA", "HTI", "ISL", "PER"])
def test_the_explanation_of_a_stage_is_made_of_whole_sentences(country):
    (stage,) = stages.stage_measure(RECORD, country=country, month=APRIL)
    sentences = (stage.explained or "").split(". ")
    assert all(sentence[0].isupper() or sentence[0].isdigit() for sentence in sentences)
    assert re.fullmatch(r".*\. Prevention at this stage: [^.]+\.", stage.explained or "")


@pytest.mark.parametrize(("country", "term"), [("IRN", "strong-alert"), ("HTI", "alert")])
def test_an_alert_is_explained_on_its_card_by_the_sentence_of_the_page(country, term):
    card = signals.alert_card(RECORD, country=country, month=APRIL)
    assert any(terms.explained(term) in text for _, text in card.lines)


@pytest.mark.parametrize(("month", "term"), [("2026-04-01", "preliminary")])
def test_the_kind_of_figure_is_explained_in_the_notes_by_the_sentence_of_the_page(month, term):
    notes = situation.answer(RECORD, country="SDN", month=pd.Timestamp(month)).notes
    assert any(terms.explained(term) in note for note in notes)


def test_the_thresholds_of_an_alert_are_those_of_the_rules():
    assert terms.explained("alert").startswith("25 deaths or more in a month and three times")
    assert "five times in the first two months" in terms.explained("alert")
    assert terms.explained("strong-alert").startswith("50 deaths or more in a month and five times")
    assert (alerts.ALERT.minimum, alerts.ALERT.rise, alerts.ALERT.first) == (25, 3, 5)
    assert (alerts.STRONG.minimum, alerts.STRONG.rise) == (50, 5)


def test_the_scales_are_those_of_the_pictures():
    assert [step.colour for step in terms.levels()] == list(theme.LEVELS)
    assert [step.colour for step in terms.stages()] == list(theme.STAGES)
    assert [step.name[0] for step in terms.stages()] == list("0123456")


def test_every_method_that_is_named_stands_on_the_sources_page():
    named = {*methods.OF_CHART.values(), *terms.TERMS.values()}
    assert named <= {key for key, _, _ in sources_view(RECORD).methods}


def test_every_chart_leads_to_one_method():
    texts = [file.read_text(encoding="utf-8") for file in Path("ewdash/locales/en").glob("*.ftl")]
    charts = {name for text in texts for name in re.findall(r"^chart-([\w-]+) =", text, re.MULTILINE)}
    assert charts == set(methods.OF_CHART)
