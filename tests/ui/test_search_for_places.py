"""The box could hide the place that a reader types, or offer another one first."""

import functools
import re
from pathlib import Path

import pytest
import streamlit

from ewdash.ui import place_labels, selectors
from ewdash.ui.place_labels import OUT_OF_SIGHT, WORD_START
from tests.reading import installed

RECORD = installed()
search_labels = functools.partial(functools.lru_cache(place_labels.search_labels), RECORD)
NAMES = RECORD.places.options()


def score(typed, label):
    """Score a label as Streamlit's filter does in the browser; None where a letter is missing.

    References:
        github.com/jhawthorn/fzy, with the numbers of Streamlit 1.67.
    """
    typed, lower = typed.lower(), label.lower()
    rest = iter(lower)
    if not all(letter in rest for letter in typed):
        return None
    least = float("-inf")
    before = None
    for place, letter in enumerate(typed):
        gap = -0.005 if place == len(typed) - 1 else -0.01
        ends, best, running = [], [], least
        for at, sign in enumerate(lower):
            end = least
            if sign == letter:
                bonus = start(label[at - 1] if at else "/", label[at])
                if before is None:
                    end = at * -0.005 + bonus
                elif at:
                    end = max(before[1][at - 1] + bonus, before[0][at - 1] + 1)
            running = max(end, running + gap)
            ends.append(end)
            best.append(running)
        before = ends, best
    return before[1][-1]


def start(sign, letter):
    if sign == "/":
        return 0.9
    if sign in "-_ ":
        return 0.8
    if sign == ".":
        return 0.6
    return 0.7 if sign.lower() == sign and letter.upper() == letter else 0


def found(typed, language="en"):
    labels = search_labels(language=language)
    scores = {code: score(typed, label) for code, label in labels.items()}
    return sorted((code for code in labels if scores[code] is not None), key=lambda code: -scores[code])


def test_the_filter_of_the_browser_is_the_one_that_is_counted_with_here():
    scripts = (Path(streamlit.__file__).parent / "static/static/js").glob("*.js")
    text = "".join(path.read_text(encoding="utf-8") for path in scripts if "ComboBox" in path.name)
    assert "=-.005," in text
    assert re.search(r"=-\.01,\w+=\.9,\w+=\.8,\w+=\.7,\w+=\.6;", text)
    assert "r===`/`?" in text
    assert "r===`-`||r===`_`||r===` `?" in text


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("SDN", "SDN"),
        ("sd", "SDN"),
        ("UK", "GBR"),  # before Ukraine
        ("USA", "USA"),
        ("US", "USA"),
        ("CH", "CHE"),  # before Chad, Chile and China
        ("BEL", "BEL"),  # before Belarus and Belize
        ("DOM", "DOM"),  # before Dominica
        ("Turkey", "TUR"),
        ("turkiye", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Cote d'Ivoire", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Burma", "MMR"),
        ("Swaziland", "SWZ"),
        ("North Korea", "PRK"),
        ("South Korea", "KOR"),
        ("Gaza", "PSE"),
        ("Cape Verde", "CPV"),
        ("Czech Republic", "CZE"),
        ("East Timor", "TLS"),
        ("Curacao", "CUW"),
        ("Macedonia", "MKD"),
        ("Macau", "MAC"),
        ("Zaire", "COD"),
        ("DRC", "COD"),
        ("ZAR", "COD"),
        ("YUG", "YUG"),
        ("Sudan", "SDN"),
        ("Niger", "NER"),
        ("Guinea", "GIN"),
        ("Congo", "COG"),
        ("India", "IND"),
        ("South", "SSD"),  # the name shown before the former South West Africa
    ],
)
def test_what_people_type_finds_the_place_first(typed, first):
    assert found(typed)[0] == first


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "ru", "zh-CN", "de", "tr", "my"])
def test_codes_come_first_in_every_language(language):
    for typed, first in {"SDN": "SDN", "UK": "GBR", "CH": "CHE", "BEL": "BEL", "MMR": "MMR"}.items():
        assert found(typed, language)[0] == first


@pytest.mark.parametrize(
    ("language", "typed", "first"),
    [
        ("de", "Nordkorea", "PRK"),
        ("fr", "Royaume-Uni", "GBR"),
        ("fr", "coree du nord", "PRK"),
        ("es", "Turquía", "TUR"),
        ("ru", "судан", "SDN"),
        ("ar", "السودان", "SDN"),
        ("zh-CN", "乌克兰", "UKR"),
    ],
)
def test_places_are_found_in_the_language_of_the_reader(language, typed, first):
    assert found(typed, language)[0] == first


@pytest.mark.parametrize("language", ["en", "de", "my"])
def test_what_is_seen_of_a_label_is_the_united_nations_name(language):
    for code, label in search_labels(language=language).items():
        assert label.partition(OUT_OF_SIGHT)[0].replace(WORD_START, "") == NAMES[code]
        assert len(label) < 1024  # the filter refuses longer ones


def test_labels_are_in_the_order_of_the_names_and_none_is_like_another():
    labels = search_labels(language="en")
    assert list(labels) == list(NAMES)
    assert len(set(labels.values())) == len(labels)


def test_a_browser_that_sends_the_label_of_a_run_ago_means_the_same_place():
    labels = search_labels(language="en")
    for sent in ("SDN", labels["SDN"], "Sudan"):
        assert selectors._value(sent, NAMES, labels) == "SDN"
    assert selectors._value("nonsense", NAMES, labels) is None
    assert selectors._value(None, NAMES, labels) is None
