"""The upper part of the record sheet: the workshop as a whole, each line with what it follows from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.core.plan.items import item_title
from bot.core.questions.facts import the_answer
from bot.core.questions.picture import Picture
from bot.core.reading.result import result_news
from bot.core.reading.wording import day_text, name_of, number_text, reason_text, say
from bot.core.record.sheet.notes import next_item
from bot.core.record.sheet.traced import Traced, field_said
from bot.core.record.steps import FORECASTS, efforts
from bot.core.talks.talks import Talk, talks_of, topic
from bot.core.texts import Words


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: the key of its label (texts: sheet.fact.<label>), and its statements."""

    label: str
    said: tuple[Traced, ...]


def overview(picture: Picture, words: Words) -> tuple[Fact, ...]:
    """The facts about the whole workshop; unknown ones have no line."""
    facts = [
        *_frame(picture, words),
        *_enterprise(picture, words),
        *_effort(picture, words),
        *_next(picture, words),
        *_forecast(picture, words),
        Fact("talks", tuple(_talks(picture, words))),
    ]
    return tuple(fact for fact in facts if fact.said)


def _frame(picture: Picture, words: Words) -> list[Fact]:
    engagement, setup = picture.engagement, picture.engagement.setup
    names = picture.book.service_names
    services = ", ".join(names.get(one, one) for one in setup.services)
    started = day_text(engagement.started[:10], words.language)
    found = [
        Fact("customer", _one(setup.customer, "setup.customer")),
        Fact("fm", _one(name_of(engagement, engagement.fm), "fm")),
        Fact("services", _one(services, "setup.services")),
        Fact("started", _one(started, "started")),
    ]
    done = engagement.completed
    if done is not None:
        day, who = day_text(done.at[:10], words.language), name_of(engagement, done.by)
        found.append(Fact("completed", _one(words("sheet.by", day=day, name=who), "completed")))
    if said := result_news(picture, words):
        found.append(Fact("result", _one(said, "result")))
    if setup.licences is not None:
        found.append(Fact("licences", _one(number_text(setup.licences, words.language), "setup.licences")))
    return found


def _enterprise(picture: Picture, words: Words) -> list[Fact]:
    setup = picture.engagement.setup
    found: list[Fact] = []
    if setup.enterprise_offering:
        said = _one(words("sheet.in_offering"), "setup.enterprise_offering")
        found.append(Fact("enterprise", (*said, *_own(setup.enterprise_reason, "setup.enterprise_reason"))))
    if setup.extended_service is not None:
        word = words(f"option.{'yes' if setup.extended_service else 'no'}")
        reason = _own(setup.extended_reason, "setup.extended_reason")
        found.append(Fact("extended", (*_one(word, "setup.extended_service"), *reason)))
    return found


def _effort(picture: Picture, words: Words) -> list[Fact]:
    wanted = picture.book.playbook.record.effort
    given = picture.engagement.overall.effort
    labels = {one.id: say(one.label, words.language) for one in efforts(picture.book)}
    return [
        Fact("effort_wanted", tuple(_answered(picture, wanted, words)) if wanted else ()),
        Fact("effort_given", _one(labels.get(given, ""), "overall")),
    ]


def _next(picture: Picture, words: Words) -> list[Fact]:
    """The next action: the FM's own; else the action of the plan that is due first."""
    overall, item = picture.engagement.overall, next_item(picture)
    if overall.next_action:
        return [
            Fact("next_action", (Traced(overall.next_action, ("overall",), original=True),)),
            Fact("next_due", _one(day_text(overall.due, words.language) if overall.due else "", "overall")),
            Fact("next_owner", _one(overall.owner.get("name", "") if overall.owner else "", "overall")),
        ]
    if item is None:
        return []
    source = f"item:{item.id}"
    title = Traced(item_title(picture.book, item, words.language), (source,), original=item.question is None)
    return [
        Fact("next_action", (title,)),
        Fact("next_due", _one(day_text(item.due, words.language) if item.due else "", source)),
        Fact("next_owner", _one(item.owner.get("name", "") if item.owner else "", source)),
    ]


def _forecast(picture: Picture, words: Words) -> list[Fact]:
    days = {name: getattr(picture.engagement.overall, name) for name in FORECASTS}
    return [
        Fact(name, _one(day_text(day, words.language) if day else "", "overall"))
        for name, day in days.items()
    ]


def _talks(picture: Picture, words: Words) -> list[Traced]:
    """The answers about talks, and the decision about each since."""
    said = [one for name in picture.book.playbook.record.talks for one in _answered(picture, name, words)]
    decided = picture.engagement.discussions
    return said + [
        one for talk in talks_of(picture) if talk.id in decided for one in _decided(picture, talk, words)
    ]


def _decided(picture: Picture, talk: Talk, words: Words) -> list[Traced]:
    book, source = picture.book, (f"talk:{talk.id}",)
    kinds = {one.id: say(one.label, words.language) for one in book.playbook.discussions.talks}
    parts = [words(f"talks.state.{talk.status}"), *(kinds[key] for key in talk.talks if key in kinds)]
    parts += [words("talks.dated", day=day_text(talk.day, words.language))] if talk.day else []
    parts += [reason_text(book, talk.reason, words.language)] if talk.reason else []
    if talk.requested:
        parts.append(words("talks.requested", day=day_text(talk.requested, words.language)))
    title = say(topic(book, talk), words.language)
    own = _own(talk.because, source[0])
    return [Traced(f"{title}: {', '.join(parts)}", source), *own]


def _answered(picture: Picture, name: str, words: Words) -> list[Traced]:
    """The value of a field of an answer, as statements."""
    owner, _, inner = name.partition(".")
    voice = the_answer(picture.engagement.voices.get(owner, []))
    if voice is None or voice.kind != "answer" or inner not in voice.fields:
        return []
    field = next(one for one in picture.book.questions[owner].fields if one.id == inner)
    return field_said(picture.book, field, owner, voice, words)


def _one(text: str, *sources: str) -> tuple[Traced, ...]:
    return (Traced(text, sources),) if text else ()


def _own(text: str | None, source: str) -> tuple[Traced, ...]:
    return (Traced(text, (source,), original=True),) if text else ()
