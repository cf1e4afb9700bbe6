"""What the pages show, for a notebook or a script: frames, figures and files of one situation."""

import importlib
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd

from ewdash.analysis import levels, signals_at
from ewdash.charts.captions import signed
from ewdash.data.record import Record
from ewdash.model import periods
from ewdash.model.datasets import LAYOUTS, Card
from ewdash.model.errors import UnknownDayError, UnknownPeriodError
from ewdash.views import councils, dataset, violence
from ewdash.views.briefings.country import situation_briefing
from ewdash.views.months import comparable_months, country_months, default_month
from ewdash.views.signals import signals
from ewdash.views.subjects import PARTS

if TYPE_CHECKING:
    import plotly.graph_objects as go

Month: TypeAlias = str | pd.Timestamp  # ``2024-12``, or its first day
# Endings of a briefing's files -> the module and function that make them.
FILES = {".pdf": "pdf", ".pptx": "slides", ".docx": "document", ".zip": "bundle"}
ALERTS = ["month", "vintage", "alert", "deaths_month", "change", "against", "rise_month", "followed"]
STAGES = ["month", "vintage", "stage", "stage_months", "rights", "displacement", "incidents", "agreement"]


class Library:
    """The record, asked by country code and month.

    Countries are codes (ISO 3166-1, M49) or names, months ``YYYY-MM``. Frames are the caller's own to change.

    >>> import ewdash
    >>> ew = ewdash.open()
    >>> ew.card("conflict_month").provenance.version
    'GED 25.1'
    >>> ew.deaths("SDN", first="2024-11", last="2024-12")[["month", "vintage", "deaths_best"]].shape
    (2, 3)
    """

    def __init__(self, record: Record) -> None:
        """Take a record.

        Args:
            record: The installed tables.
        """
        self.record = record

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of all tables."""
        return tuple(LAYOUTS)

    def table(self, name: str, **asked: str | Iterable[str]) -> pd.DataFrame:
        """Return a table, or the rows of it that are asked for.

        Args:
            name: Its name.
            **asked: By what it can be narrowed (`dataset.parameters`): ``country``, ``region``, ``first``,
                ``last`` (a year, month or day), ``vintage``, ``release``, ``type``, ``body``,
                ``confidence``; the last five one value or several.

        Raises:
            KeyError: If no table of that name is registered.
            UnknownColumnError, UnknownValueError, UnknownDayError, UnknownCountryError,
                UnknownRegionError: See `dataset.query`.
            DatasetMissingError, DatasetVersionError, DatasetDamagedError: See `Record.table`.
        """
        if not asked:
            return self.record.table(name).copy()
        return dataset.extract(self.record, dataset.query(self.record, name, asked)).rows.copy()

    def card(self, name: str) -> Card:
        """Return a table's card: source, version, licence, unit and caveats."""
        return self.record.card(name)

    def countries(self) -> dict[str, str]:
        """Return the codes of the places that can be asked for, with their names."""
        return self.record.places.options()

    def deaths(self, country: str, *, first: Month | None = None, last: Month | None = None) -> pd.DataFrame:
        """Return reported deaths per month and state of the record (people).

        Args:
            country: Its code or name.
            first: First month; None is the record's.
            last: Last month; None is the record's.

        Returns:
            ``iso3``, ``month``, ``vintage``, ``deaths_best``, ``deaths_low``, ``deaths_high`` and
            ``deaths_civilians``; states of the record are never added to each other.

        Raises:
            UnknownCountryError: If it means no place.
            FormerCodeError: If it became several places.
            UnknownPeriodError: If a month is none, or outside the record.
            UnknownDayError: If the first month lies after the last.
        """
        return self._inside(country_months(self.record, [self._code(country)]), first, last)

    def levels(self, country: str, *, first: Month | None = None, last: Month | None = None) -> pd.DataFrame:
        """Return deaths in twelve months, the level (0 to 4) and the change, per month.

        Raises:
            UnknownCountryError, UnknownPeriodError: See `deaths`.
            StaleSignalsError: If they were computed from other figures.
        """
        return levels.typed(self._of(self.record.current("level_month"), country, first, last))

    def alerts(self, country: str, *, first: Month | None = None, last: Month | None = None) -> pd.DataFrame:
        """Return the months with an alert (1) or strong alert (2), what they stand on and what followed.

        Raises:
            UnknownCountryError, UnknownPeriodError, StaleSignalsError: See `levels`.
        """
        rows = signals_at.of_each_month(self._of(signals(self.record), country, first, last))
        found: pd.DataFrame = rows[rows["alert"].fillna(0) > 0][ALERTS].reset_index(drop=True)
        return found

    def stages(self, country: str, *, first: Month | None = None, last: Month | None = None) -> pd.DataFrame:
        """Return the stage (0 to 6, NA where not known) of each month, with the slow signs.

        Raises:
            UnknownCountryError, UnknownPeriodError, StaleSignalsError: See `levels`.
        """
        return self._of(signals(self.record), country, first, last)[STAGES]

    def acts(self, country: str) -> pd.DataFrame:
        """Return what both Councils did on a country, and what passed between them, in order of date.

        Raises:
            UnknownCountryError: See `deaths`.
        """
        return councils.lanes_of(self.record, self._code(country)).copy()

    def figure(self, country: str, *, month: Month | None = None, years: int | None = 10) -> "go.Figure":
        """Return the escalation timeline of a country as a Plotly figure that carries title and source.

        Args:
            country: Its code or name.
            month: A month that the axis holds; None is the latest that is covered in full.
            years: Whole years back; None is the whole record.

        Raises:
            UnknownCountryError, UnknownPeriodError: See `deaths`.
            ValueError: If years are none, or no whole number.
        """
        code, years = self._code(country), self._whole(years)
        block = violence.escalation(self.record, country=code, month=self._month(month), years=years)
        assert block.figure is not None
        return signed(deepcopy(block.figure), title=block.title, source=block.source).validated()

    def briefing(
        self, country: str, file: str | Path, *, month: Month | None = None, years: int | None = 10
    ) -> Path:
        """Write the briefing on a country to a file, and return its path.

        Args:
            country: Its code or name.
            file: Where to; its ending says what it is: .pdf, .pptx, .docx, or .zip for the tables.
            month: Last of the twelve months it speaks of; None is the latest that is covered in full.
            years: Whole years back of its pictures; None is the whole record.

        Raises:
            UnknownCountryError, UnknownPeriodError: See `deaths`.
            ValueError: If the ending is none of `FILES`, or years are none or no whole number.
        """
        path = Path(file)
        if path.suffix not in FILES:
            raise ValueError(f"{path.suffix!r}: {', '.join(FILES)}")
        pack = situation_briefing(
            self.record,
            country=self._code(country),
            month=self._month(month),
            years=self._whole(years),
            sections=PARTS["situation"],
            address="",
            note=None,
        )
        make = getattr(importlib.import_module(f"ewdash.exports.{FILES[path.suffix]}"), FILES[path.suffix])
        path.write_bytes(make(pack))
        return path

    def _code(self, country: str) -> str:
        """Return the code of a place, which may be asked for by any code or by name, as addresses do."""
        return dataset.country(self.record, country)

    def _whole(self, years: int | None) -> int | None:
        """Return whole years, refused where there are none: an empty period would look like no violence."""
        if years is not None and (not isinstance(years, int) or years < 1):
            raise ValueError(f"years={years!r}")
        return years

    def _month(self, month: Month | None) -> pd.Timestamp:
        """Return a month that ends twelve months of one state of the record."""
        months = comparable_months(self.record)["month"]
        if month is None:
            month = default_month(self.record)
        start = periods.parse(month) if isinstance(month, str) else month
        if start is None or start not in set(months):
            raise UnknownPeriodError(
                given=str(month), first=periods.write(months.min()), last=periods.write(months.max())
            )
        return start

    def _inside(self, rows: pd.DataFrame, first: Month | None, last: Month | None) -> pd.DataFrame:
        """Return the rows from one month to another."""
        whole = country_months(self.record)["month"]
        ends = []
        for month, edge in ((first, whole.min()), (last, whole.max())):
            start = edge if month is None else periods.parse(month) if isinstance(month, str) else month
            if start is None or not whole.min() <= start <= whole.max():
                raise UnknownPeriodError(
                    given=str(month), first=periods.write(whole.min()), last=periods.write(whole.max())
                )
            ends.append(start)
        if ends[0] > ends[1]:
            raise UnknownDayError(given=f"{first} – {last}")
        return rows[rows["month"].between(ends[0], ends[1])].reset_index(drop=True)

    def _of(self, rows: pd.DataFrame, country: str, first: Month | None, last: Month | None) -> pd.DataFrame:
        return self._inside(rows[rows["iso3"] == self._code(country)], first, last)
