"""A mechanism could be told as renewed by a text that a view of the past cannot know."""

import pandas as pd
import pytest

from ewdash.analysis import connections
from ewdash.views import councils
from tests.reading import installed

RECORD = installed()
MECHANISM = "Independent International Commission of Inquiry on the Syrian Arab Republic"


def renewed(at, country="SYR", mechanism=MECHANISM):
    rows = councils.living(RECORD, country, pd.Timestamp(at))
    return rows[rows["label"] == mechanism].iloc[0]


@pytest.mark.parametrize(
    ("at", "day", "symbol"),
    [
        ("2012-03-22", "NaT", None),  # before its first renewal
        ("2012-03-23", "2012-03-23", "A/HRC/RES/19/22"),
        ("2018-02-28", "2017-03-24", "A/HRC/RES/34/26"),
        ("2025-04-03", "2024-04-04", "A/HRC/RES/55/22"),
        ("2026-03-26", "2025-04-04", "A/HRC/RES/58/25"),
        ("2100-01-01", "2026-03-27", "A/HRC/RES/61/3"),
    ],
)
def test_the_last_renewal_is_the_last_by_the_day_looked_from(at, day, symbol):
    row = renewed(at)
    assert str(row["renewed"])[:10] == day
    assert (None if pd.isna(row["renewed_by"]) else row["renewed_by"]) == symbol


def test_no_mechanism_is_renewed_after_any_day_looked_from():
    mechanisms = RECORD.table("hrc_mechanism")
    known = connections.renewing(mechanisms, RECORD.table("council_action"))
    for year in range(2007, 2027):
        at = pd.Timestamp(year, 1, 31)
        rows = connections.last_renewals(mechanisms, known, at)
        assert not (rows["renewed"] > at).any()
        assert rows["renewed"].isna().equals(rows["renewed_by"].isna())


def test_the_present_knows_what_the_table_does():
    mechanisms = RECORD.table("hrc_mechanism")
    known = connections.renewing(mechanisms, RECORD.table("council_action"))
    rows = connections.last_renewals(mechanisms, known, pd.Timestamp("2100-01-01"))
    pd.testing.assert_frame_equal(rows[["renewed", "renewed_by"]], mechanisms[["renewed", "renewed_by"]])


def test_a_renewal_is_as_sure_as_the_act_that_renewed():
    mechanisms = RECORD.table("hrc_mechanism")
    acts = RECORD.table("council_action")
    acts = acts.assign(confidence=acts["confidence"].mask(acts["symbol"] == "A/HRC/RES/58/25", "recalled"))
    known = connections.renewing(mechanisms, acts)
    rows = connections.last_renewals(mechanisms, known, pd.Timestamp("2026-03-26")).set_index("mechanism")
    assert rows.loc[MECHANISM, "confidence"] == "verified"
    assert rows.loc[MECHANISM, "renewed_confidence"] == "recalled"
