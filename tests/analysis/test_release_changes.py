"""What a release changed: like beside like, and never a difference across two states of the record."""

import pandas as pd
import pytest

from ewdash.analysis.release_changes import changed

MANIFEST = pd.DataFrame(
    {
        "dataset": ["ged", "candidate", "candidate", "candidate", "ged", "country_year"],
        "version": ["25.1", "25.01.25.12", "26.01.26.03", "26.0.4", "26.1", "26.1"],
    }
)


def archive(*rows):
    names = ["release", "iso3", "month", "deaths_best"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(type="all", month=pd.to_datetime(frame["month"]))


def test_final_beside_final_is_a_revision_and_preliminary_beside_final_is_not():
    rows = archive(
        ("25.1", "UKR", "2024-05-01", 100),
        ("25.1", "FRA", "2024-05-01", 3),
        ("25.1", "MEX", "2024-05-01", 7),
        ("26.1", "UKR", "2024-05-01", 140),
        ("26.1", "FRA", "2024-05-01", 3),
        ("25.01.25.12", "SDN", "2025-10-01", 1_000),
        ("26.1", "SDN", "2025-10-01", 61_000),
    )
    found = changed(rows, MANIFEST, "26.1").set_index("iso3")
    assert "FRA" not in found.index  # unchanged
    assert found.loc["UKR", ["before", "deaths", "difference"]].tolist() == [100, 140, 40]
    assert found.loc["MEX", ["before", "deaths", "difference"]].tolist() == [7, 0, -7]
    assert found.loc["SDN", "before"] == 1_000
    assert found.loc["SDN", "before_status"] == "preliminary"
    assert pd.isna(found.loc["SDN", "difference"])


def test_what_no_release_told_before_has_no_figure_before():
    rows = archive(("26.0.4", "SDN", "2026-04-01", 50), ("26.0.4", "SDN", "2026-02-01", 4))
    found = changed(rows, MANIFEST, "26.0.4")
    assert found["month"].tolist() == [pd.Timestamp(2026, 4, 1)]  # a late event is not the month
    assert found["before"].isna().all()


def test_niger_and_nigeria_stand_together_where_one_release_tells_them_so():
    rows = archive(
        ("25.1", "NGA+NER", "2024-05-01", 90),
        ("26.1", "NGA", "2024-05-01", 70),
        ("26.1", "NER", "2024-05-01", 25),
    )
    found = changed(rows, MANIFEST, "26.1")
    assert found[["iso3", "difference"]].to_numpy().tolist() == [["NGA+NER", 5]]


def test_what_is_no_release_is_refused():
    with pytest.raises(ValueError, match="x"):
        changed(archive(("26.1", "UKR", "2024-05-01", 1)), MANIFEST, "x")
