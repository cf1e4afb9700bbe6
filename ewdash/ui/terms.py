"""Shows the terms of the dashboard with their scales, and the way to the method behind each."""

from collections.abc import Collection, Iterable
from html import escape
from urllib.parse import urlencode

import streamlit as st

from ewdash.i18n import translate
from ewdash.ui import frame
from ewdash.views.terms import Step, Term

PAGE = "sources"  # relative, because every page stands beside it


def method_address(method: str) -> str:
    """Return the address of a method among the sources, with what every link hands on."""
    return f"{PAGE}?{urlencode({'method': method, **frame.selection()}, safe=',')}"


def show(terms: Iterable[Term], *, levels: Collection[Step], stages: Collection[Step]) -> None:
    """Show the scales as pictures and each term beside its sentence."""
    left, right = _scale("measure-level", levels) + _terms(terms), _scale("axis-stage", stages)
    st.html(f'<div class="reading"><div>{left}</div><div>{right}</div></div>')


def _scale(heading: str, steps: Collection[Step]) -> str:
    rows = "".join(
        f'<li><span style="background:{step.colour};color:{step.ink}">{escape(step.name)}</span>'
        f"{escape(step.rule)}</li>"
        for step in steps
    )
    kind = "row" if all(not step.rule for step in steps) else "rules"
    return f'<h2>{escape(translate(heading))}</h2><ul class="{kind}">{rows}</ul>'


def _terms(terms: Iterable[Term]) -> str:
    rows = "".join(
        f'<dt><span aria-hidden="true">{term.mark}</span> {escape(term.name)}</dt>'
        f"<dd>{escape(term.sentence)} {_link(term)}</dd>"
        for term in terms
    )
    return f"<dl>{rows}</dl>"


def _link(term: Term) -> str:
    address = escape(method_address(term.method))
    return f'<a href="{address}" target="_self">{escape(translate("method-behind", name=term.name))}</a>'
