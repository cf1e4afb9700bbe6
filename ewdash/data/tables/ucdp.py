"""What the four UCDP tables share: types of violence, citations and the states UCDP covers."""

from datetime import date
from pathlib import Path

import pandas as pd

from ewdash.data import sources
from ewdash.model.datasets import Provenance

PRODUCER = "Uppsala Conflict Data Program (UCDP)"
ADDRESS = "https://ucdp.uu.se/downloads/"
LICENCE = "CC BY 4.0"
ACCESSED = date(2026, 11, 23)
FIRST_DAY, LAST_FINAL_DAY = date(1989, 1, 1), date(2024, 12, 31)
TYPES = {1: "state_based", 2: "non_state", 3: "one_sided"}

GED = (
    "Davies, S., Pettersson, T., Sollenberg, M. & Öberg, M. (2025). Organized violence 1989-2024, "
    "and the challenges of identifying civilian victims. Journal of Peace Research 62(4).",
    "Sundberg, R. & Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. "
    "Journal of Peace Research 50(4), 523-532.",
)
CANDIDATE = (
    "Hegre, H., Croicu, M., Eck, K. & Högbladh, S. (2020). Introducing the UCDP Candidate Events "
    "Dataset. Research & Politics 7(3).",
)

COUNTRY_YEAR = "ucdp_country_year_v25_1.parquet"
COUNTRY_MONTH = "ucdp_ged_v25_1_country_month.parquet"
BY_TYPE = "ucdp_deaths_by_type_country_month.parquet"


def provenance(
    version: str,
    *,
    citation: tuple[str, ...],
    files: tuple[str, ...],
    covers_from: date = FIRST_DAY,
    covers_to: date = LAST_FINAL_DAY,
    confidence: str = "curated_dataset",
) -> Provenance:
    """Return the provenance of a table made of UCDP figures."""
    return Provenance(
        producer=PRODUCER,
        version=version,
        licence=LICENCE,
        citation=citation,
        address=ADDRESS,
        accessed=ACCESSED,
        covers_from=covers_from,
        covers_to=covers_to,
        confidence=confidence,
        sources=files,
    )


def covered_years(folder: Path) -> pd.DataFrame:
    """Return the country-years UCDP covers: ``iso3``, ``year``, ``deaths`` (best, all types).

    UCDP follows the system of independent states, so a state has no row before it existed or
    after it ended; that is "not covered", not zero.
    """
    columns = ["iso3", "year_cy", *(f"{kind}_total_deaths_best_cy" for kind in ("sb", "ns", "os"))]
    years = sources.read(folder, COUNTRY_YEAR, columns)
    deaths = years[columns[2:]].sum(axis=1)
    sources.expect(COUNTRY_YEAR, "deaths", found=int(deaths.sum()), expected=3_957_143)
    return pd.DataFrame({"iso3": years["iso3"], "year": years["year_cy"], "deaths": deaths})
