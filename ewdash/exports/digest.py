"""What is new as files to send: text, one HTML page that loads nothing, and an Atom feed.

A feed is told apart from its next edition by its entries: each has an id made of what it is about, and
its day is the record's. No clock is read, so the same record gives the same bytes.
"""

import re
import textwrap
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from xml.etree import ElementTree

import pandas as pd

from ewdash.charts import theme
from ewdash.exports.briefing import Briefing
from ewdash.exports.cells import cell
from ewdash.i18n import LANGUAGE, translate

WIDTH = 78  # letters of a line of text, as letters by mail are written
ATOM = "http://www.w3.org/2005/Atom"
IDS = uuid.UUID("6a1f5c0e-3f0b-5d0a-9a53-0a4f2f1f7d21")  # of this project's feeds: drawn once
# What XML 1.0 cannot hold (section 2.2), in whatever form it is written.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
STYLE = f"""
body {{ margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 sans-serif;
       color: {theme.INK}; background: {theme.PAPER}; }}
h1 {{ font-size: 1.5rem; line-height: 1.3; }} h2 {{ font-size: 1.2rem; margin-top: 2rem; }}
.wide {{ overflow-x: auto; }} table {{ border-collapse: collapse; width: 100%; }}
caption {{ text-align: left; padding-bottom: .3rem; }}
th, td {{ text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
         border-bottom: 1px solid {theme.RULE}; }}
tbody th {{ font-weight: normal; white-space: nowrap; }}
footer {{ font-size: .875rem; }}
"""


@dataclass(frozen=True)
class Entry:
    """One thing that is new."""

    key: str  # what tells it from every other, in words of the record
    day: date  # the record's: the act's, the last of the month of an alert, the day a table changed
    kind: str  # heading of its part
    title: str
    details: tuple[tuple[str, str], ...] = ()
    link: str = ""  # the document
    said: str = ""  # of the title, what tells whether it is told otherwise; all of it where nothing stands

    @property
    def uid(self) -> str:
        """Return its id in a feed: the same wherever and whenever it is told."""
        return uuid.uuid5(IDS, self.key).urn


@dataclass(frozen=True)
class Digest:
    """What is new, in words: everything, and what of it was not told before."""

    pack: Briefing
    scope: str  # what it is on, in words of the record
    entries: tuple[Entry, ...]
    updated: date  # the state of the data
    lines: tuple[str, ...] = ()  # what the page says under its sentence
    notes: tuple[str, ...] = ()  # what must be known of the selection
    fresh: tuple[Entry, ...] = ()  # not told before, or told otherwise; none where nothing was told before
    gone: tuple[str, ...] = ()  # told before, and no longer on record: as they were told


def _since_told(digest: Digest) -> Iterator[tuple[str, list[str]]]:
    """Yield a heading and lines for what was not told before and for what is no longer on record."""
    if digest.fresh:
        yield translate("digest-fresh"), [entry.title for entry in digest.fresh]
    if digest.gone:
        yield translate("digest-gone"), list(digest.gone)


def _behind(digest: Digest) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield headings and lines of what must travel with every form."""
    yield translate("pack-unknown"), (*digest.pack.unknown, *digest.notes)
    yield translate("pack-sources"), (*digest.pack.sources, digest.pack.stamp)
    yield from digest.pack.references


def text(digest: Digest) -> str:
    """Return a digest as plain text, as a letter by mail holds it."""
    lines = [*_wrapped(digest.pack.title, ""), "", *_wrapped(digest.pack.headline, "")]
    lines += [line for one in digest.lines for line in _wrapped(one)]
    for heading, sentences in _since_told(digest):
        lines += ["", heading, *(line for one in sentences for line in _wrapped(one))]
    kinds = dict.fromkeys(entry.kind for entry in digest.entries)
    for kind in kinds:
        lines += ["", kind]
        for entry in digest.entries:
            if entry.kind == kind:
                lines += _wrapped(entry.title)
                for name, value in entry.details:
                    lines += _wrapped(f"{name}: {value}", "    ", "    ")
    for heading, behind in _behind(digest):
        lines += ["", heading, *(line for one in behind for line in _wrapped(one))]
    lines += ["", *_wrapped(translate("footer"), "")]
    return "\n".join(lines) + "\n"


def _wrapped(words: str, first: str = "- ", rest: str | None = None) -> list[str]:
    """Return a sentence in lines; a word longer than a line stays whole."""
    return textwrap.wrap(
        _UNWRITABLE.sub("�", words),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * len(first) if rest is None else rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def html(digest: Digest) -> str:
    """Return a digest as one page without script, that loads nothing from anywhere."""
    pack = digest.pack
    body = [f"<h1>{escape(pack.title)}</h1>", f"<p>{escape(pack.headline)}</p>", _list(digest.lines)]
    for heading, lines in _since_told(digest):
        body.append(f"<h2>{escape(heading)}</h2>{_list(lines)}")
    for part in pack.parts:
        body.append(f"<h2>{escape(part.title)}</h2>")
        if part.table is not None:
            body.append(_table(part.table, f"{part.title}: {part.message}"))
    behind = "".join(f"<h2>{escape(heading)}</h2>{_list(lines)}" for heading, lines in _behind(digest))
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(LANGUAGE.get())}">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(pack.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(body)
        + f"\n</main>\n<footer>\n{behind}\n<p>{escape(translate('footer'))}</p>\n</footer>"
        "\n</body>\n</html>\n"
    )
    return _UNWRITABLE.sub("�", page)


def _list(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _table(table: pd.DataFrame, caption: str) -> str:
    """Return a table that can be read by ear: a caption, headings, and its first column as row headings."""
    heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in table.columns)
    rows = ""
    for row in table.itertuples(index=False):
        first, *rest = (escape(cell(value)) for value in row)
        rows += (
            f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{value}</td>" for value in rest) + "</tr>\n"
        )
    return (
        f'<div class="wide" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>"
    )


def atom(digest: Digest) -> str:
    """Return a digest as an Atom feed (RFC 4287), its days those of the record.

    What must travel with it is an entry of its own, dated by the state of the data.
    """
    pack = digest.pack
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"xml:lang": LANGUAGE.get()})
    whole = uuid.uuid5(IDS, f"feed|{digest.scope}").urn
    days = [entry.day for entry in digest.entries]
    _add(feed, "title", f"{translate('part-since')}: {pack.subtitle}")
    _add(feed, "subtitle", pack.headline)
    _add(feed, "id", whole)
    _add(feed, "updated", _noon(max([digest.updated, *days])))
    _add(ElementTree.SubElement(feed, f"{{{ATOM}}}author"), "name", translate("product"))
    _add(feed, "rights", translate("digest-rights"))
    for entry in digest.entries:
        content = "\n".join([entry.title, *(f"{name}: {value}" for name, value in entry.details)])
        _entry(feed, entry.uid, entry.title, entry.day, content, label=entry.kind, link=entry.link)
    behind = "\n\n".join("\n".join([heading, *lines]) for heading, lines in _behind(digest))
    _entry(
        feed,
        uuid.uuid5(IDS, f"behind|{digest.scope}").urn,
        translate("digest-behind"),
        digest.updated,
        "\n\n".join(["\n".join(digest.lines), behind, translate("footer")]),
    )
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _entry(
    feed: ElementTree.Element,
    uid: str,
    title: str,
    day: date,
    content: str,
    *,
    label: str = "",
    link: str = "",
) -> None:
    made = ElementTree.SubElement(feed, f"{{{ATOM}}}entry")
    _add(made, "title", title)
    _add(made, "id", uid)
    _add(made, "published", _noon(day))
    _add(made, "updated", _noon(day))
    if link:
        ElementTree.SubElement(made, f"{{{ATOM}}}link", {"rel": "alternate", "href": link})
    if label:
        ElementTree.SubElement(made, f"{{{ATOM}}}category", {"term": label})
    _add(made, "content", content)


def _add(parent: ElementTree.Element, name: str, words: str) -> None:
    """Add an element of plain text, without what no XML can hold."""
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = _UNWRITABLE.sub("�", words)


def _noon(day: date) -> str:
    """Return a day as the moment that a feed asks for: noon, the same day nearly everywhere."""
    return f"{day.isoformat()}T12:00:00Z"


FORMS = {"text": text, "html": html, "atom": atom}
