"""``digest``: what is new, to be sent, by the command line."""

import argparse
import functools
from pathlib import Path

from ewdash.i18n import translate


def add_arguments(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Declare the command."""
    digest = commands.add_parser("digest", help=translate("cli-digest"))
    digest.add_argument("--since", required=True, help=translate("cli-since"))
    place = digest.add_mutually_exclusive_group()
    place.add_argument("--countries", help=translate("cli-countries"))
    place.add_argument("--region", help=translate("cli-region"))
    digest.add_argument(
        "--format", choices=("text", "html", "atom"), default="text", help=translate("cli-format")
    )
    digest.add_argument("--to", type=Path, help=translate("cli-to"))
    digest.add_argument("--state", type=Path, help=translate("cli-state"))
    digest.set_defaults(run=functools.partial(_digest, digest))


def _digest(parser: argparse.ArgumentParser, given: argparse.Namespace) -> int:
    if given.to and given.state and given.to.resolve() == given.state.resolve():
        parser.error(translate("cli-same-file"))
    from ewdash.data.record import opened
    from ewdash.views.digest import area, edition

    words = given.countries.split(",") if given.countries is not None else None
    made = edition(
        opened(),
        moment=given.since,
        area=area(opened(), countries=words, region=given.region),
        form=given.format,
        to=given.to,
        state=given.state,
    )
    if made is not None:
        print(made.hand_out(given.to), end="", flush=True)
        made.remember()
    return 0
