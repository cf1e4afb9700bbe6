"""How to read the dashboard: its terms, each in the sentence that explains it in place, and its scales."""

from dataclasses import dataclass

from ewdash.analysis.alerts import ALERT, STRONG
from ewdash.charts import theme
from ewdash.i18n import translate
from ewdash.model.situations import BANDS, STAGES

# Term -> the method that says more.
TERMS = {
    "level": "level",
    "stage": "stage",
    "alert": "alert",
    "strong-alert": "alert",
    "final": "vintages",
    "preliminary": "vintages",
    "lower-bound": "vintages",
    "heard": "clock",
}
# The mark of a term in maps and timelines.
MARKS = {"alert": "◯ ▾", "strong-alert": "⬤ ▼", "final": "━", "preliminary": "○", "lower-bound": "△"}


@dataclass(frozen=True)
class Term:
    """A term: its name, mark, the one sentence that explains it everywhere, and its method."""

    name: str
    mark: str
    sentence: str
    method: str


@dataclass(frozen=True)
class Step:
    """A step of a scale: its name, when it holds, and its colours on ground and in letters."""

    name: str
    rule: str
    colour: str
    ink: str


def explained(term: str) -> str:
    """Return the one sentence that explains a term, wherever it is explained.

    Raises:
        KeyError: If there is no such term.
    """
    return translate(
        f"term-{term}.says",
        deaths=ALERT.minimum,
        times=translate("times-asked", times=ALERT.rise),
        first=translate("times-asked", times=ALERT.first or ALERT.rise),
        strong=STRONG.minimum,
        strong_times=translate("times-asked", times=STRONG.rise),
    )


def named(term: str) -> str:
    """Return a term and what explains it, where the term does not stand beside it."""
    return translate("term-said", term=translate(f"term-{term}"), says=explained(term))


def terms() -> tuple[Term, ...]:
    """Return all terms in the order in which a reader meets them."""
    return tuple(
        Term(translate(f"term-{name}"), MARKS.get(name, ""), explained(name), method)
        for name, method in TERMS.items()
    )


def levels() -> tuple[Step, ...]:
    """Return the bands of deaths in twelve months."""
    return tuple(
        Step(translate(f"level-{band}"), "", theme.LEVELS[band], theme.LEVEL_INK[band])
        for band in range(len(BANDS))
    )


def stages() -> tuple[Step, ...]:
    """Return the stages with the rule that opens and closes each."""
    return tuple(
        Step(
            translate(f"stage-{stage}"),
            translate(f"stage-rule-{stage}"),
            theme.STAGES[stage],
            theme.STAGE_INK[stage],
        )
        for stage in STAGES
    )
