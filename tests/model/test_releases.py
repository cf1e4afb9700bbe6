"""Releases by their names, and by the months of their events."""

import pytest

from ewdash.model import releases


@pytest.mark.parametrize(
    ("version", "first", "last"),
    [
        ("25.1", "1989-01", "2024-12"),
        ("26.0.7", "2026-07", "2026-07"),
        ("26.01.26.06", "2026-01", "2026-06"),
    ],
)
def test_a_version_says_which_months_it_covers(version, first, last):
    release = releases.parse(version)
    assert (f"{release.first:%Y-%m}", f"{release.last:%Y-%m}") == (first, last)


@pytest.mark.parametrize("version", ["26.2", "26.0.13", "26.0.0", "26.01.25.06", "26.01.26.13", "", "x"])
def test_what_is_no_version_is_none(version):
    assert releases.parse(version) is None


@pytest.mark.parametrize(
    ("file", "version"),
    [
        ("GEDEvent_v26_0_7.csv", "26.0.7"),
        ("GEDEvent_v26_01_26_06.csv", "26.01.26.06"),
        ("GEDEvent_v26_1.csv", "26.1"),
        ("ged261-csv.zip", "26.1"),
        ("events.csv", None),
    ],
)
def test_a_file_may_say_its_release(file, version):
    named = releases.named(file)
    assert (named and named.version) == version


def test_the_newer_release_is_the_greater():
    order = ["25.0.12", "25.01.25.12", "26.0.3", "26.01.26.03", "26.0.4", "25.1", "26.1"]
    assert sorted(order[3:] + order[:3], key=releases.parse) == order


def test_events_say_which_release_they_are():
    month = {(2026, 5): 20, (2026, 6): 5, (2026, 7): 1_796}
    assert releases.inside(month).version == "26.0.7"
    whole = {(2026, number): 1_500 for number in range(1, 7)} | {(2025, 12): 4}
    assert releases.inside(whole).version == "26.01.26.06"
    final = {(year, number): 900 for year in range(1989, 2026) for number in range(1, 13)}
    assert releases.inside(final | {(2026, 1): 3}).version == "26.1"
    gap = {(2026, 1): 1_000, (2026, 4): 1_000}
    assert releases.inside(gap) is None
