"""A list could send markup, lose a row, lead nowhere, or show no data as none."""

import io
import re
from pathlib import Path

import pandas as pd
import pytest

from ewdash.charts import theme
from ewdash.exports.tables import csv, workbook
from ewdash.ui import assets, watch
from ewdash.views.watchlists import MONTHS, WatchList, to_take_away, unanswered
from ewdash.views.world import world_view
from tests.reading import installed

RECORD, ROOT = installed(), Path(__file__).resolve().parents[2]

ROWS = pd.DataFrame(
    {
        "iso3": ["SDN", "TCD"],
        "country": ["Sudan", "Chad"],
        "deaths_12": [1234, 5],
        "change": [2.5, float("nan")],
        MONTHS: [((1, None, 0), "Highest: 1"), ((0, 0, 0), "None recorded")],
    }
)
COLUMNS = ("country", "deaths_12", "change", MONTHS)


def made(**parameters):
    part = WatchList("serious", ROWS, COLUMNS, "reads")
    return watch.table(part, title="Most serious", parameters=parameters)


def script():
    return assets._code(assets.WATCH).decode()


def test_each_row_begins_with_its_code_and_is_in_words():
    table = made()
    assert table["rows"][0] == ["SDN", "Sudan", "1,234", "2.5", ((1, None, 0), "Highest: 1")]
    assert table["rows"][1][3] == "not given"
    assert [column["kind"] for column in table["columns"]] == ["link", "number", "number", "months"]
    assert table["columns"][0]["heading"] == "Country or territory"


def test_a_name_leads_to_its_situation_with_what_the_reader_chose():
    address = made(month="2024-12", lang="en")["address"]
    assert address == "/situation?month=2024-12&lang=en&country="


def test_the_table_is_a_table_to_a_screen_reader_and_its_names_are_links():
    code = script()
    for role in ("table", "row", "cell", "columnheader", "rowheader", "region"):
        assert f'"{role}"' in code
    assert 'html("a"' in code
    assert "text-decoration: underline" in code
    assert "innerHTML" not in code, "a name is text, never markup"


def test_no_data_has_no_bar_and_states_of_the_record_are_parted():
    code = script()
    assert "if (deaths === null) return;" in code
    assert 'class: "break"' in code
    assert "theme." not in code, "each colour is the theme's"
    assert theme.EDGE in code


def test_each_script_is_whole():
    for stem, parts in assets.PARTS.items():
        code = assets._code(stem).decode()
        names = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", code, re.MULTILINE)
        assert len(names) == len(set(names)), f"{stem}: said twice"
        for part in parts:
            assert Path(assets.__file__).with_name(f"{part}.js").exists()


def test_each_list_is_taken_away_with_all_its_rows_its_months_and_its_source():
    view = world_view(RECORD, month=pd.Timestamp("2026-04-01"), region=None, group=None, layer="level")
    lists = {name: make() for name, make in view.lists.items()}
    for part in (*lists.values(), view.alerts):
        numbers, about = to_take_away(RECORD, part)
        assert len(numbers.rows) == len(part.rows)
        assert part.reads in about
        assert any("CC BY" in line for line in about)
        found = pd.read_csv(io.BytesIO(csv(numbers)), keep_default_na=False)
        assert found["ISO code"].tolist() == part.rows["iso3"].tolist()
        assert set(found["Source"]) == ({numbers.source} if len(found) else set())
        assert workbook([numbers], about).startswith(b"PK")
    serious = to_take_away(RECORD, lists["serious"])[0].rows
    months = serious.set_index("iso3").loc["IRN", "deaths_by_month"].split("; ")
    assert len(months) == 24
    assert "19894" in months


def test_only_the_shared_buttons_offer_a_csv_so_that_none_comes_without_a_workbook():
    for path in (*(ROOT / "ewdash" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"):
        if path.name != "files.py":
            text = path.read_text(encoding="utf-8")
            # Templates and lists of own records have files of their own: a workbook beside each.
            own = text.count("files.XLSX") if path.name == "own_records.py" else 0
            assert text.count("text/csv") == own, path.name
            assert "download_button" not in text, path.name


@pytest.mark.parametrize("month", ["2026-04-01", "2024-12-01", "2026-06-01"])
def test_each_file_says_its_period_and_kind_of_figure_in_each_row(month):
    view = world_view(RECORD, month=pd.Timestamp(month), region=None, group=None, layer="level")
    quiet = unanswered(RECORD, month=pd.Timestamp(month), region=None, group=None)
    lists = {name: make() for name, make in view.lists.items()} | {"unanswered": quiet, "alerts": view.alerts}
    for name, part in lists.items():
        rows = to_take_away(RECORD, part)[0].rows
        kind = "months_state" if name == "serious" else "vintage"
        assert rows[kind].notna().all(), name
        when = [column for column in ("period", "month", "year") if column in rows]
        assert when, name
        assert rows[when].notna().all(axis=None), name
    year = to_take_away(RECORD, lists["level"])[0].rows
    first = pd.Timestamp(month) - pd.DateOffset(months=11)
    assert set(year["period"]) == {f"{first:%Y-%m} to {month[:7]}"}
    assert pd.api.types.is_integer_dtype(year["deaths_12"]), "a file holds numbers"
    assert len(set(view.block.table["period"])) == 1


def test_preliminary_deaths_are_no_plain_numbers_in_any_list_and_the_final_year_is_named_in_its_file():
    view = world_view(RECORD, month=pd.Timestamp("2026-04-01"), region=None, group=None, layer="level")
    level, settled = view.lists["level"](), view.lists["settled"]()
    assert level.rows["deaths_12"].str.endswith(" so far").all()
    assert "April 2026, preliminary" in level.reads
    assert view.lists["change"]().reads.startswith("Preliminary on both sides. Deaths in April 2026 against")
    assert set(settled.files["year"]) == {2025}
    assert set(settled.files["vintage"]) == {"final"}
