"""A rhythm of check-ins as a sentence's part, in the reader's language."""

from __future__ import annotations

from babel import Locale

from bot.core.cadence import Cadence
from bot.core.texts import Words
from bot.core.wording import day_text


def rhythm_text(cadence: Cadence, words: Words) -> str:
    """How often, on which weekday, at what hour in which time zone, until when."""
    weekday = str(Locale(words.language).days["format"]["wide"][cadence.weekday])
    nth = words(f"rhythm.nth.{cadence.nth}")
    often = words(f"rhythm.{cadence.rhythm}", weekday=weekday, nth=nth)
    zone = cadence.time_zone.rpartition("/")[2].replace("_", " ")
    until = day_text(cadence.until, words.language)
    return words("rhythm.whole", often=often, hour=f"{cadence.hour:02}:00", zone=zone, until=until)
