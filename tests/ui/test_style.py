"""A rule of the style could hide a figure whose name happens to hold its words."""

import re

from ewdash.ui.style import CSS
from ewdash.views.methods import OF_CHART


def test_no_rule_by_a_part_of_a_class_meets_a_figure():
    """`[class*="-heard"]`, once for words that are only spoken, hid every figure of who was heard."""
    parts = re.findall(r'\[class\*="([^"]+)"\]', str(CSS))
    assert not [(part, chart) for part in parts for chart in OF_CHART if part in f"st-key-{chart} "]
