"""A month without a recorded attack could be told as not covered, or one outside coverage as quiet."""

import pandas as pd

from ewdash.data import store
from ewdash.signals import inputs


def test_a_country_without_an_incident_inside_coverage_has_none_and_outside_it_is_not_covered():
    panel = inputs.final(store.load)
    table = store.load("violation_incident")
    table = table[table["iso3"] == "SDN"]  # nothing anywhere else
    signs = inputs.slow_signs(lambda name: table if name == "violation_incident" else store.load(name), panel)
    grid = pd.DataFrame(signs.incidents, index=panel.months, columns=list(panel.iso3))
    inside, outside = grid.loc["2022-06-01"], grid.loc["2010-06-01"]
    assert inside.drop("SDN").eq(0).all()
    assert outside.isna().all()
