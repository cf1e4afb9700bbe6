"""A download could run as a program, or lose the source of its figures."""

import io

import pandas as pd

from ewdash.views.block import csv, with_headings


def back(content):
    return pd.read_csv(io.BytesIO(content))


def test_a_cell_that_a_spreadsheet_would_run_is_quoted():
    table = pd.DataFrame(
        {"label": ["=1+1", "@SUM(A1)", "-2", "+3", "\tx", "plain"], "deaths": [-1, 2, 3, 4, 5, 6]}
    )
    found = back(csv(table, source="s"))
    assert found["label"].tolist() == ["'=1+1", "'@SUM(A1)", "'-2", "'+3", "'\tx", "plain"]
    assert found["deaths"].iloc[0] == -1


def test_each_row_carries_its_source():
    assert (
        back(csv(pd.DataFrame({"a": [1, 2]}), source="Source: UCDP"))["source"].tolist()
        == ["Source: UCDP"] * 2
    )


def test_unknown_stays_empty_and_zero_stays_zero():
    found = back(csv(pd.DataFrame({"deaths": pd.array([0, None], dtype="Int64")}), source="s"))
    assert found["deaths"].iloc[0] == 0
    assert pd.isna(found["deaths"].iloc[1])


def test_headings_are_in_words():
    assert list(with_headings(pd.DataFrame({"deaths_best": [1]}))) == ["Deaths, best estimate"]
