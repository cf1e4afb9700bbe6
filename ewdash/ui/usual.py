"""What most readers ask first, made in the background after the start."""

import gc
import inspect
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from ewdash.data.record import Record
from ewdash.i18n import FALLBACK
from ewdash.model import periods
from ewdash.model.errors import EwdashError
from ewdash.ui import assets, cache, clock
from ewdash.ui.place_labels import search_labels
from ewdash.ui.readers import READERS


def prepare() -> None:
    """Make the first views of World and the other pages, and read what every other view stands on.

    World is made at once, beside its first reader, who then waits for no more. Each other step lets the
    readers go first. A table that cannot be read is left to the page that needs it, which says so.
    """
    record = cache.record()
    gc.freeze()  # what a search for garbage need not go through: the modules, a fifth of a second each time
    _done(_world(record))
    READERS.let_pass()
    steps = _others(record)
    gc.freeze()
    for step in steps:
        READERS.let_pass()
        _done([step])
    # What every answer stands on is not searched again either.
    gc.collect()
    gc.freeze()


def _done(steps: Iterable[Callable[[], object]]) -> None:
    for step in steps:
        with suppress(EwdashError):
            step()


def _world(record: Record) -> Iterable[Callable[[], object]]:
    """Return the steps to the first World page."""
    from ewdash.views import since
    from ewdash.views.months import alike, country_months, default_month, month_options
    from ewdash.views.world import LAYERS, world_view

    def layers() -> None:
        month = periods.parse(cache.view(default_month))
        assert month is not None  # as written by the view itself
        for layer in LAYERS:
            cache.view(world_view, month=month, region=None, group=None, layer=layer)
        cache.view(alike, month=month)

    return (
        # Streamlit asks the stack how it was started before it sends anything; the first who does so looks
        # for the file of every module, a quarter of a second long.
        inspect.stack,
        lambda: country_months(record),
        lambda: cache.view(month_options),
        layers,
        lambda: cache.view(since.options),
        lambda: search_labels(record, language=FALLBACK),  # of any language; kept is what they stand on
        assets.geometry_name,
    )


def _others(record: Record) -> Iterable[Callable[[], object]]:
    """Return the steps to the first Councils, Region, Compare, Situation and Briefing."""
    # Read here, not with the server: its first answer does not wait for them.
    from ewdash.views import (
        council_overview,
        country_councils,
        due,
        region,
        rights,
        signals,
        situation,
        stages,
        trends,
        violence,
    )
    from ewdash.views.briefings.country import SECTIONS, situation_preview
    from ewdash.views.comparison import inputs, page
    from ewdash.views.months import default_month

    with suppress(EwdashError):
        month = periods.parse(cache.view(default_month))
        assert month is not None  # as written by the view itself
        arguments: dict[str, Any] = {"month": month, "region": region.HOME, "group": None}
        countries = cache.view(page.shown_first, country=None, month=month)
        compared: dict[str, Any] = {name: keys[0] for name, keys in inputs.CHOICES.items()}
        compared |= {"onset": inputs.ONSETS[0], "countries": countries, "month": month, "years": 10}
        single: dict[str, Any] = {"country": countries[0], "month": month}
        return (
            lambda: country_councils.verified_acts(record),
            lambda: cache.view(council_overview.headline),
            lambda: cache.view(region.region_view, **arguments, back=region.MONTHS_BACK["1"]),
            lambda: cache.view(region.measures, **arguments),
            lambda: cache.view(region.notices, **arguments),
            lambda: cache.view(trends.together, **arguments, years=5),
            lambda: cache.view(trends.multiples, **arguments, back=1, years=5, scale=trends.SCALES[0]),
            lambda: cache.view(region.lines, **arguments, back=1),
            lambda: cache.view(page.compare_view, **compared),  # type: ignore[arg-type]
            lambda: cache.view(situation.answer, **single),
            lambda: cache.view(stages.stage_measure, **single),
            lambda: cache.view(situation.last_acts, **single),
            lambda: cache.view(signals.alert_card, **single),
            lambda: cache.view(violence.escalation, **single, years=10),
            *(partial(cache.view, make, **single, years=10) for make in situation.SECTIONS["bridge"]),
            lambda: record.once(rights.headlines),
            lambda: record.table("displacement_year"),
            lambda: due.listing(record, clock.today()),
            lambda: situation_preview(record, **single, years=10, sections=(*SECTIONS,), day=clock.today()),
        )
    return ()
