"""Files of adopted texts as desks bring them, made of invented votes: what their tests share."""

import csv

_LIBRARY = """
undl_id ms_code ms_name permanent_member ms_vote date resolution draft meeting description agenda subjects
vote_note modality total_yes total_no total_abstentions total_non_voting total_ms undl_link
"""
_ASSEMBLY = """
undl_id ms_code ms_name ms_vote date session resolution draft committee_report meeting title agenda_title
subjects vote_note total_yes total_no total_abstentions total_non_voting total_ms undl_link
"""
LIBRARY, ASSEMBLY = _LIBRARY.split(), _ASSEMBLY.split()
TABLE = ["symbol", "title", "date", "agenda item", "adopted", "yes", "no", "abstentions", "not voting"]
_MEMBERS = "BHR CHN COL COD DNK FRA GRC LVA LBR PAK PAN RUS SOM GBR USA"
MEMBERS = _MEMBERS.split()


def votes(symbol, day, agenda, *, abstain=(), no=(), members=MEMBERS, layout=LIBRARY, modality="With vote"):
    """Return the rows of one resolution, a row a State."""
    cast = {state: "N" if state in no else "A" if state in abstain else "Y" for state in members}
    totals = {vote: str(sum(one == vote for one in cast.values())) for vote in "YNA"}
    common = {"undl_id": "4", "date": day, "resolution": symbol, "agenda": agenda, "agenda_title": agenda}
    common |= {"total_yes": totals["Y"], "total_no": totals["N"], "total_abstentions": totals["A"]}
    common |= {"total_non_voting": "0", "total_ms": str(len(members)), "modality": modality}
    rows = [common | {"ms_code": state, "ms_name": state, "ms_vote": vote} for state, vote in cast.items()]
    return [[row.get(name, "") for name in layout] for row in rows]


# The first texts after those on record, without a number missing but 2823.
RESOLUTIONS = (
    ("S/RES/2816(2026)", "2026-02-12", "Threats to international peace and security"),
    ("S/RES/2817(2026)", "2026-03-11", "The situation in the Middle East"),
    ("S/RES/2818(2026)", "2026-03-16", "The situation in Afghanistan"),
    ("S/RES/2819(2026)", "2026-04-30", "The situation concerning Western Sahara"),
    ("S/RES/2820(2026)", "2026-05-14", "Reports of the Secretary-General on the Sudan and South Sudan"),
    ("S/RES/2821(2026)", "2026-05-29", "The situation in South Sudan"),
    ("S/RES/2822(2026)", "2026-06-12", "Letter dated 3 June 2026 from the representative of Yemen"),
    ("S/RES/2824(2026)", "2026-07-14", "The situation in Libya"),
)


def text(symbol, title, day, item, adopted, counts=("", "", "", "")):
    """Return the row of one text of the Human Rights Council."""
    return [symbol, title, day, item, adopted, *counts]


IRAN = "Situation of human rights in the Islamic Republic of Iran"
SESSION = (
    text("A/HRC/RES/62/1", IRAN, "2026-07-03", "4", "Recorded vote", ("24", "8", "15", "0")),
    text("A/HRC/RES/62/2", "The right to education", "2026-07-03", "3", "Without a vote"),
    text("A/HRC/RES/62/3", "Technical assistance for Haiti", "2026-07-06", "10", "Adopted without a vote"),
    text("A/HRC/DEC/62/101", "Postponement of a report on Libya", "2026-07-06", "1", "Without a vote"),
)


def written(path, heading, rows):
    """Write a table as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, *rows])
    return path


def library_file(path, *, also=(), layout=LIBRARY):
    """Write the library's voting data of `RESOLUTIONS`, and further rows."""
    rows = [row for symbol, day, agenda in RESOLUTIONS for row in votes(symbol, day, agenda, layout=layout)]
    return written(path, layout, [*rows, *also])


def session_file(path, *, also=()):
    """Write the Human Rights Council's texts of `SESSION`, and further rows."""
    return written(path, TABLE, [*SESSION, *also])
