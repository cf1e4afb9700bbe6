"""A sentence could be said with a hole in it, or in no language at all."""

import time
from datetime import date

import pytest
from fluent.syntax import ast

from ewdash import i18n


def test_a_sentence_is_filled_with_facts_written_as_the_language_does():
    assert "1,234 rows" in i18n.translate("cli-built", table="t", rows=1234, digest="abc")


def test_a_missing_fact_is_an_error_not_a_hole():
    with pytest.raises(ValueError, match="rows"):
        i18n.translate("cli-built", table="t", digest="abc")


def test_an_unknown_message_is_an_error():
    with pytest.raises(KeyError):
        i18n.translate("no-such-message")


def test_a_language_without_a_catalogue_is_not_offered():
    assert i18n.languages()[0] == "en"
    assert "xx" not in i18n.languages()


@pytest.mark.parametrize(
    ("text", "told"),
    [("x" * 80, "x" * 80), ("x" * 81, "x" * 79 + "…"), ("a\x00b\nc\u202e", "a�b�c�")],
)
def test_what_someone_else_wrote_is_repeated_in_short_and_on_one_line(text, told):
    assert i18n.repeated(text) == told


def test_months_and_days_are_written_in_words():
    assert i18n.month(date(2024, 12, 1)) == "December 2024"
    assert i18n.day(date(2011, 2, 25)) == "25 February 2011"


def test_another_language_is_a_folder_and_falls_back_to_english(tmp_path, monkeypatch):
    import shutil
    from importlib.resources import files
    from pathlib import Path

    root = tmp_path / "locales"
    shutil.copytree(Path(str(files("ewdash") / "locales" / "en")), root / "en")
    (root / "fr").mkdir()
    (root / "fr" / "pages.ftl").write_text("page-world = Monde\n", encoding="utf-8")
    monkeypatch.setattr(i18n, "files", lambda package: tmp_path)
    i18n._catalogue.cache_clear()
    token = i18n.LANGUAGE.set("fr")
    try:
        assert "fr" in i18n.languages()
        assert i18n.translate("page-world") == "Monde"
        assert i18n.translate("page-situation") == "Situation"
        assert i18n.month(date(2024, 12, 1)) == "décembre 2024"
    finally:
        i18n.LANGUAGE.reset(token)
        i18n._catalogue.cache_clear()


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    """Return what writes files of English and reads them as a catalogue."""

    def read(**texts):
        folder = tmp_path / "locales" / "en"
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / f"{name}.ftl").write_text(text, encoding="utf-8")
        monkeypatch.setattr(i18n, "files", lambda package: tmp_path)
        return i18n._Catalogue("en")

    return read


def test_a_message_repeats_others_wherever_they_stand(catalogue):
    words = catalogue(
        first="whole = { $n ->\n    [one] { part }, { -name }\n   *[other] none = { $n }\n}\n",
        second="# Of both.\n-name = Q\npart = a { piece }\n    .more = b\npiece = c\n### The end.\n",
        third="# Nothing yet.\n",
    )
    text, faults = words.bundle.format_pattern(words.message("whole").value, {"n": 1})
    assert (text, faults) == ("a c, Q", [])
    assert words.message("none") is None
    assert words.message("-name") is None


def test_the_first_of_two_messages_of_a_name_is_said(catalogue):
    words = catalogue(first="name = a\n", second="name = b\n")
    assert words.bundle.format_pattern(words.message("name").value)[0] == "a"


def test_many_readers_who_ask_for_the_same_message_find_what_it_repeats(catalogue, monkeypatch):
    import threading

    parse, begun = i18n.FluentResource, threading.Event()

    def slow(text):
        begun.set()
        time.sleep(0.05)
        return parse(text)

    words = catalogue(first="whole = { part }\npart = a\n")
    monkeypatch.setattr(i18n, "FluentResource", slow)
    said = []

    def read():
        said.append(words.bundle.format_pattern(words.message("whole").value))

    readers = [threading.Thread(target=read) for _ in range(3)]
    readers[0].start()
    assert begun.wait(10)
    for reader in readers[1:]:
        reader.start()
    for reader in readers:
        reader.join(10)
    assert said == [("a", [])] * 3


def test_every_message_of_the_catalogue_is_found():
    names = []
    for path in (i18n.files("ewdash") / "locales" / "en").iterdir():
        if path.name.endswith(".ftl"):
            body = i18n.FluentResource(path.read_text(encoding="utf-8")).body
            names += [entry.id.name for entry in body if isinstance(entry, ast.Message)]
    words = i18n._Catalogue("en")
    assert set(names) == set(words._entries)
    assert all(words.message(name) is not None for name in names)
