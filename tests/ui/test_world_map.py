"""The map in the browser could hide what it knows from keyboard or screen reader, or ask the server twice."""

import re

import pytest

from ewdash.charts.worldmap import FILLED, WORDS
from ewdash.ui import assets

CODE = assets._code(assets.MAP).decode()


def part(name):
    """Return the text of one function of the script."""
    return re.search(rf"^function {name}\(.*?^}}", CODE, re.MULTILINE | re.DOTALL)[0]


def test_the_card_comes_with_hover_focus_and_touch_and_goes_with_escape():
    behave = part("behave")
    for event in ("pointermove", "focusin", "focusout", "keydown", "click"):
        assert f'addEventListener("{event}"' in behave
    assert '"Escape"' in behave
    assert '"touch"' in behave
    assert behave.index('"pointerdown"') < behave.index("if (!ready)"), "a press focuses, then clicks"
    assert '"aria-describedby", card.id' in behave


def test_the_card_can_be_reached_by_the_pointer():
    card = part("cards")
    assert 'card.addEventListener("pointerenter", stay)' in card
    assert "LINGER" in card
    assert 'addEventListener("focusout", leave)' in part("behave"), "or a press on the card would close it"


def test_the_legend_is_made_of_buttons_that_tell_their_state():
    under = part("under")
    assert 'html("button", "key"' in under
    assert 'setAttribute("aria-pressed"' in under
    assert 'told.setAttribute("role", "status")' in under
    assert "setTriggerValue" not in under, "a choice in the legend asks no server"


def test_what_the_legend_leaves_out_is_left_out_for_everybody():
    assert 'setAttribute("aria-hidden", "true")' in part("dim")
    assert "!seen(area.id)" in part("behave"), "the arrows pass it by"
    assert "!seen(area.id)" in part("paint")


@pytest.mark.parametrize("word", WORDS)
def test_each_word_of_the_map_is_said(word):
    assert f"spec.words.{word}" in CODE


def test_page_and_paper_fill_the_same_rings():
    assert f"const FILLED = {FILLED};" in CODE


def test_names_are_text_and_never_markup():
    assert "innerHTML" not in CODE
    assert "theme." not in CODE
