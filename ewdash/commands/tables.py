"""``build``, ``check``, ``signals`` and ``evaluate``: the installed tables by the command line."""

import argparse
from pathlib import Path

from ewdash.data import adopted_texts, store
from ewdash.data.home import current, set_aside, shown
from ewdash.data.store import DATA, card, layer, outdated
from ewdash.i18n import translate
from ewdash.model.datasets import DERIVED, FROM_OWN_FILES, LAYOUTS, Card


def add_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the commands."""
    build = commands.add_parser("build", help=translate("cli-build"))
    build.add_argument("--from", dest="folder", type=Path, help=translate("cli-from"))
    build.add_argument("--table", action="append", choices=tuple(LAYOUTS), help=translate("cli-table"))
    build.set_defaults(run=_build)
    commands.add_parser("check", help=translate("cli-check")).set_defaults(run=_check)
    signals = commands.add_parser("signals", help=translate("cli-signals"))
    signals.add_argument("--fresh", action="store_true", help=translate("cli-fresh"))
    signals.set_defaults(run=_signals)
    evaluate = commands.add_parser("evaluate", help=translate("cli-evaluate"))
    evaluate.add_argument("--peers", type=Path, help=translate("cli-peers"))
    evaluate.set_defaults(run=_evaluate)


def _told(card: Card) -> None:
    print(translate("cli-built", table=card.table, rows=card.rows, digest=card.sha256[:12]), flush=True)


def _begun(table: str) -> None:
    print(translate("cli-building", table=table), flush=True)


def _computing(part: str) -> None:
    print(translate("cli-computing", part=part), flush=True)


def _build(given: argparse.Namespace) -> int:
    from ewdash.data.build import BY_HAND, FIGURES, build, rebuild

    if given.folder is None:
        rebuild(tables=tuple(given.table or BY_HAND), started=_begun, saved=_told)
    else:
        build(given.folder, tables=tuple(given.table or FIGURES), started=_begun, saved=_told)
    return _refresh()


def _signals(given: argparse.Namespace) -> int:
    return _refresh(fresh=given.fresh)


def _refresh(*, fresh: bool = False) -> int:
    """Compute what rests on the tables of the repository, and on the releases loaded above them."""
    from ewdash.signals.run import update

    own = current()
    roots = (DATA, own) if own and set_aside(own) in ("", "stale") else (DATA,)
    for root in roots:
        if root != DATA:
            adopted_texts.renew(root)
        for made in update(root=root, fresh=fresh, progress=_computing):
            _told(made)
    return 0


def _evaluate(given: argparse.Namespace) -> int:
    from ewdash.signals.run import evaluate

    for made in evaluate(root=shown(), peers=given.peers, progress=_computing):
        _told(made)
    return 0


def _check(given: argparse.Namespace) -> int:
    del given
    from ewdash.data.check import check

    for table in LAYOUTS:
        _told(check(table))
    for table in LAYOUTS if shown() != DATA else ():
        if layer(table, root=shown()) == shown():
            _told(check(table, root=shown()))
    for table in DERIVED:
        if table not in FROM_OWN_FILES:
            store.current(card(table))
        elif outdated(card(table)):
            print(translate("cli-stays", table=table), flush=True)
    return 0
