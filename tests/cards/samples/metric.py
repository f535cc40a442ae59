"""Samples of the metric card."""

from __future__ import annotations

from dataclasses import replace

from bot.core.screens.metrics import MetricScreen
from bot.core.screens.parts import Button
from tests.cards.samples.metrics import UNDER_WAY
from tests.cards.samples.parts import CHECKLIST, FM_GUIDE, STAMP

_HERE = (("item", "active_users@teams"),)
_COURSE = (
    ("2026-12-01", 40, "40 Personen"),
    ("2027-01-15", 75, "75 Personen"),
    ("2027-02-01", 98, "98 Personen"),
    ("2027-03-01", 140, "140 Personen"),
)
_COURSE_SCREEN = MetricScreen(
    STAMP,
    UNDER_WAY,
    "Nutzungsbericht im Admin Center: Summe der letzten 30 Tage.",
    _COURSE,
    (200, "2027-06-30"),
    note="Bitte zuerst mit dem Betriebsrat abstimmen.",
    links=(CHECKLIST, FM_GUIDE),
    buttons=(
        Button("enter_values", _HERE, label="enter_value", primary=True),
        Button("choose_metric", _HERE, label="change_target"),
        Button("drop_metric", _HERE, overflow=True),
        Button("metric_list", label="back_to_metrics"),
    ),
)
SAMPLES = (
    ("course", _COURSE_SCREEN),
    ("one_value", replace(_COURSE_SCREEN, course=_COURSE[:1], note="", links=())),
    ("no_value", replace(_COURSE_SCREEN, line=replace(UNDER_WAY, value="", state="unread"), course=())),
    ("long", replace(_COURSE_SCREEN, course=_COURSE * 3, withheld=9, aim=(200, "2026-11-30"))),
)
