"""How the State takes part in the mechanisms, as a part of a situation's briefing."""

from ewdash import i18n
from ewdash.exports.briefing import Section
from ewdash.i18n import translate
from ewdash.model.symbols import bracketed
from ewdash.views import cooperation
from ewdash.views.briefings.builder import Gathering, Heading, Maker
from ewdash.views.briefings.request import Request

MAX_ACCESS = 2  # texts on access that are read out; the table has all


def _cooperation_heading(request: Request) -> Heading:
    reviews = cooperation.taking_part(request.record, request.country, request.at).reviews
    recalled = int(reviews["confidence"].ne("verified").sum())
    return Heading(
        translate("lane-state"), translate("pack-cooperation", reviews=len(reviews), recalled=recalled)
    )


def _cooperation(gathering: Gathering, request: Request) -> Section:
    chart = gathering.keep(cooperation.state_part(years=None, **request.arguments))
    found = cooperation.facts(request.record, request.country, request.at)
    if found.known:
        gathering.keep(cooperation.treaties(years=None, **request.arguments))
    known = {"parties": found.parties, "known": found.known, "state": found.state}
    lines = [translate("pack-treaties", **known) if found.known else translate("pack-treaties-unknown")]
    lines += [
        translate(
            "reviewed-on",
            session=int(last["session"]),
            cycle=int(last["cycle"]),
            day=i18n.day(last["session_opened"]),
            recalled="no" if last["confidence"] == "verified" else "yes",
        )
        for last in found.reviews.tail(1).to_dict("records")
    ]
    _, _, status, _, _, sure = found.next_review
    lines.append(translate("pack-next-review", status=status, confidence=sure or "none"))
    lines += filter(None, [cooperation.review_note(request.record, request.country, request.at)])
    lines.append(
        translate("pack-item10-none")
        if found.item10.empty
        else translate(
            "pack-item10",
            texts=len(found.item10),
            day=i18n.day(found.item10["date"].iloc[-1]),
            symbol=bracketed(found.item10["symbol"].iloc[-1]),
        )
    )
    lines += [
        translate(
            "pack-access",
            mechanism=row["mechanism"],
            access=translate(f"access-{row['access']}"),
            symbol=bracketed(row["symbol"]),
            mark="" if row["confidence"] == "verified" else f" – {translate('confidence-recalled')}",
        )
        for row in found.access.tail(MAX_ACCESS).to_dict("records")
    ]
    if len(found.access) > MAX_ACCESS:
        lines.append(translate("pack-access-more", more=len(found.access) - MAX_ACCESS))
    lines.append(cooperation.lists_said(found))
    title, message = _cooperation_heading(request)
    return Section(
        key="cooperation",
        title=title,
        message=message,
        lines=tuple(lines),
        source=chart.source,
    )


COOPERATION = Maker(_cooperation_heading, _cooperation, cooperation.TABLES)
