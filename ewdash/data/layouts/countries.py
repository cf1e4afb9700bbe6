"""The codes by which files name a country, and the country of our table that each means."""

import pandas as pd
from babel.core import get_global


def codes(countries: pd.DataFrame, numbering: str) -> pd.DataFrame:
    """Return ``code`` and ``iso3`` of every code that stands for one country.

    Args:
        countries: The table ``country``: ``iso3`` and ``ucdp_id``.
        numbering: ``ucdp`` (UCDP's numbers), or ``iso``: the three letters of our table, the two letters and
            the M49 numbers that Unicode CLDR gives for them. ``NA`` is Namibia. A number with several
            successors, such as that of the Soviet Union, stands for none.
    """
    if numbering == "ucdp":
        rows = countries.dropna(subset=["ucdp_id"])
        known = dict(zip(rows["ucdp_id"].astype("int64").astype(str), rows["iso3"].astype(str), strict=True))
    else:
        aliases = get_global("territory_aliases")
        own = [str(code) for code in countries["iso3"]]
        alpha2 = {aliases[code][0]: code for code in own if len(aliases.get(code, ())) == 1}
        # A country of the past shares the letters of its successor, which has them.
        kinds = dict(zip(own, countries["kind"].astype(str), strict=True)) if "kind" in countries else {}
        alpha2 |= {
            aliases[code][0]: code
            for code in own
            if len(aliases.get(code, ())) == 1 and kinds.get(code) != "former"
        }
        numbers = {
            key.lstrip("0"): alpha2[letters[0]]
            for key, letters in aliases.items()
            if key.isdecimal() and len(letters) == 1 and letters[0] in alpha2
        }
        known = {**numbers, **alpha2, **{code: code for code in own}}
    return pd.DataFrame({"code": list(known), "iso3": list(known.values())}, dtype=object)
