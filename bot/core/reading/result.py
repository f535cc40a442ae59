"""The standing of the result in one sentence, the same wherever it is shown."""

from __future__ import annotations

from datetime import datetime

from bot.core.questions.closing import ResultStands
from bot.core.questions.picture import Picture
from bot.core.reading.wording import day_text, name_of
from bot.core.texts import Words
from bot.core.workdays import known_zone


def result_sentence(picture: Picture, words: Words) -> str:
    """Not confirmed, confirmed by whose word on which day and with how many questions open, or no longer;
    empty where the playbook has no question that confirms the result."""
    found, engagement = picture.result, picture.engagement
    if picture.book.last is None:
        return ""
    if found.stands in (ResultStands.NOT_ASKED, ResultStands.OPEN):
        return words("result.not_confirmed")
    zone = known_zone(engagement.setup.time_zone)
    day = datetime.fromisoformat(found.at).astimezone(zone).date().isoformat()
    values = {"name": name_of(engagement, found.by), "day": day_text(day, words.language)}
    if found.stands is ResultStands.CHANGED:
        return words("result.changed", **values)
    if not found.left:
        return words("result.confirmed", **values)
    return words(
        "result.confirmed_one" if found.left == 1 else "result.confirmed_many", count=found.left, **values
    )


def result_news(picture: Picture, words: Words) -> str:
    """The same once somebody confirmed the result; empty before."""
    said = picture.result.stands in (ResultStands.CONFIRMED, ResultStands.CHANGED)
    return result_sentence(picture, words) if said else ""
