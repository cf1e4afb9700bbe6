"""Files of the corpus of Security Council debates as desks bring them, with invented speeches."""

import numpy as np
import pandas as pd
import rdata
from rdata.conversion.to_r import DEFAULT_CLASS_MAP, RObjectType, build_r_object

NAME = "Xanthippe"  # of the invented speakers: it may be found nowhere
COLUMNS = [
    *("filename", "date", "speaker", "country_org", "role", "participanttype", "topic", "agenda_item1"),
    *("agenda_item_manual", "document_symbol", "meeting_symbol", "speech_format"),
]
HC = "United Nations High Commissioner for Human Rights"
CHILDREN = "Special Representative of the Secretary-General for Children and Armed Conflict"
PLACES = {
    "haiti": ("The question concerning Haiti", "Americas", "Haiti"),
    "syria": ("The situation in the Middle East", "Middle East", "Syria"),
    "women": ("Women and peace and security", "Thematic", "Women, Peace And Security"),
    "ukraine": (
        "Letter dated 28 February 2014 from the Permanent Representative of Ukraine (S/2014/136)",
        *("Europe", "Ukraine"),
    ),
    "guinea": ("Peace consolidation in West Africa: Gulf of Guinea", "Africa", "West Africa"),
    "two": ("Reports of the Secretary-General on the Sudan and South Sudan", "Africa", "Sudan/South Sudan"),
}
# Day, number, item, country or organization, office, format.
SPEECHES = [
    ("2019-05-01", "8521", "haiti", "UN", HC, "In-Person"),  # the record is whole there
    ("2021-02-01", "", "women", "UN", HC, "VTC"),
    ("2021-06-01", "8801", "haiti", "UN", HC, "In-Person"),
    ("2021-06-01", "8801", "haiti", "UN", HC, "In-Person"),  # speaks again
    ("2021-06-01", "8801", "haiti", "France", "", "In-Person"),
    ("2021-06-02", "8802 (Resumption 1)", "women", "UN", CHILDREN, "In-Person"),
    ("2021-06-03", "8803", "syria", "UN", "", "In-Person"),
    ("2021-06-04", "8804", "syria", "UN", "Assistant Secretary-General for Human Rights", "In-Person"),
    ("2021-06-05", "8805", "ukraine", "UN", HC, "In-Person"),
    ("2021-06-06", "8806", "guinea", "UN", HC, "In-Person"),
    ("2021-06-07", "8807", "two", "UN", HC, "In-Person"),
    ("2022-06-02", "9052 (Resumption 1)", "women", "UN", HC, "In-Person"),  # on record
    ("2022-06-03", "9053", "women", "Norway", "Minister for Human Rights", "In-Person"),
    ("2022-06-04", "", "women", "UN", HC, "In-Person"),
    ("2922-06-04", "9054", "women", "UN", HC, "In-Person"),
]


def frame(speeches=SPEECHES):
    """Return speeches under the corpus's headings."""
    rows = []
    for place, (day, number, item, country, role, form) in enumerate(speeches):
        topic, scope, matter = PLACES[item]
        symbol = f"S/PV.{number}" if number else ""
        speaker = f"Ms. {NAME} {place}"
        own = (f"UNSC_{place}.txt", day, speaker, country, role, "Guest", topic, scope, matter)
        rows.append((*own, symbol, symbol, form))
    return pd.DataFrame(rows, columns=COLUMNS)


def _days(categories, converter):
    """Return days as R keeps them: numbers since 1970, with their class beside them."""
    days = np.array(list(categories), dtype="datetime64[D]")
    return build_r_object(
        RObjectType.REAL,
        value=days.astype("float64"),
        is_object=True,
        attributes=converter.convert_to_r_attributes({"class": "Date"}),
    )


def r_file(path, rows=None, *, name="meta_speeches", newer=False):
    """Write an R file with two objects, the meetings first.

    In serialization 2 with days as text, or in 3, as R does since 3.5, with days as R's own.
    """
    rows = (frame() if rows is None else rows).astype(pd.StringDtype("python", na_value=pd.NA))
    rows = rows.assign(date=rows["date"].astype("category")) if newer else rows
    rdata.write_rda(
        path,
        {"meta_meetings": rows[["topic"]], name: rows},
        format_version=3 if newer else 2,
        constructor_dict={**DEFAULT_CLASS_MAP, pd.Categorical: _days},
    )
    return path


def text_file(path, rows=None, *, numbered=True):
    """Write a table of speeches as R does: tabs, no quoting, the heading of the row numbers left out."""
    rows = (frame() if rows is None else rows).replace("", "NA")
    lines = [list(rows.columns)]
    for place, cells in enumerate(rows.to_numpy().tolist(), 1):
        lines.append([*([str(place)] if numbered else []), *cells])
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    return path
