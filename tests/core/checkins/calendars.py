"""Calendars that no country has."""

from __future__ import annotations

from datetime import date

from bot.core.workdays import Workdays


class EveryDay(Workdays):
    """Nobody ever rests."""

    def is_workday(self, day: date) -> bool:
        return True
