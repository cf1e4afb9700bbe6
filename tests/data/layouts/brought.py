"""Files as people bring them, made of our own figures: what the tests of the layouts share."""

import csv
import io

import pandas as pd

from ewdash.data import store
from ewdash.data.layouts import read
from ewdash.data.layouts.ucdp_events import ORDER

COUNTRIES = store.load("country")
NUMBERS = COUNTRIES.dropna(subset=["ucdp_id"]).set_index("iso3")["ucdp_id"].astype(int)
TYPES = {"state_based": 1, "non_state": 2, "one_sided": 3}


def event(number=1, **cells):
    """Return one UCDP event as its 49 cells."""
    row = dict.fromkeys(ORDER, "")
    row |= {
        "id": number,
        "relid": f"SDN-2026-1-100-{number}",
        "year": 2026,
        "active_year": "true",
        "code_status": "Clear",
        "type_of_violence": 1,
        "conflict_name": "Sudan: Government",
        "dyad_name": "Government of Sudan - RSF",
        "side_a": "Government of Sudan",
        "side_b": "RSF",
        "where_prec": 1,
        "where_coordinates": "El Fasher town",
        "adm_1": "North Darfur state",
        "latitude": "13.628000",
        "longitude": "25.350000",
        "country": "Sudan",
        "country_id": int(NUMBERS["SDN"]),
        "date_prec": 1,
        "date_start": "2026-01-07 00:00:00.000",
        "date_end": "2026-01-08 00:00:00.000",
        "deaths_civilians": 2,
        "best": 3,
        "high": 5,
        "low": 1,
    }
    return [row[name] for name in ORDER] if not cells else [(row | cells)[name] for name in ORDER]


def events(most=200):
    """Return events of the built-in record as rows of the 49 columns, and the record's own rows."""
    own = store.load("conflict_event")
    own = own[own["iso3"].isin(NUMBERS.index)].drop_duplicates("event_id").head(most)
    rows = [
        event(
            row.event_id,
            type_of_violence=TYPES[row.type],
            code_status=row.review_status,
            conflict_name=row.conflict if isinstance(row.conflict, str) else "",
            dyad_name=row.dyad,
            side_a=row.side_a,
            side_b=row.side_b,
            where_prec=row.where_prec,
            where_coordinates=row.place if isinstance(row.place, str) else "",
            adm_1=row.admin1 if isinstance(row.admin1, str) else "",
            latitude=row.latitude,
            longitude=row.longitude,
            country_id=NUMBERS[row.iso3],
            date_prec=row.date_prec,
            date_start=f"{row.date:%Y-%m-%d} 00:00:00.000",
            date_end=f"{row.date_end:%Y-%m-%d} 00:00:00.000",
            deaths_civilians=row.deaths_civilians,
            best=row.deaths_best,
            high=row.deaths_high,
            low=row.deaths_low,
        )
        for row in own.itertuples()
    ]
    return rows, own


def text(rows, heading=ORDER, *, delimiter=",", end="\r\n"):
    """Return rows as the text of a CSV; no heading where it is None."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=delimiter, lineterminator=end)
    if heading is not None:
        lines.writerow(heading)
    lines.writerows(rows)
    return out.getvalue()


def reading(folder, content, name="brought.dat", **options):
    """Read a file of this content and return the reading with the rows written."""
    path, into = folder / name, folder / "result" / "rows.parquet"
    into.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    done = read(path, into=into, countries=COUNTRIES, **options)
    return done, pd.read_parquet(into)


def adds_up(done):
    """Tell whether each row of the file is accounted for."""
    told = done.kept + done.refused + done.repeated + sum(code.rows for code in done.unknown)
    return done.rows == told + sum(done.aside.values()) and done.refused == sum(done.reasons.values())
