"""A sentence could be missing, said twice, unused, or written where no translator finds it."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

from ewdash.analysis import responses

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = sorted((ROOT / "ewdash" / "locales" / "en").glob("*.ftl"))
CODE = [ROOT / "app.py", *sorted((ROOT / "pages").glob("*.py")), *sorted((ROOT / "ewdash").rglob("*.py"))]
ROOMS = {"ui", "views", "charts", "exports", "render"}  # of ewdash: those whose words a reader may see
SPOKEN = [path for path in CODE if not {"pages", *ROOMS}.isdisjoint(path.relative_to(ROOT).parts)]
SPOKEN.append(ROOT / "app.py")
# Messages whose name is put together from a key of the data.
COMPOSED = (
    "axis-course-",
    "axis-linear",
    "axis-log",
    "back-",
    "by-",
    "compare-fewer",
    "compare-more",
    "compare-same",
    "compare-unknown",
    "direction-",
    "headline-region",
    "mark-",
    "measure-absolute",
    "measure-indexed",
    "measure-per-million",
    "missing-",
    "moved-most-",
    "onset-",
    "review-",
    "scale-",
    "span-",
    "alert-",
    "base-",
    "driver-",
    "layer-",
    "peer-",
    "picture-",
    "prevention-",
    "reason-",
    "rule-",
    "sign-",
    "stage-",
    "action-",
    "body-",
    "card-",
    "case-first-",
    "case-none-",
    "chart-",
    "clock-",
    "gap-",
    "class-",
    "compared-",
    "confidence-",
    "error-",
    "fact-",
    "group-",
    "headline-situation-",
    "indicator-",
    "lane-",
    "calendar-row-",
    "standing-",
    "moment-",
    "since-",
    "tier-",
    "part-",
    "present-",
    "paper-",
    "followed-",
    "kind-",
    "level-",
    "map-",
    "measure-last-",
    "method-of-",
    "method-",
    "month-",
    "note-",
    "notice-",
    "page-",
    "region-",
    "section-",
    "series-",
    "type-",
    "vintage-",
    "watch-",
)


# Messages of a column or a control: the rest of the name is its key, as a word of the code.
KEYED = re.compile(r"(?:column|choose)-(.+)")
STEPS = {f"days-{step}" for step in responses.STEPS}  # columns put together from a number


def messages():
    found = {}
    for path in CATALOGUE:
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content[:80]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"said twice: {entry.id.name}"
                found[entry.id.name] = entry
    return found


MESSAGES = messages()


def said():
    """Yield each literal message the code says, with the names of its facts."""
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", getattr(node.func, "attr", "")) == "translate"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                yield path.name, node.args[0].value, {key.arg for key in node.keywords}


@pytest.mark.parametrize(("file", "message", "facts"), list(said()))
def test_each_sentence_said_is_in_the_catalogue_with_its_facts(file, message, facts):
    name, _, attribute = message.partition(".")
    assert name in MESSAGES, f"{file} says {message}"
    found = MESSAGES[name]
    part = next(entry for entry in found.attributes if entry.id.name == attribute) if attribute else found
    text = re.findall(r"\$([a-z_0-9]+)", FluentSource(part))
    if None not in facts:
        assert set(text) <= facts


def FluentSource(part):  # noqa: N802 - reads like the class it stands for
    from fluent.syntax.serializer import serialize_pattern

    return serialize_pattern(part.value) if part.value else ""


def test_each_message_is_used():
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE)
    whole = [name for name in MESSAGES if not name.startswith(COMPOSED)]
    unused = [name for name in whole if not re.search(rf"[\"']{name}\b", text)]
    assert [name for name in unused if not keyed(name, text)] == []


def keyed(name, text):
    """Tell whether a message belongs to a column or control that the code names."""
    found = KEYED.fullmatch(name)
    if not found or found[1] in STEPS:
        return bool(found)
    key = f"(?:{found[1]}|{found[1].replace('-', '_')})"
    return bool(re.search(rf"[\"']{key}[\"']|\b{key}=", text))


def test_no_sentence_hides_in_the_code():
    sentence = re.compile(r"^(?!(top|middle|bottom) (center|left|right)$).*[a-z]{2,} [a-z]{2,}")
    for path in SPOKEN:
        if path.name in ("style.py",):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
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


def test_legal_qualifications_are_never_ours():
    text = "\n".join(path.read_text(encoding="utf-8") for path in CATALOGUE).lower()
    for word in ("genocide", "crimes against humanity", "war crimes"):
        assert word not in text
