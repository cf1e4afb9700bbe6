"""A link could lead nowhere, or a symbol that is none become one."""

import pandas as pd
import pytest

from ewdash.data import store
from ewdash.model.symbols import address, bracketed


@pytest.mark.parametrize(
    ("symbol", "link"),
    [
        ("A/HRC/RES/S-15/1", "https://undocs.org/A/HRC/RES/S-15/1"),
        ("S/RES/1970 (2011)", "https://undocs.org/S/RES/1970(2011)"),
        ("E/CN.4/RES/1993/69", "https://undocs.org/E/CN.4/RES/1993/69"),
        ("ICC-02/05-01/09", None),
        ("javascript:alert(1)", None),
        (None, None),
        (float("nan"), None),
    ],
)
def test_a_symbol_leads_to_its_document_or_nowhere(symbol, link):
    assert address(symbol) == link


@pytest.mark.parametrize(("symbol", "said"), [("S/2024/1", " (S/2024/1)"), (None, ""), (pd.NA, "")])
def test_a_symbol_stands_in_brackets_or_not_at_all(symbol, said):
    assert bracketed(symbol) == said


def test_every_resolution_on_record_has_an_address():
    symbols = store.load("council_action")["symbol"].dropna()
    texts = symbols[symbols.str.contains("/RES/")]
    assert texts.map(address).notna().all()
