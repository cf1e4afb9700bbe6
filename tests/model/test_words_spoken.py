"""A sentence could be said with a hole in it, or in no language at all."""

from datetime import date

import pytest

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
    i18n._bundle.cache_clear()
    token = i18n.LANGUAGE.set("fr")
    try:
        assert "fr" in i18n.languages()
        assert i18n.translate("page-world") == "Monde"
        assert i18n.translate("page-situation") == "Situation"
        assert i18n.month(date(2024, 12, 1)) == "décembre 2024"
    finally:
        i18n.LANGUAGE.reset(token)
        i18n._bundle.cache_clear()
