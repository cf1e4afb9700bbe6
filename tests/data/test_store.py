"""A damaged, missing or foreign table could be read as if it were ours."""

import io
import shutil

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import tomli_w

from ewdash.data import store
from ewdash.model.errors import (
    CardError,
    DatasetDamagedError,
    DatasetMissingError,
    DatasetVersionError,
)


@pytest.fixture
def installed(tmp_path):
    """Return a data folder that holds a copy of one real table."""
    shutil.copytree(store.DATA / "population_year", tmp_path / "population_year")
    return tmp_path


def changed(root, **facts):
    import tomllib

    path = root / "population_year" / "card.toml"
    card = tomllib.loads(path.read_text(encoding="utf-8"))
    path.write_text(tomli_w.dumps({**card, **facts}), encoding="utf-8")


def test_an_untouched_table_is_read(installed):
    assert len(store.load("population_year", root=installed)) > 10_000


def test_a_missing_table_is_told(installed):
    (installed / "population_year" / "population_year.parquet").unlink()
    with pytest.raises(DatasetMissingError, match="not installed"):
        store.load("population_year", root=installed)


def test_a_truncated_table_is_refused(installed):
    path = installed / "population_year" / "population_year.parquet"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(DatasetDamagedError):
        store.load("population_year", root=installed)


def test_a_tampered_table_is_refused_even_if_it_can_be_read(installed):
    path = installed / "population_year" / "population_year.parquet"
    frame = pd.read_parquet(path)
    path.write_bytes(store.parquet_bytes(frame.assign(population=1)))
    with pytest.raises(DatasetDamagedError):
        store.load("population_year", root=installed)


def test_a_table_of_another_layout_is_refused(installed):
    changed(installed, layout=99)
    with pytest.raises(DatasetVersionError, match="99"):
        store.load("population_year", root=installed)


def test_a_card_without_a_caveat_field_is_refused(installed):
    import tomllib

    path = installed / "population_year" / "card.toml"
    card = tomllib.loads(path.read_text(encoding="utf-8"))
    del card["caveats"]
    path.write_text(tomli_w.dumps(card), encoding="utf-8")
    with pytest.raises(CardError, match="caveats"):
        store.card("population_year", root=installed)


@pytest.mark.parametrize(
    "facts",
    [
        {"caveats": 3},
        {"caveats": [3]},
        {"accessed": "x"},
        {"covers_to": "2026"},
        {"file": 3},
        {"rows": True},
        {"sources": "x"},
    ],
)
def test_a_card_with_a_field_of_another_kind_is_refused_by_name(installed, facts):
    changed(installed, **facts)
    with pytest.raises(CardError, match=f"{next(iter(facts))} is missing or not of its kind"):
        store.card("population_year", root=installed)


@pytest.mark.parametrize("file", ["", "..", "\0"])
def test_a_card_that_names_no_file_is_told_as_a_missing_table(installed, file):
    changed(installed, file=file)
    with pytest.raises(DatasetMissingError):
        store.load("population_year", root=installed)


def test_a_card_cannot_lead_out_of_its_folder(installed):
    changed(installed, file="../../secret")
    with pytest.raises(DatasetMissingError):
        store.load("population_year", root=installed)


def test_the_same_figures_give_the_same_bytes():
    frame = pd.DataFrame({"iso3": ["NAM", "NER"], "year": [2020, 2021]})
    assert store.parquet_bytes(frame) == store.parquet_bytes(frame.copy())


@pytest.mark.parametrize("storage", ["python", "pyarrow"])
def test_a_table_has_the_same_bytes_however_its_words_are_held(storage):
    held = pd.array(["MLI", None], dtype=pd.StringDtype(storage, na_value=float("nan")))
    content = store.parquet_bytes(pd.DataFrame({"iso3": held, "deaths": [1, 2]}))
    assert pq.read_schema(io.BytesIO(content)).types == [pa.large_string(), pa.int64()]
