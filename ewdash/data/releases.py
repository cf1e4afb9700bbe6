"""The tables of deaths, made anew from the repository's and from the releases that a user loaded."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb
import pandas as pd

from ewdash import i18n
from ewdash.data import build, hand, home, indicator_releases, store
from ewdash.data.event_engines import ROW_GROUP
from ewdash.data.indicator_releases import Figures
from ewdash.data.tables import (
    conflict_event,
    conflict_month,
    conflict_month_recent,
    conflict_year_settled,
    event_exception,
    ucdp,
    vintage_month,
)
from ewdash.data.tables import release as manifest
from ewdash.model import releases
from ewdash.model.datasets import Provenance
from ewdash.model.releases import Release
from ewdash.model.situations import AT_SEA, CANDIDATE, LOWER_BOUND

GED, CANDIDATE_SET = "ged", "candidate"
OWN = "own_"  # before the name of a table in the catalogue: what is said of it once it is the user's
TABLES = (
    "conflict_month",
    "conflict_month_recent",
    "conflict_year",
    "conflict_year_settled",
    "conflict_event",
    "release",
    "vintage_month",
)
CITED = {"26.1": conflict_year_settled.PROVENANCE.citation}  # the article on a final release, where known
CARDS = (*(f"{OWN}{table}" for table in TABLES), *indicator_releases.WORDS)
COLUMNS = list(conflict_event.SCHEMA.columns)
KINDS = tuple(ucdp.TYPES.values())
# Sums of events by country and month, as the tables hold them.
_SUMS = f"""
    iso3, month, count(*) AS events,
    {", ".join(f"count(*) FILTER (type = '{kind}') AS events_{kind}" for kind in KINDS)},
    sum(deaths_best) AS deaths_best,
    {", ".join(f"sum(CASE WHEN type = '{k}' THEN deaths_best ELSE 0 END) AS deaths_{k}" for k in KINDS)},
    sum(deaths_low) AS deaths_low, sum(deaths_high) AS deaths_high,
    sum(deaths_civilians) AS deaths_civilians, max(deaths_best) AS deaths_largest_event,
    sum(CASE WHEN date_trunc('month', date_end) = month THEN deaths_best ELSE 0 END) AS deaths_dated
"""


@dataclass(frozen=True)
class Held:
    """A release that the user loaded: its events, and what is known of the file they came from.

    Attributes:
        version: Such as 26.0.7.
        file: Name of the file it came from.
        fetched: When.
        digest: SHA-256 of that file.
        path: Its events, in the layout of `tables.conflict_event`.
    """

    version: str
    file: str
    fetched: date
    digest: str
    path: Path

    @property
    def release(self) -> Release:
        """The release by its version."""
        found = releases.parse(self.version)
        if found is None:
            raise ValueError(self.version)
        return found


def folder() -> Path:
    """Return the folder of the events of each release."""
    return home.place() / home.RELEASES


def held() -> list[Held]:
    """Return the releases that the user loaded, the newest last."""
    found = [one for one in home.kept(folder(), Held) if releases.parse(one.version)]
    return sorted(found, key=lambda one: one.release)


def joined(new: Iterable[Held]) -> list[Held]:
    """Return the releases held with new ones, which take the place of older copies; the newest last."""
    both = {one.version: one for one in (*held(), *new)}
    return sorted(both.values(), key=lambda one: one.release)


def keep(new: Held) -> None:
    """Keep a release for good (inside `home.changing`): its file of events is moved.

    Raises:
        HomeUnusableError: If it cannot be written.
    """
    facts = {"version": new.version, "file": new.file, "fetched": f"{new.fetched}", "digest": new.digest}
    home.keep(new.path, facts, target=folder() / f"{new.version}.parquet")


def write(state: Path, own: list[Held], figures: list[Figures]) -> None:
    """Write the tables of the repository and of releases into a folder of tables (`home.begin`).

    Args:
        state: The folder.
        own: The releases of events.
        figures: Yearly figures; UCDP's own country-years stand before sums of events of the same years.

    Raises:
        TableInvalidError, CodeUnknownError: If a release does not fit its table.
        TablesUnwritableError: If a file cannot be written.
    """
    with duckdb.connect() as connection:
        connection.execute("SET threads = 2")
        tables = _Tables(connection, own, figures, state)
        made = {one.table: one for one in tables.all()}
        final = (tables.last_final + pd.offsets.MonthEnd(0)).date()
    made |= {one.table: one for one in indicator_releases.made(figures, final=final)}
    store.save([*made.values()], root=state)


class _Tables:
    """The tables of one state, made by asking the events of every release."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, own: list[Held], figures: list[Figures], state: Path
    ) -> None:
        self.sql, self.own, self.figures, self.state = connection, own, figures, state
        self.final = next((one for one in reversed(own) if one.release.status == releases.FINAL), None)
        base = store.card("conflict_month").provenance.covers_to
        if self.final and self.final.release.last.date() <= base:
            self.final = None  # the repository has it, or a newer one
        last = self.final.release.last if self.final else pd.Timestamp(base).replace(day=1)
        self.last_final = pd.Timestamp(last)
        self.standing: list[str] = []  # the releases whose figures are shown
        self._events()

    def _frame(self, query: str, **values: object) -> pd.DataFrame:
        frame: pd.DataFrame = self.sql.execute(query, values or None).df()
        return frame

    def _events(self) -> None:
        """Lay out the events of all releases: ``final``, ``candidates`` of every release, ``standing``."""
        built_in = str(store.path("conflict_event", root=store.DATA))
        source = self.final.path if self.final else built_in
        self.sql.execute(
            f"CREATE VIEW final AS SELECT * FROM read_parquet('{_quoted(source)}') WHERE dataset = 'history'"
        )
        columns = ", ".join(COLUMNS)
        parts = [
            f"SELECT {columns} FROM read_parquet('{_quoted(built_in)}') WHERE dataset = 'candidate'",
            *(
                f"SELECT {columns} FROM read_parquet('{_quoted(one.path)}')"
                for one in self.own
                if one.release.status == releases.PRELIMINARY
            ),
        ]
        self.sql.execute(f"CREATE VIEW candidates AS {' UNION ALL '.join(parts)}")
        versions = [
            name for (name,) in self.sql.execute("SELECT DISTINCT release FROM candidates").fetchall()
        ]
        known = sorted(one for name in versions if (one := releases.parse(name)))
        rank = pd.DataFrame({"release": [one.version for one in known], "rank": range(len(known))})
        covers = pd.DataFrame(
            [(month, place) for place, one in enumerate(known) for month in one.months],
            columns=["month", "base"],
        )
        # The newest release that covers a month in full; what later ones add to it is late, or revised.
        self.base = covers.groupby("month", as_index=False)["base"].max()
        self.base = self.base[self.base["month"] > self.last_final] if self.final else self.base
        self.known = known
        self.sql.register("rank_of", rank)
        self.sql.register("base_of", self.base)
        self.sql.execute(
            f"""CREATE TABLE standing AS
            SELECT {columns}, covered FROM (
                SELECT c.*, r.rank, b.month IS NOT NULL AS covered
                FROM candidates c JOIN rank_of r USING (release) LEFT JOIN base_of b USING (month)
                WHERE (b.base IS NULL OR r.rank >= b.base) AND c.month > ?
                    AND c.event_id NOT IN (SELECT event_id FROM final)  -- a final figure stands
            ) QUALIFY row_number() OVER (PARTITION BY event_id ORDER BY rank DESC) = 1""",
            [self.last_final],
        )

    def all(self) -> list[store.Made]:
        """Return every table that the releases change."""
        months = self._month()
        recent = self._recent()
        made = [
            self._made("conflict_month_recent", recent, self._candidate_provenance()),
            self._made("release", self._manifest(), self._manifest_provenance()),
            self._made("vintage_month", self._vintages(), self._manifest_provenance()),
            self._event_table(),
        ]
        if self.final:
            years = self._year()
            made += [
                self._made("conflict_month", months, self._final_provenance()),
                self._made("conflict_year", years, self._final_provenance()),
                self._made("conflict_year_settled", self._settled(years), self._final_provenance(years=2)),
            ]
        return made

    def _made(self, table: str, frame: pd.DataFrame, provenance: Provenance) -> store.Made:
        return build.made(table, frame, provenance, words=f"{OWN}{table}")

    def _covered(self) -> pd.Series:
        """Return the countries covered in the last month of the repository's final record."""
        months = store.load("conflict_month", root=store.DATA)
        last = months[months["basis"].ne("joint") & months["month"].eq(months["month"].max())]
        covered: pd.Series = last["iso3"].drop_duplicates()
        return covered

    def _month(self) -> pd.DataFrame:
        """Return `tables.conflict_month` of the release that the user loaded."""
        if not self.final:
            return pd.DataFrame()
        sums = self._frame(f"SELECT {_SUMS} FROM final GROUP BY iso3, month")
        spread = self._frame(
            """SELECT iso3, CAST(touched AS TIMESTAMP) AS month, round(sum(
                deaths_best * (date_diff('day', greatest(date, touched),
                    least(date_end, touched + INTERVAL 1 MONTH - INTERVAL 1 DAY)) + 1)
                / (date_diff('day', date, date_end) + 1)), 4) AS deaths_spread
            FROM (SELECT iso3, date, date_end, deaths_best, unnest(generate_series(
                month, date_trunc('month', date_end), INTERVAL 1 MONTH)) AS touched FROM final)
            GROUP BY iso3, touched"""
        )
        base = store.load("conflict_month", root=store.DATA)
        grid = base.loc[base["basis"] != "joint", ["iso3", "month"]]
        later = pd.date_range(base["month"].max(), self.last_final, freq="MS")[1:]
        calendar = pd.DataFrame({"month": later.astype("datetime64[us]")})
        grid = pd.concat([grid, self._covered().to_frame().merge(calendar, how="cross")])
        rows = grid.merge(_in_months(sums), on=["iso3", "month"], how="outer")
        rows = rows.merge(_in_months(spread), on=["iso3", "month"], how="left")
        counts = [name for name in rows.columns if name not in ("iso3", "month")]
        rows[counts] = rows[counts].fillna(0)
        none = rows["deaths_best"].eq(0)
        quality = pd.Series("exact", index=rows.index).mask(none)
        rows = rows.assign(basis="exact", split_quality=quality)
        return rows.sort_values(["iso3", "month"], ignore_index=True)[[*conflict_month.SCHEMA.columns]]

    def _recent(self) -> pd.DataFrame:
        """Return `tables.conflict_month_recent`: months of releases at hand, else the repository's."""
        base = store.load("conflict_month_recent", root=store.DATA)
        exceptions = hand_exceptions()
        sums = self._frame(
            f"""SELECT {_SUMS},
                count(*) FILTER (review_status = 'Clear') AS events_clear,
                sum(CASE WHEN review_status IS DISTINCT FROM 'Clear' THEN deaths_best ELSE 0 END)
                    AS deaths_under_review,
                sum(CASE WHEN where_prec = {AT_SEA} OR list_contains($exceptions, event_id)
                    THEN deaths_best ELSE 0 END) AS deaths_excepted
            FROM standing WHERE covered GROUP BY iso3, month""",
            exceptions=exceptions or [0],
        )
        calendar = self.base[["month"]].astype("datetime64[us]")
        grid = self._covered().to_frame().merge(calendar, how="cross")
        rows = grid.merge(_in_months(sums), on=["iso3", "month"], how="outer")
        counts = [name for name in rows.columns if name not in ("iso3", "month")]
        rows[counts] = rows[counts].fillna(0)
        rows = rows.assign(vintage=CANDIDATE, release=rows["month"].map(self._labels()))
        kept = base[base["vintage"].eq(CANDIDATE) & ~base["month"].isin(rows["month"])]
        candidate = pd.concat([kept, rows], ignore_index=True)
        bounds = base[base["vintage"].eq(LOWER_BOUND) & ~base["month"].isin(candidate["month"])]
        # Beyond a gap nothing is known of the months between, and no bound can bridge it.
        out = pd.concat([candidate, candidate.assign(vintage=LOWER_BOUND), bounds], ignore_index=True)
        out = out.reindex(columns=list(conflict_month_recent.SCHEMA.columns))
        labels = ", ".join(out.sort_values("month", kind="stable")["release"].drop_duplicates())
        self.standing = list(dict.fromkeys(labels.removeprefix("Candidate ").split(", ")))
        return out.sort_values(["iso3", "month", "vintage"], ignore_index=True)

    def _labels(self) -> dict[pd.Timestamp, str]:
        """Return for each month the releases whose events stand in it."""
        parts = self._frame("SELECT DISTINCT month, release FROM standing WHERE covered")
        order = {one.version: place for place, one in enumerate(self.known)}
        labels = {
            pd.Timestamp(str(month)): ", ".join(sorted(part["release"], key=lambda name: order[name]))
            for month, part in _in_months(parts).groupby("month")
        }
        base = {pd.Timestamp(month): self.known[place].version for month, place in self.base.to_numpy()}
        return base | labels

    def _year(self) -> pd.DataFrame:
        """Return `tables.conflict_year`; killings by a government are those of a first side named so."""
        rows = self._frame(
            """SELECT iso3, year(month) AS year, type, sum(deaths_best) AS deaths_best,
                sum(deaths_low) AS deaths_low, sum(deaths_high) AS deaths_high,
                sum(deaths_civilians) AS deaths_civilians,
                sum(CASE WHEN side_a LIKE 'Government of %' THEN deaths_best ELSE 0 END)
                    AS deaths_by_government, count(DISTINCT dyad) AS dyads
            FROM final GROUP BY iso3, year(month), type"""
        )
        months = self._month()
        covered = months[["iso3"]].assign(year=months["month"].dt.year).drop_duplicates()
        grid = covered.merge(pd.DataFrame({"type": KINDS}), how="cross")
        rows = grid.merge(rows, on=["iso3", "year", "type"], how="left")
        counts = [name for name in rows.columns if name not in ("iso3", "year", "type")]
        rows[counts] = rows[counts].fillna(0)
        one_sided = rows["type"] == "one_sided"
        rows = rows.assign(
            active=rows["deaths_best"] > 0,
            deaths_by_non_state_groups=(rows["deaths_best"] - rows["deaths_by_government"]).where(one_sided),
            deaths_by_government=rows["deaths_by_government"].where(one_sided),
            deaths_civilians=rows["deaths_civilians"].where(~one_sided),
        )
        names = list(build.columns("conflict_year"))
        return rows.sort_values(["iso3", "year", "type"], ignore_index=True).reindex(columns=names)

    def _settled(self, years: pd.DataFrame) -> pd.DataFrame:
        """Return `tables.conflict_year_settled`: the last two years of the release."""
        last = self.last_final.year
        rows = years[years["year"].isin([last - 1, last])]
        sums = rows.groupby(["iso3", "year"], as_index=False)["deaths_best"].sum()
        civilians = self._frame(
            """SELECT iso3, year(month) AS year, sum(deaths_civilians) AS deaths_civilians
            FROM final GROUP BY iso3, year(month)"""
        )
        sums = sums.merge(civilians, on=["iso3", "year"], how="left").fillna({"deaths_civilians": 0})
        world = sums.groupby("year")["deaths_best"].transform("sum")
        version = self.final.version if self.final else ""
        names = list(build.columns("conflict_year_settled"))
        both: pd.DataFrame = sums.assign(release=version, world=world).reindex(columns=names)
        return both.sort_values(["iso3", "year"], ignore_index=True)

    def _event_table(self) -> store.Made:
        """Return `tables.conflict_event`, written by the query itself: it may be of any size."""
        file = self.state / "conflict_event.parquet"
        self.sql.execute(
            f"""COPY (
                SELECT {", ".join(COLUMNS)} FROM final
                UNION ALL SELECT {", ".join(COLUMNS)} FROM standing
                ORDER BY iso3, date, event_id
            ) TO '{_quoted(file)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {ROW_GROUP})"""
        )
        (rows,) = self.sql.execute("SELECT count(*) FROM read_parquet(?)", [str(file)]).fetchall()[0]
        base = store.card("conflict_event", root=store.DATA).provenance
        final = f"GED {self.final.version}" if self.final else base.version.partition(";")[0]
        found = set(self._frame("SELECT DISTINCT release FROM standing")["release"])
        parts = [final, "Candidate " + ", ".join(one.version for one in self.known if one.version in found)]
        provenance = replace(
            self._candidate_provenance(),
            version="; ".join(parts if found else parts[:1]),
            covers_from=ucdp.FIRST_DAY,
            citation=self._citation(),
            accessed=max([base.accessed, *(one.fetched for one in self.own)]),
            sources=(*base.sources, *(one.file for one in self.own)),
        )
        return store.Made(
            "conflict_event",
            file,
            rows,
            "conflict_event.parquet",
            provenance,
            f"{OWN}conflict_event",
        )

    def _vintages(self) -> pd.DataFrame:
        """Return `tables.vintage_month`: all that was there, and the sums of the releases loaded."""
        parts = []
        for one in self.own:
            events = self._frame(
                f"""SELECT iso3, date, date_end, type, review_status, deaths_best, deaths_low, deaths_high
                FROM read_parquet('{_quoted(one.path)}')"""
            )
            parts.append(vintage_month.sums(events).assign(release=one.version))
        loaded = {one.version for one in self.own}
        before = home.current()
        earlier = [store.load("vintage_month", root=root) for root in (store.DATA, before) if root]
        old = pd.concat(earlier).drop_duplicates(vintage_month.KEYS)
        return vintage_month.arranged(pd.concat([old[~old["release"].isin(loaded)], *parts]))

    def _manifest(self) -> pd.DataFrame:
        """Return `tables.release`: all that was there, and the releases loaded."""
        rows = indicator_releases.rows(self.figures)
        for one in self.own:
            sums = self._frame(
                f"""SELECT count(*) AS events, sum(deaths_best) AS deaths_best, sum(deaths_low) AS deaths_low,
                    sum(deaths_high) AS deaths_high FROM read_parquet('{_quoted(one.path)}')"""
            ).iloc[0]
            rows.append(
                manifest.row(
                    GED if one.release.status == releases.FINAL else CANDIDATE_SET,
                    one.version,
                    fetched=pd.Timestamp(one.fetched),
                    digest=one.digest,
                    origin="own",
                    **{str(name): int(value) for name, value in sums.items()},
                )
            )
        before = home.current()
        earlier = [store.load("release", root=root) for root in (store.DATA, before) if root]
        old = pd.concat(earlier).drop_duplicates(["dataset", "version"])
        old = old.astype(dict.fromkeys(("events", "deaths_best", "deaths_low", "deaths_high"), "Int64"))
        loaded = pd.DataFrame(rows, columns=list(old.columns))
        keys = pd.MultiIndex.from_frame(loaded[["dataset", "version"]])
        kept = old[~pd.MultiIndex.from_frame(old[["dataset", "version"]]).isin(keys)]
        return pd.concat([kept, loaded.astype(old.dtypes)] if len(loaded) else [kept], ignore_index=True)

    def _citation(self) -> tuple[str, ...]:
        return (*self._of_final(), *ucdp.GED[1:], *ucdp.CANDIDATE)

    def _of_final(self) -> tuple[str, ...]:
        """Return how the final release is cited."""
        if self.final is None:
            return ucdp.GED[:1]
        dataset = f"UCDP Georeferenced Event Dataset (GED) Global, version {self.final.version}."
        return (*CITED.get(self.final.version, ()), dataset)

    def _final_provenance(self, *, years: int | None = None) -> Provenance:
        assert self.final is not None
        last = (self.last_final + pd.offsets.MonthEnd(0)).date()
        return replace(
            ucdp.provenance(
                f"GED {self.final.version}",
                citation=(*self._of_final(), *ucdp.GED[1:]),
                files=(self.final.file,),
                covers_from=date(last.year - years + 1, 1, 1) if years else ucdp.FIRST_DAY,
                covers_to=last,
            ),
            accessed=self.final.fetched,
        )

    def _candidate_provenance(self) -> Provenance:
        base = store.card("conflict_month_recent", root=store.DATA).provenance
        own = [one for one in self.own if one.release.status == releases.PRELIMINARY]
        last = max([base.covers_to, *((one.release.last + pd.offsets.MonthEnd(0)).date() for one in own)])
        return replace(
            base,
            version="Candidate " + ", ".join(self.standing),
            covers_to=last,
            accessed=max([base.accessed, *(one.fetched for one in own)]),
            sources=(*base.sources, *(one.file for one in own)),
        )

    def _manifest_provenance(self) -> Provenance:
        base = store.card("release", root=store.DATA).provenance
        ends = [(one.release.last + pd.offsets.MonthEnd(0)).date() for one in self.own]
        names = [*(one.version for one in self.own), *(one.name for one in self.figures)]
        both: list[Held | Figures] = [*self.own, *self.figures]
        return replace(
            base,
            version=i18n.listing([base.version, *names]),
            citation=self._citation(),
            covers_to=max([base.covers_to, *ends]),
            accessed=max([base.accessed, *(one.fetched for one in both)]),
            sources=(*base.sources, *(one.file for one in both)),
        )


def hand_exceptions() -> list[int]:
    """Return the events that no country is judged by, by their ids."""
    rows = event_exception.joined(pd.DataFrame(), hand.HAND)
    return [int(identifier) for identifier in rows["event_id"]]


def _quoted(path: object) -> str:
    return str(path).replace("'", "''")


def _in_months(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(month=rows["month"].astype("datetime64[us]"))
