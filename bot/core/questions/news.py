"""News for single people: of each question one line, kept until a reply of theirs shows it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from bot.core.engagement import Engagement, News

WHATS = (
    "saved",
    "corrected",
    "heard",
    "put_off",
    "handed",
    "roles",
    "leads",
    "differs",
    "contested",
    "settle",
    "settled",
    "confirm",
    "confirmed",
    "stored",
)
"""The kinds of news (texts `news.<what>`); an instance passes over those that only a later version knows."""
OF_NO_QUESTION = ""
"""The key of news about no question: a person's roles, the lead."""
MOST_KEPT = 5
"""News that wait for one person; the oldest make room."""
MOST_SHOWN = 3
"""News that one view shows; the others wait for the next."""


def with_news(engagement: Engagement, person: str, key: str, what: str, by: str = "") -> Engagement:
    """The engagement in which the person's next view says this of the ask; it replaces what that view would
    have said of the same ask. `by` is the key of a person whom the line names."""
    others = {ask: one for ask, one in engagement.news.get(person, {}).items() if ask != key}
    kept = dict(list({**others, key: News(what, by)}.items())[-MOST_KEPT:])
    return replace(engagement, news={**engagement.news, person: kept})


def without_news(engagement: Engagement, person: str, key: str, *whats: str) -> Engagement:
    """The same without these news of an ask: the reply itself says so."""
    mine = engagement.news.get(person, {})
    if key not in mine or mine[key].what not in whats:
        return engagement
    left = {ask: one for ask, one in mine.items() if ask != key}
    others = {who: theirs for who, theirs in engagement.news.items() if who != person}
    return replace(engagement, news={**others, person: left} if left else others)


def without_ask(engagement: Engagement, key: str) -> dict[str, dict[str, News]]:
    """The news of everybody, but for those of an ask whose answer was taken back."""
    left = {
        person: {ask: one for ask, one in mine.items() if ask != key}
        for person, mine in engagement.news.items()
    }
    return {person: mine for person, mine in left.items() if mine}


def news_for(engagement: Engagement, person: str, activity: str) -> Mapping[str, News]:
    """The news that the reply to an activity shows: what nobody has seen yet, and what the same activity
    showed when it came before. Where that did something, it is just what was shown then."""
    mine = engagement.news.get(person, {})
    wanted = activity if activity in engagement.seen else ""
    found = {key: one for key, one in mine.items() if one.shown in (wanted, activity)}
    return dict(list(found.items())[-MOST_SHOWN:])


def shown_anew(engagement: Engagement, person: str, activity: str) -> Engagement:
    """The engagement in which the person's next view says what came of an activity whose reply they did not
    see, though it was stored."""
    mine = engagement.news.get(person, {})
    lost = {key: replace(one, shown="") for key, one in mine.items() if one.shown == activity}
    if not lost:
        return with_news(engagement, person, OF_NO_QUESTION, "stored")
    return replace(engagement, news={**engagement.news, person: {**mine, **lost}})


def when_shown(engagement: Engagement, person: str, activity: str) -> Engagement:
    """The engagement after that reply; the very same object where it showed nothing new."""
    fresh = news_for(engagement, person, activity)
    if all(one.shown for one in fresh.values()):
        return engagement
    waiting = {key: one for key, one in engagement.news[person].items() if not one.shown}
    marked = {key: replace(one, shown=activity) for key, one in fresh.items()}
    return replace(engagement, news={**engagement.news, person: {**waiting, **marked}})
