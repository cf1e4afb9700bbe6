"""What most readers ask first, made in the background after the start."""

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ewdash.model import periods
from ewdash.model.errors import EwdashError
from ewdash.ui import cache

PAUSE = 3.0  # seconds in which the first reader's answer has the processor for itself


def prepare() -> None:
    """Make the first views of World, Region, Compare and Councils, and read what every other view stands on.

    A table that cannot be read is left to the page that needs it, which says so.
    """
    # Read here, not with the server: its first answer does not wait for them.
    from ewdash.views import (
        council_overview,
        country_councils,
        region,
        signals,
        since,
        situation,
        stages,
        trends,
        violence,
    )
    from ewdash.views.comparison import inputs, page
    from ewdash.views.months import country_months, default_month, month_options
    from ewdash.views.world import LAYERS, world_view

    record = cache.record()
    with suppress(EwdashError):
        cache.view(month_options)
        month = periods.parse(cache.view(default_month))
        assert month is not None  # as written by the view itself
        arguments: dict[str, Any] = {"month": month, "region": region.HOME, "group": None}
        countries = cache.view(page.shown_first, country=None, month=month)
        compared: dict[str, Any] = {name: keys[0] for name, keys in inputs.CHOICES.items()}
        compared |= {"onset": inputs.ONSETS[0], "countries": countries, "month": month, "years": 10}
        steps: tuple[Callable[[], object], ...] = (
            lambda: country_months(record),
            lambda: [
                cache.view(world_view, month=month, region=None, group=None, layer=layer) for layer in LAYERS
            ],
            lambda: cache.view(since.options),
            lambda: time.sleep(PAUSE),
            lambda: country_councils.verified_acts(record),
            lambda: cache.view(council_overview.headline),
            lambda: cache.view(region.region_view, **arguments, back=region.MONTHS_BACK["1"]),
            lambda: cache.view(region.measures, **arguments),
            lambda: cache.view(region.notices, **arguments),
            lambda: cache.view(trends.together, **arguments, years=5),
            lambda: cache.view(trends.multiples, **arguments, back=1, years=5, scale=trends.SCALES[0]),
            lambda: cache.view(region.lines, **arguments, back=1),
            lambda: cache.view(page.compare_view, **compared),  # type: ignore[arg-type]
            lambda: [
                cache.view(make, country=countries[0], month=month)
                for make in (situation.answer, stages.stage_measure, situation.last_acts, signals.alert_card)
            ],
            lambda: [
                cache.view(make, country=countries[0], month=month, years=10)
                for make in (violence.escalation, *situation.SECTIONS["bridge"])
            ],
            lambda: [record.table(table) for table in ("rights_year", "displacement_year")],
        )
        for step in steps:
            with suppress(EwdashError):
                step()
    # What every answer stands on is not searched for garbage again, a third of a second each time.
    gc.collect()
    gc.freeze()
