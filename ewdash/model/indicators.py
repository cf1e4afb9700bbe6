"""Rights indicators and sectors of incidents: direction, scale and coverage of each."""

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True)
class Indicator:
    """One indicator: which direction is better, and the ends of its scale where it has any."""

    key: str
    version: str
    higher_is: Literal["better", "worse"]
    low: float | None = 0.0
    high: float | None = 1.0


def _all(version: str, better: str, *, worse: str = "") -> list[Indicator]:
    return [Indicator(key, version, "better") for key in better.split()] + [
        Indicator(key, version, "worse") for key in worse.split()
    ]


# V-Dem versions are never spliced: the same question is re-estimated with each release.
_V16 = [
    *_all(
        "v16",
        "v2x_clphy v2x_civlib v2x_rule v2xcl_rol v2x_freexp_altinf v2x_frassoc_thick v2x_polyarchy "
        "v2x_libdem v2x_partipdem v2x_delibdem v2x_egaldem v2xel_frefair v2x_suffr v2x_gender",
        worse="v2x_corr v2x_execorr v2xnp_pres",
    ),
    Indicator("v2cacamps", "v16", "worse", None, None),
    Indicator("v2x_regime_owid", "v16", "better", 0, 3),
]
_V15 = [
    *(Indicator(key, "v15", "better", None, None) for key in ("v2clkill", "v2cltort", "v2pepwrses")),
    *_all("v15", "v2x_clphy v2x_clpol v2x_rule v2xcl_disc v2x_polyarchy_codelow v2x_polyarchy_codehigh"),
    *(
        Indicator(key, "v15", "better", 0, 4)
        for key in (
            "v2csreprss_ord",
            "v2mecenefm_ord",
            "v2psparban_ord",
            "v2clrelig_ord",
            "v2pepwrsoc_ord",
            "v2csgender_ord",
        )
    ),
    *_all("v15", "v2clrgunev_ord_is2", worse="v2clkill_ord_is0 v2clsocgrp_ord_is0"),
]
_V14 = _all("v14", "v2xcs_ccsi v2x_pubcorr_inv") + [
    Indicator(key, "v14", "better", None, None) for key in ("v2x_veracc_osp", "v2x_horacc_osp")
]

INDICATORS: dict[tuple[str, str], Indicator] = {
    (indicator.key, indicator.version): indicator for indicator in (*_V16, *_V15, *_V14)
}


def declared(key: str, version: str) -> Indicator:
    """Return an indicator of a version; of a version that is not declared, as the newest one declares it.

    Raises:
        StopIteration: If no version declares it.
    """
    known = INDICATORS.get((key, version))
    return known or next(one for (name, _), one in INDICATORS.items() if name == key)


# Shown first: freedom from violence by the State, liberties, law and the vote.
HEADLINE_INDICATORS = (
    "v2x_clphy",
    "v2x_civlib",
    "v2x_freexp_altinf",
    "v2x_frassoc_thick",
    "v2x_rule",
    "v2x_polyarchy",
)

# Months each sector of `violation_incident` covers; absence is none recorded only inside them.
SECTOR_COVERAGE: dict[str, tuple[date, date]] = {
    "health_care": (date(2016, 1, 1), date(2023, 12, 31)),
    "education": (date(2020, 1, 1), date(2024, 3, 31)),
    "aid_workers": (date(2020, 1, 1), date(2024, 2, 29)),
    "displaced_people": (date(2020, 1, 1), date(2024, 2, 29)),
    "sexual_violence": (date(2020, 1, 1), date(2025, 1, 31)),
    "explosive_weapons": (date(2020, 1, 1), date(2023, 9, 30)),
    "food_security": (date(2020, 1, 1), date(2024, 8, 31)),
}
