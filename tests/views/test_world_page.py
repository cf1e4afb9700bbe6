"""World could mark alerts that its list does not tell, hide that one cannot be told, or sort by a secret."""

import pandas as pd
import pytest

from ewdash.analysis import signals_at
from ewdash.data.record import Record
from ewdash.views.months import newest
from ewdash.views.signals import signals
from ewdash.views.world import _alert_marks, world_view

RECORD = Record()
LATEST, FINAL = pd.Timestamp(2026, 4, 1), pd.Timestamp(2024, 12, 1)


def shown(month=LATEST, *, region=None, group=None, layer="level"):
    return world_view(RECORD, month=month, region=region, group=group, layer=layer)


@pytest.mark.parametrize("layer", ["level", "stage"])
@pytest.mark.parametrize("month", [LATEST, FINAL])
def test_the_map_marks_each_alert_of_six_months_and_says_it(month, layer):
    view = shown(month, layer=layer)
    alerts = signals_at.recent_alerts(signals(RECORD), newest(RECORD, month))
    assert view.map["alerts"] == {row["iso3"]: int(row["alert"]) for row in alerts.to_dict("records")}
    assert view.map["alerts"]
    for code, strength in view.map["alerts"].items():
        label = view.map["labels"][code]
        assert ("strong alert" in label) is (strength == 2)
        assert "alert" in label
    without = [text for code, text in view.map["labels"].items() if code not in view.map["alerts"]]
    assert not any("(alert" in text or "(strong alert" in text for text in without)
    assert [kind["count"] for kind in view.map["rings"]] == [
        sum(value == strength for value in view.map["alerts"].values()) for strength in (1, 2)
    ]
    assert "No ring: no alert, or none can be told" in view.block.caption


def test_a_region_marks_its_own_alerts_only():
    inside = set(RECORD.places.within(region="africa", group=None))
    marked = set(shown(region="africa").map["alerts"])
    assert marked
    assert marked <= inside


def test_where_it_cannot_be_told_the_country_has_no_ring_and_says_so():
    rows = signals(RECORD)
    rows = rows[(rows["iso3"] == "SDN") & (rows["month"] == FINAL)]
    rows = rows.assign(alert=float("nan"), unjudged="crossing")
    marks = _alert_marks(rows, FINAL, RECORD.places)
    assert marks.strengths == {}
    assert marks.names["SDN"] == "Sudan (whether there is an alert cannot be told: December 2024)"
    assert marks.names["TCD"] == "Chad"


def test_without_signals_no_ring_is_promised():
    assert _alert_marks(signals(RECORD).head(0), FINAL, RECORD.places).rings == ()
