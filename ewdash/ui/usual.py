"""What most readers ask first, made in the background after the start."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ewdash.model import periods
from ewdash.model.errors import EwdashError
from ewdash.ui import cache

PAUSE = 3.0  # seconds in which the first reader's answer has the processor for itself


def prepare() -> None:
    """Make the first views of World, Region and Councils, and read what every other view stands on.

    A table that cannot be read is left to the page that needs it, which says so.
    """
    # Read here, not with the server: its first answer does not wait for them.
    from ewdash.views import council_overview, country_councils, region, since, trends
    from ewdash.views.months import country_months, default_month, month_options
    from ewdash.views.world import LAYERS, world_view

    record = cache.record()
    with suppress(EwdashError):
        cache.view(month_options)
        month = periods.parse(cache.view(default_month))
        assert month is not None  # as written by the view itself
        arguments: dict[str, Any] = {"month": month, "region": region.HOME, "group": None}
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
            lambda: [record.table(table) for table in ("rights_year", "conflict_event", "displacement_year")],
        )
        for step in steps:
            with suppress(EwdashError):
                step()
