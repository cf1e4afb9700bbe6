"""The lists of a State's cooperation that a user brought: which are kept, and what they say of a country."""

from contextlib import suppress
from dataclasses import dataclass

import pandas as pd

from ewdash import i18n
from ewdash.data import cooperation_files as files
from ewdash.data.cooperation_files import Brought, Reading
from ewdash.data.record import Record
from ewdash.i18n import translate
from ewdash.model.errors import HomeUnusableError, ListDamagedError
from ewdash.views.months import FAR_FUTURE


@dataclass(frozen=True)
class OwnList:
    """A list that a user brought: what is known of its file, and its rows of one country up to a day."""

    file: Brought
    rows: pd.DataFrame

    @property
    def confidence(self) -> str:
        """How sure its rows are, as said."""
        return translate("coop-user", file=i18n.repeated(self.file.file))


def everything(record: Record) -> dict[str, tuple[Brought, pd.DataFrame] | None]:
    """Return the lists that a user brought; the state of a record tells when they changed."""
    del record
    return {layout: files.brought(layout) for layout in files.REQUIRED}


def of_country(
    record: Record, layout: str, country: str, at: pd.Timestamp = FAR_FUTURE, time: str | None = None
) -> OwnList | None:
    """Return a list with its rows of one country; None where none was brought.

    Args:
        record: The installed tables.
        layout: Its layout (`cooperation_files`).
        country: Its iso3.
        at: In a view of the past, the last day of it.
        time: Column of the time by which a row is left out of such a view.

    Raises:
        HomeUnusableError, ListDamagedError: If it is damaged.
    """
    found = record.once(everything)[layout]
    if found is None:
        return None
    file, rows = found
    rows = rows[rows["iso3"] == country]
    if time is not None and at < FAR_FUTURE:
        rows = rows[rows[time].fillna("9999").le(f"{at:%Y-%m-%d}")]
    return OwnList(file, rows)


def readable(record: Record, layout: str, country: str) -> OwnList | None:
    """Return a list with its rows of one country; None also where it is damaged.

    For a picture that is of more than the list; the part on the State's cooperation tells the damage.
    """
    with suppress(HomeUnusableError, ListDamagedError):
        return of_country(record, layout, country)
    return None


def refusals(reading: Reading) -> pd.DataFrame:
    """Return what speaks against cells of a list: ``row``, ``column``, ``value``, ``reason``."""
    lines = [
        (one.row, i18n.repeated(one.column), i18n.repeated(one.value), translate(f"coop-fault-{one.fault}"))
        for one in reading.refusals
    ]
    return pd.DataFrame(lines, columns=["row", "column", "value", "reason"])


def table() -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return the lists that are kept as a table for readers, one a row, and the layouts of damaged ones."""
    rows, damaged = [], []
    for layout in files.REQUIRED:
        try:
            found = files.brought(layout)
        except (HomeUnusableError, ListDamagedError):
            damaged.append(layout)
            continue
        if found is not None:
            file, kept = found
            name = translate(f"layout-{layout}")
            rows.append((name, i18n.repeated(file.file), file.fetched, len(kept), kept["iso3"].nunique()))
    columns = ["source", "file", "brought", "rows", "countries_held"]
    return pd.DataFrame(rows, columns=columns), tuple(damaged)
