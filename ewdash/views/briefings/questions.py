"""What the record leaves open, as the last part of a situation's briefing: questions for a dialogue."""

import pandas as pd

from ewdash import i18n
from ewdash.analysis import responses
from ewdash.analysis.connections import alive
from ewdash.exports.briefing import Section
from ewdash.i18n import translate
from ewdash.views import councils, signals
from ewdash.views.briefings.builder import Gathering, Heading, Maker
from ewdash.views.briefings.request import RESOLUTION_DAY, Request


def _questions_heading(request: Request) -> Heading:
    # Without what they are asked from there are none.
    councils.own_acts_of(request.record, request.country)
    signals.signals(request.record)
    request.record.table("hrc_mechanism")
    return Heading(translate("pack-questions"), translate("pack-questions-message"))


def _questions(gathering: Gathering, request: Request) -> Section:
    """Ask what the record leaves open: for a dialogue, in the words of resolution 45/31 once adopted."""
    del gathering
    council_acts = councils.own_acts_of(request.record, request.country)
    council_acts = council_acts[council_acts["verified"] & (council_acts["date"] <= request.at)]
    late = request.at >= RESOLUTION_DAY
    lines = [translate("question-since", country=request.said)] if len(council_acts) else []
    now = signals.signals_now(request.record, request.country, request.month)
    if late and len(now) and pd.notna(now["stage"].iloc[0]) and int(now["stage"].iloc[0]) >= 1:
        lines.append(translate("question-format", stage=translate(f"stage-{int(now['stage'].iloc[0])}")))
    lines += _unheard(council_acts, request)
    lines.append(translate("question-state", country=request.said))
    if (
        late
        and (council_acts["council"].eq("hrc") & council_acts["act_class"].isin(councils.PREVENTION)).any()
    ):
        lines.append(translate("question-forward"))
    title, message = _questions_heading(request)
    return Section(
        key="questions",
        title=title,
        message=message,
        lines=tuple(lines),
    )


def _unheard(council_acts: pd.DataFrame, request: Request) -> list[str]:
    """Ask what the newest mechanism could tell the Security Council, since it last heard that side."""
    living = alive(request.record.table("hrc_mechanism"), request.at)
    living = living[living["iso3"].isin(request.record.places.held(request.country))]
    heard = council_acts.loc[council_acts["action_type"].isin(responses.HEARD), "date"].max()
    return [
        translate("question-heard", mechanism=row["mechanism"], day=i18n.day(heard))
        if heard >= row["established"]  # not where there is none
        else translate("question-unheard", mechanism=row["mechanism"])
        for row in living.sort_values("established", kind="stable").tail(1).to_dict("records")
    ]


QUESTIONS = Maker(_questions_heading, _questions, ("hrc_mechanism",))
