"""A download could lose its headings, or what must travel with the figure."""

import functools
import inspect

import pandas as pd

from ewdash.exports.tables import headed, heading
from ewdash.views import council_overview, due, due_before_both, situation, track
from ewdash.views.block import SHARED, said_once, with_headings
from ewdash.views.comparison import page
from ewdash.views.region import lines
from tests.reading import installed

RECORD = installed()
MONTH = pd.Timestamp("2024-12-01")


def test_headings_are_in_words():
    assert list(with_headings(pd.DataFrame({"deaths_best": [1]}))) == ["Deaths, best estimate"]


def rows(**columns):
    return pd.DataFrame({"country": ["Chad", "Mali"], **columns})


def test_a_reason_that_all_rows_share_is_said_once_beside_the_table():
    table, sentences = said_once(rows(reason=["No sign open."] * 2, stage=["4", "4"]))
    assert list(table) == ["country", "stage"]
    assert sentences == ("Said once, because no row differs: Reason “No sign open”.",)


def test_a_reason_that_one_row_lacks_or_differs_in_stays_in_the_table():
    for reasons in (["No sign open.", ""], ["No sign open.", "Rights indices worsened."]):
        table, sentences = said_once(rows(reason=reasons))
        assert "reason" in table
        assert sentences == ()


def test_a_state_that_only_uncovered_rows_lack_is_said_once_with_where():
    table, sentences = said_once(rows(vintage=["final", None]))
    assert list(table) == ["country"]
    assert "Final or preliminary (where given) “final”" in " ".join(sentences)


def test_a_column_that_holds_nothing_is_told_apart_from_one_that_is_not_known():
    table, sentences = said_once(rows(alert=["", ""], low_12=pd.array([None, None], dtype="Int64")))
    assert list(table) == ["country"]
    assert sentences == ("None in any row: Alert.", "Not given in any row: Low estimate.")


def test_a_table_of_one_row_repeats_nothing_and_zeros_stay():
    assert said_once(rows(reason=["No sign open."] * 2).head(1))[1] == ()
    assert list(said_once(rows(deaths_12=[0, 0]))[0]) == ["country", "deaths_12"]


def test_no_table_of_the_pages_repeats_one_reason_in_every_row():
    for one in blocks():
        table, _ = said_once(one.table)
        repeated = [name for name in SHARED if name in table and len(table[name].unique()) == 1]
        assert not repeated or len(table) == 1, one.name


@functools.cache
def blocks():
    """Return the blocks of the pages of a country, of both Councils, of the alerts and of a comparison."""
    country = {"country": "SDN", "month": MONTH, "record": RECORD}
    where = {"region": "africa", "group": None, "record": RECORD}
    both = (
        due_before_both.both_of_country
    )  # the Sudan is not before both in a quarter: that of the world is below
    makes = [make for group in situation.SECTIONS.values() for make in group if make is not both]
    made = [
        make(**country, **({"years": 10} if "years" in inspect.signature(make).parameters else {}))
        for make in makes
    ]
    made += [make(**where) for group in council_overview.SECTIONS.values() for make in group]
    made += [make(RECORD) for group in track.SECTIONS.values() for make in group]
    made += [make(**where, day=pd.Timestamp(2026, 11, 26)) for make in (due.ahead, due.past)]
    made.append(due_before_both.both(RECORD, day=pd.Timestamp(2026, 11, 26), region=None, group=None))
    made += [track.rules(RECORD, threshold=track.frozen(RECORD)), lines(**where, month=MONTH, back=1)]
    compared = page.compare_view(
        RECORD,
        countries=("SDN", "SSD"),
        month=MONTH,
        years=10,
        measure="per_million",
        by="onset",
        span="year",
        axis="linear",
        onset="latest",
    )
    return [*made, compared.picture, compared.figures]


def test_every_column_that_can_be_taken_away_has_a_plain_heading():
    names = {column for one in blocks() for column in one.table.columns}
    assert len(names) > 60
    assert sorted(name for name in names if heading(name) == name and name.islower()) == []


def test_every_table_says_of_which_country_it_is_or_that_it_is_of_all():
    for one in blocks():
        place = headed(one.numbers).iloc[:, 0]
        assert headed(one.numbers).columns[0] == "Country or territory", one.name
        assert place.notna().all(), one.name
    places = {one.name: one.numbers.place for one in blocks() if "country" not in one.table}
    assert {places[name] for name in ("by-type", "fan", "rights", "displacement", "where", "clock")} == {
        "Sudan"
    }
    assert places["clocks"] == places["precedents"] == "Africa"
    assert places["base-rates"] == places["blocks"] == places["openings"] == ""


def test_what_is_taken_away_carries_the_citations_and_caveats_of_its_cards():
    for one in blocks():
        assert one.cards, one.name
        for card in one.cards:
            assert set(card.caveats) <= set(one.about)
            assert set(card.provenance.citation) <= set(one.about)
