"""A sentence could be missing, said twice, unused, or written where no translator finds it."""

import ast
import functools
import itertools
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from ewdash.analysis import accountability, connections, responses, reviews, verdicts
from ewdash.analysis import due as due_rules
from ewdash.charts import calendars, cooperation, dues, hearings, theme, timelines, votes, worldmap
from ewdash.charts import comparisons as courses
from ewdash.data import (
    adopted_texts,
    cooperation_files,
    copies,
    debates,
    own_file,
    record_sheets,
    releases,
    store,
)
from ewdash.data.layouts import layout as imports
from ewdash.data.layouts import tidy
from ewdash.data.layouts.recognition import LAYOUTS as FILES
from ewdash.data.tables.signal_month import AGAINST, UNJUDGED
from ewdash.exports import extract
from ewdash.model import errors, heard, record_reach, vocabulary
from ewdash.model import releases as model_releases
from ewdash.model.datasets import LAYOUTS
from ewdash.model.indicators import HEADLINE_INDICATORS
from ewdash.model.lanes import BODIES, CLASSES, LANES
from ewdash.model.situations import BANDS, HIGHER, LOWER, OPEN, SAME, STAGES, VINTAGES
from ewdash.model.violations import COLUMNS as COLUMNS_OF_RECORDS
from ewdash.model.violations import LISTS
from ewdash.ui import downloads, figure, forward, official
from ewdash.views import (
    cases,
    council_overview,
    dataset,
    displacement,
    due,
    own_rules,
    precedents,
    region,
    signals,
    since,
    situation,
    sources,
    subjects,
    terms,
    track,
    trends,
    watchlists,
    world,
)
from ewdash.views import heard as heard_page
from ewdash.views.briefings import builder, councils
from ewdash.views.comparison import inputs, sentences

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = sorted((ROOT / "ewdash" / "locales" / "en").glob("*.ftl"))
WORDS = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE)
NAMES = set(re.findall(r"^([a-zA-Z][\w-]*) *=", WORDS, re.MULTILINE))
CODE = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "ewdash").rglob("*.py"))]
ROOMS = ("app.py", "pages/", *(f"ewdash/{room}/" for room in ("ui", "views", "charts", "exports", "render")))
SPOKEN = [path for path in CODE if path.relative_to(ROOT).as_posix().startswith(ROOMS)]
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in CODE}


def nodes():
    """Yield each node of the code that this file asks about, with its file and the functions around it."""
    for path, tree in TREES.items():
        ahead = [(tree, ())]
        while ahead:
            node, around = ahead.pop()
            if isinstance(node, (ast.Call, ast.Constant, ast.keyword)):
                yield path, node, around
            inner = (*around, node) if isinstance(node, ast.FunctionDef) else around
            ahead += [(below, inner) for below in ast.iter_child_nodes(node)]


NODES = list(nodes())


@functools.cache
def parsed(path):
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


@functools.cache
def messages():
    found = {}
    for path in CATALOGUE:
        for entry in parsed(path):
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content[:80]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"said twice: {entry.id.name}"
                found[entry.id.name] = entry
    return found


def called(node):
    return getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""


def said():
    """Yield each literal message the code says, with the names of its facts."""
    for path, node, _ in NODES:
        if called(node) == "translate" and node.args and isinstance(node.args[0], ast.Constant):
            yield path.name, node.args[0].value, {key.arg for key in node.keywords}


@pytest.mark.parametrize(("file", "message", "facts"), list(said()))
def test_each_sentence_said_is_in_the_catalogue_with_its_facts(file, message, facts):
    name, _, attribute = message.partition(".")
    assert name in messages(), f"{file} says {message}"
    found = messages()[name]
    part = next(entry for entry in found.attributes if entry.id.name == attribute) if attribute else found
    text = re.findall(r"\$([a-z_0-9]+)", FluentSource(part))
    if None not in facts:
        assert set(text) <= facts


def FluentSource(part):  # noqa: N802 - reads like the class it stands for
    from fluent.syntax.serializer import serialize_pattern

    return serialize_pattern(part.value) if part.value else ""


def arms_of(node):
    return (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,)


def pattern(node, scope):
    """Return the name a call says, with `{}` for what is filled in; None where it is said as it stands."""
    if isinstance(node, ast.Constant):
        return None
    if isinstance(node, ast.JoinedStr):
        return "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
    if isinstance(node, ast.Name):
        for line in ast.walk(scope):
            named = [getattr(target, "id", "") for target in getattr(line, "targets", ())]
            if named == [node.id] and isinstance(line.value, ast.JoinedStr):
                return pattern(line.value, scope)
    return "{}"


def composed():
    """Yield each pattern of the code with the function it is handed to: `translate` or `has`."""
    for _, node, around in NODES:
        if called(node) in ("translate", "has") and node.args:
            for scope, arm in itertools.product(around, arms_of(node.args[0])):
                found = pattern(arm, scope)
                if found is not None:
                    yield found, called(node)


def handed(*functions):
    """Return each word that the code hands first to one of these functions."""
    calls = [node for _, node, _ in NODES if called(node) in functions]
    firsts = [node.args[0] for node in calls if node.args]
    return {arm.value for first in firsts for arm in arms_of(first) if isinstance(arm, ast.Constant)}


def strings():
    """Return each string the code holds."""
    return {
        node.value for _, node, _ in NODES if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def arguments():
    """Return the name of each argument that the code hands over by name."""
    return {node.arg for _, node, _ in NODES if isinstance(node, ast.keyword)}


def held(table, *columns, part=None):
    """Return the keys that columns of a shipped table hold."""
    rows = store.load(table)
    rows = rows if part is None else rows[rows["part"].isin(part)]
    cells = {cell for column in columns for cell in rows[column].dropna()}
    return {key for cell in cells for key in str(cell).split(";") if key}


def filled(shape, key):
    """Return a pattern with a key in it, as a name of the catalogue is written."""
    parts = key if isinstance(key, tuple) else (key,)
    return shape.format(*(str(part).lower().replace("_", "-") for part in parts))


STRINGS = strings()
COUNCILS = ("hrc", "sc")
CARDS = {f"card-{table}" for table in LAYOUTS}
ERRORS = {kind.key for kind in vars(errors).values() if isinstance(kind, type) and hasattr(kind, "key")}
CHARTS = {
    *handed("block", "caption", "handling"),
    *(chart.removeprefix("chart-") for chart in world.CHARTS.values()),
    *("quiet-risk",),  # handed on by another name
}
OPTIONS = {
    **inputs.CHOICES,
    "onset": inputs.ONSETS,
    "back": region.MONTHS_BACK,
    "scale": trends.SCALES,
}
LEGENDS = (timelines.LEVEL, timelines.STAGE)
# A column is named where its table is made: as a string, as an argument, or from a number.
COLUMNS = {
    word
    for word in STRINGS | arguments() | {f"days_{step}" for step in responses.STEPS}
    if word and filled("column-{}", word) in NAMES
}
FIELDS = [(table, column) for table in dataset.TABLES for column in store.load(table).columns]
# Names of rules and states that the record holds and no page says yet.
UNUSED_SO_FAR = {"rule-deaths-12", "rule-risk", "series-stage", "stage-final", "stage-preliminary"}

# Each name that the code composes -> the keys it is composed from; several where it has several gaps.
VOCABULARIES = {
    "{}": held("country", "note"),
    "{}-{}": {(name, key) for name, keys in OPTIONS.items() for key in keys}
    | {(steps.message, place) for steps in LEGENDS for place in range(len(steps.colours))}
    | {(column, key) for column, keys in LISTS.items() for key in keys},
    "{}.file": {f"column-{column}" for column in COLUMNS},
    "{}.shows": set(world.CHARTS.values()),
    "{}.unit": CARDS,
    "{}{}": {(f"{card}.caveat-", 1) for card in CARDS},
    "access-{}": vocabulary.ACCESS,
    "action-{}": vocabulary.ACTION_TYPES,
    "alert-label-{}": (
        "why", "unusual", "big", "agreed", "true", "missed", "open", "earlier",
        "civilians", "risk", "stood-out",
    ),
    "watch-alerts-{}": ("partial", "short"),
    "alert-against-{}": AGAINST,
    "holds-{}": set(inputs.SPANS),
    "holds-unit-{}": set(inputs.MEASURES),
    "aside-{}": imports.ASIDE,
    "axis-course-{}-{}": {(measure, span) for measure in inputs.MEASURES for span in inputs.SPANS},
    "base-{}": held("track_record", "rule", part=["base"]),
    "body-short-{}": (*BODIES["hrc"], *BODIES["sc"]),
    "body-{}": vocabulary.BODIES,
    "calendar-row-{}": calendars.ROWS,
    "card-{}": {*LAYOUTS, *releases.CARDS, *adopted_texts.CARDS},
    "case-first-{}": COUNCILS,
    "case-none-{}": COUNCILS,
    "chart-{}": CHARTS,
    "chart-{}.handles": CHARTS,
    "chart-{}.more": CHARTS,
    "chart-{}.file": CHARTS,
    "chart-{}.shows": CHARTS,
    "chart-{}.{}": {(chart, part) for chart in CHARTS for part in ("shows", "reads", "omits")},
    "choose-{}": handed("_select", "one_of", "option", "several", "switch")
    | {*OPTIONS, *own_rules.DEFAULTS, *dataset.FILTERS},
    "choose-period-{}": (official.FIRST, official.LAST),
    "class-{}": {kind for lane in CLASSES.values() for kind in lane}
    | {*vocabulary.DOCUMENT_KINDS, *heard_page.CLASSES},
    "clock-{}": responses.BODIES,
    "column-{}": COLUMNS,
    "compare-{}": ("more", "fewer", "same", "unknown"),
    "compared-{}": ("more", "fewer", "same"),
    "release-{}": (model_releases.FINAL, model_releases.PRELIMINARY),
    "confidence-{}": {*vocabulary.CONFIDENCE, *builder.CONFIDENCE}
    | {store.card(table).provenance.confidence for table in LAYOUTS},
    "coop-fault-{}": cooperation_files.FAULTS,
    "copy-omits-{}": copies.COPIED,
    "counted-{}": imports.COUNTED,
    "country-{}": held("country", "iso3"),
    "debates-left-{}": debates.LEFT,
    "direction-{}": reviews.DIRECTIONS,
    "download-{}": extract.FORMS,
    "due-body-{}": due.BODIES,
    "due-kind-{}": due.KINDS,
    "due-lane-{}": dues.LANES,
    "due-mark-{}": dues.SYMBOLS,
    "due-state-{}": due_rules.STATES,
    "due-what-{}": (due_rules.TERM, due_rules.REVIEW, *vocabulary.MANDATE_ASKS),
    "error-{}": ERRORS,
    "error-{}.advice": ERRORS,
    "fact-{}": (
        "producer", "version", "coverage", "unit", "rows", "licence", "confidence", "accessed", "address",
        "digest",
    ),
    "field-{}": {column for _, column in FIELDS} | set(extract.HEADINGS),
    "field-{}.unit": {column for _, column in FIELDS},
    "field-in-{}": {f"{table}-{column}" for table, column in FIELDS},
    "field-in-{}.unit": {f"{table}-{column}" for table, column in FIELDS},
    "followed-{}": responses.BODIES,
    "gap-{}": connections.GAPS,
    "set-{}": vocabulary.COUNTRY_SETS,
    "set-{}.said": vocabulary.COUNTRY_SETS,
    "group-{}": vocabulary.REGIONAL_GROUPS,
    "heard-row-{}": (*heard.SIDES, "sittings"),
    "headline-region{}": ("-alone", "", "-none"),
    "headline-situation-{}": ("none", "band", *VINTAGES),
    "imported-{}": tidy.MEASURES,
    "indicator-{}": HEADLINE_INDICATORS,
    "kind-{}": {kind for lane in councils.LANES for kind in LANES[lane]},
    "lane-mark-{}": courses.LANES,
    "lane-short-{}": LANES,
    "lane-tag-{}": COUNCILS,
    "lane-{}": (*LANES, cases.LANE, heard_page.LANE),
    "layer-{}": world.LAYERS,
    "layout-{}": {layout.key for layout in FILES} | {*cooperation_files.REQUIRED, debates.LAYOUT},
    "level-{}": range(len(BANDS)),
    "map-{}": worldmap.WORDS,
    "mark-{}": {*courses.NAME_OF.values(), "ended"},
    "measure-last-{}": COUNCILS,
    "verification-{}": LISTS["verification"],
    "violation-type-{}": LISTS["violation_type"],
    "verdict-{}": (*verdicts.REASONS, HIGHER, LOWER, "restated"),
    "verdict-reason-{}": verdicts.REASONS,
    "verdict-said-{}": (HIGHER, LOWER, OPEN, SAME),
    "method-of-{}": held("forecast_month", "method"),
    "method-{}": sources.METHODS,
    "method-{}.text": sources.METHODS,
    "missing-{}": sentences.REASONS,
    "moment-{}": since.OPTION_COUNTS,
    "month-{}": VINTAGES,
    "moved-most-{}": (reviews.WORSE, reviews.BETTER, "higher"),
    "notice-{}": VINTAGES[1:],
    "outcome-{}": (*vocabulary.VOTE_OUTCOMES, "open"),
    "speaker-{}": heard.SIDE_OF,
    "paper-{}": downloads.FILES,
    "paper-one-{}": forward.FILES,
    "format-{}": precedents.FORMATS,
    "records-act-{}": own_file.ACTS,
    "records-corrected-{}": ("csv", "xlsx"),
    "records-records-{}": ("csv", "xlsx"),
    "records-takes-{}": COLUMNS_OF_RECORDS,
    "part-{}": {part for parts in subjects.PARTS.values() for part in parts},
    "peer-measure-{}": held("track_peer", "measure"),
    "peer-{}": held("track_peer", "peer"),
    "picture-{}": figure.PICTURES,
    "present-{}": ("name", "before", "after", "whole", "leave"),
    "prevention-{}": STAGES,
    "reason-{}": (
        "none", "halved", "war", "crisis", "alert", "closing", "slow-several",
        *(f"slow-{sign}" for sign in signals.SIGNS),
    ),
    "refusal-{}": imports.REASONS,
    "refused-{}": imports.REASONS,
    "region-{}": held("country", "region", "subregion"),
    "review-level-{}": ("up", "down"),
    "review-stage-{}": ("up", "down"),
    "review-{}": (reviews.WORSE, reviews.BETTER, "higher"),
    "row-fault-{}": record_sheets.FAULTS,
    "rule-{}": {"own"} | held("track_record", "rule", part=["rules", "search", "forecast", "placebo"]),
    "reach-{}": record_reach.KINDS,
    "reach-note-{}": record_reach.NOTES,
    "reach-series-{}": record_reach.SERIES,
    "section-{}": {*situation.SECTIONS, situation.OWN, *council_overview.SECTIONS, *track.SECTIONS, track.OWN}
    | set(subjects.KINDS)
    | {"official", "own-records", "copies"},
    "series-of-{}": held("track_record", "series"),
    "series-{}": {*VINTAGES, *displacement.STOCKS, *hearings.TEXTS, "deaths_best", "deaths_civilians"}
    | {*votes.PARTS, *votes.MARKS, *votes.SHARES},
    "sign-of-{}": responses.TRIGGERS,
    "sign-{}": signals.SIGNS,
    "since-kind-{}": since.KINDS,
    "since-{}": (*since.SIGNS, *since.ACTS),
    "stage-{}": STAGES,
    "stands-on-{}": since.SLOW,
    "stage-rule-{}": STAGES,
    "term-{}": terms.TERMS,
    "term-{}.says": terms.TERMS,
    "standing-{}": council_overview.STANDINGS,
    "step-{}": {*accountability.STEPS, "created", "report", "renewed", "ended"},
    "accountability-{}": ("deaths-dated", "deaths-civilians"),
    "spark-{}": VINTAGES,
    "tile-{}": cooperation.GROUNDS,
    "treaty-{}": vocabulary.TREATIES,
    "treaty-status-{}": cooperation.GROUNDS,
    "visit-{}": vocabulary.VISIT_STATUS,
    "type-{}": theme.TYPES,
    "unit-{}": tidy.UNITS,
    "unjudged-{}": UNJUDGED,
    "vintage-{}": VINTAGES,
    "watch-{}": ("serious", "open", "moved", "settled", "level", "change", watchlists.UNANSWERED),
}  # fmt: skip
PATTERNS = {}
for shape, function in composed():
    PATTERNS.setdefault(shape, set()).add(function)
# Only said where the catalogue has it: the code asks first.
ASKED = {shape for shape, functions in PATTERNS.items() if "has" in functions} - {"{}"}


def test_each_composed_message_brings_its_vocabulary():
    assert set(PATTERNS) == set(VOCABULARIES)


@pytest.mark.parametrize("shape", [shape for shape in VOCABULARIES if shape not in ASKED])
def test_each_composed_message_is_in_the_catalogue(shape):
    assert VOCABULARIES[shape]
    missing = []
    for key in VOCABULARIES[shape]:
        name, _, attribute = filled(shape, key).partition(".")
        parts = {part.id.name for part in messages()[name].attributes} | {""} if name in messages() else ()
        missing += [] if attribute in parts else [filled(shape, key)]
    assert sorted(missing) == []


def test_the_names_are_those_of_the_messages():
    assert set(messages()) == NAMES


def test_each_message_is_used():
    used = {word.partition(".")[0] for word in STRINGS}
    used |= {filled(shape, key).partition(".")[0] for shape, keys in VOCABULARIES.items() for key in keys}
    text = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE)
    used |= set(re.findall(r"\{ *([a-z][a-z0-9-]*)(?:\.[a-z-]+)? *\}", text))
    assert set(messages()) - used == UNUSED_SO_FAR


def test_no_sentence_hides_in_the_code():
    sentence = re.compile(r"^(?!(top|middle|bottom) (center|left|right)$).*[a-z]{2,} [a-z]{2,}")
    for path in SPOKEN:
        if path.name in ("style.py",):
            continue
        tree = TREES[path]
        docs = {
            id(node.body[0].value)
            for node in ast.walk(tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                markup = any(sign in node.value for sign in ("<", "{", "=", ";", "max-age"))
                assert markup or not sentence.search(node.value), f"{path.name}: {node.value!r}"


def at_longest(pattern):
    """Return a pattern as text, each choice in its longest form and each fact as one word."""
    text = ""
    for element in pattern.elements:
        if isinstance(element, ftl.TextElement):
            text += element.value
        elif isinstance(element.expression, ftl.SelectExpression):
            forms = (at_longest(variant.value) for variant in element.expression.variants)
            text += max(forms, key=lambda form: len(form.split()))
        elif isinstance(element.expression, ftl.StringLiteral):
            text += element.expression.value
        else:
            text += "X"
    return text


def sentences(text):
    return re.split(r"(?<=[.?!])\s+|;\s+", text.replace("\n", " "))


@pytest.mark.parametrize("path", CATALOGUE, ids=lambda path: path.stem)
def test_no_sentence_has_more_than_28_words(path):
    long = []
    for entry in parsed(path):
        parts = [entry, *entry.attributes] if isinstance(entry, ftl.Message) else []
        for text in (at_longest(part.value) for part in parts if part.value):
            long += [f"{entry.id.name}: {one}" for one in sentences(text) if len(one.split()) > 28]
    assert long == []


def test_no_caption_has_more_than_60_words():
    long = []
    for name, entry in messages().items():
        text = {part.id.name: at_longest(part.value) for part in entry.attributes}
        if "shows" in text:
            words = " ".join(text.get(part, "") for part in ("shows", "reads", "omits")).split()
            long += [(name, len(words) + 2)] if len(words) + 2 > 60 else []  # and “Not shown:”
    assert long == []


def test_no_line_ends_between_a_number_and_its_per_cent():
    text = "".join(path.read_text(encoding="utf-8") for path in CATALOGUE)
    assert re.search(r"[0-9}]\N{NO-BREAK SPACE}%", text)
    assert not re.findall(r"[0-9}] %", text)


def test_the_measure_of_length_finds_the_long_ones():
    long = FluentParser().parse(
        "a = " + "word " * 20 + "{ $n ->\n    [one] one\n   *[other] { $n } " + "more " * 8 + "\n }. End."
    )
    assert [len(one.split()) for one in sentences(at_longest(long.body[0].value))] == [29, 1]


def test_legal_qualifications_are_never_ours():
    text = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE).lower()
    for word in ("genocide", "crimes against humanity", "war crimes"):
        assert word not in text
