"""A refused source could leave half the tables new and half old, or a rebuild could change bytes."""

import os
from pathlib import Path

import pandas as pd
import pytest

from ewdash.data import sources, store
from ewdash.data.build import FIGURES, build
from ewdash.model.errors import EwdashError, SourceDoubleError, SourceMissingError


def test_a_refused_source_changes_nothing(tmp_path):
    told = []
    with pytest.raises(SourceMissingError, match="ucdp_ged"):
        build(tmp_path, root=tmp_path / "data", tables=("country", "conflict_month"), saved=told.append)
    assert not told
    assert not (tmp_path / "data").exists()


def test_the_command_tells_a_missing_folder_in_a_sentence(tmp_path, capsys):
    from ewdash.__main__ import main

    assert main(["build", "--from", str(tmp_path), "--table", "population_year"]) == 1
    told = capsys.readouterr().err
    assert "population.parquet is not in the folder" in told
    assert "Traceback" not in told


def test_the_command_checks_every_table(capsys):
    from ewdash.__main__ import main

    assert main(["check"]) == 0
    assert "conflict_month: 83,664 rows" in capsys.readouterr().out


def test_hand_tables_build_to_the_bytes_in_the_repository(tmp_path):
    build(tmp_path, root=tmp_path / "data", tables=("country", "case"))
    for table in ("country", "case"):
        assert store.card(table, root=tmp_path / "data").sha256 == store.card(table).sha256


@pytest.mark.skipif("EWDASH_SOURCES" not in os.environ, reason="the source files are not at hand")
def test_all_tables_build_to_the_bytes_in_the_repository(tmp_path):
    build(Path(os.environ["EWDASH_SOURCES"]), root=tmp_path)
    for table in FIGURES:
        assert store.card(table, root=tmp_path).sha256 == store.card(table).sha256


def test_an_id_twice_in_one_release_is_told_and_a_revised_one_is_not():
    rows = pd.DataFrame(
        {"id": [7, 7, 9, 9, 8], "release": ["26.0.1", "26.0.2", "26.0.2", "26.0.2", "26.0.2"]}
    )
    with pytest.raises(
        SourceDoubleError, match=r"events\.parquet holds an id \(id\) twice in one release: 9\."
    ):
        sources.once("events.parquet", rows, "id", within="release")
    sources.once("events.parquet", rows.drop(index=3), "id", within="release")
    many = pd.DataFrame({"id": [*range(30)] * 2, "release": "26.0.1"})
    with pytest.raises(SourceDoubleError, match=r"holds 30 ids \(id\) more than once .*: 0, 1, .*, 9 …\."):
        sources.once("events.parquet", many, "id", within="release")


def test_an_error_is_a_sentence_and_a_next_step():
    assert issubclass(SourceMissingError, EwdashError)
    error = SourceMissingError(file="x.csv")
    assert str(error).endswith(".")
    assert error.advice.endswith(".")
