"""The note of a service: about two sentences that follow from the answers, or what the FM wrote instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.engagement import RecordStatus, ServiceNote
from bot.core.plan.items import Item, item_title, items
from bot.core.questions.picture import Picture
from bot.core.questions.verdicts import Standing
from bot.core.reading.viewer import WORST_FIRST
from bot.core.reading.wording import day_text, say
from bot.core.record.sheet.cells import Cell, CellScope, cells, scope, sheet_services
from bot.core.record.sheet.traced import Traced
from bot.core.texts import Words, load_texts
from bot.core.verdict import Verdict

_MOST_TITLES = 3
_OPEN = (Verdict.GAP, Verdict.AT_RISK)


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service on the sheet. `note` are its sentences; `written` what the FM wrote, where they did."""

    service: str
    scope: CellScope
    status: RecordStatus
    cells: tuple[Cell, ...]
    note: tuple[Traced, ...]
    written: ServiceNote | None = None

    @property
    def text(self) -> str:
        """The whole note."""
        return _text(self.note)


def service_rows(picture: Picture, words: Words) -> tuple[ServiceRow, ...]:
    """Every service of the sheet."""
    return tuple(service_row(picture, service, words) for service in sheet_services(picture))


def service_row(picture: Picture, service: str, words: Words) -> ServiceRow:
    """One service: its aspects, its status, its note."""
    mine, written = scope(picture, service, words), picture.engagement.notes.get(service)
    found = cells(picture, service, words)
    status = written.status if written is not None and written.status else _status(mine, found)
    if status == "duplicate":
        found = tuple(Cell(one.aspect, status, one.verdict, one.why, one.said) for one in found)
    name = picture.book.service_names[service]
    note = composed(picture, (name,), mine, found, words)
    if written is not None and written.text:
        note = (Traced(written.text, (f"note:{service}",), original=True),)
    return ServiceRow(service, mine, status, found, note, written)


def alike(picture: Picture, rows: Sequence[ServiceRow], words: Words) -> list[list[ServiceRow]]:
    """The services together of which the same is to be said, in the order of the first of each."""
    found: dict[tuple[str, ...], list[ServiceRow]] = {}
    for row in rows:
        if row.written is not None and row.written.text:
            said, by = row.text, row.written.by
        else:
            said, by = _text(composed(picture, ("",), row.scope, row.cells, words)), ""
        found.setdefault((row.status, said, by), []).append(row)
    return list(found.values())


def shared_text(picture: Picture, rows: Sequence[ServiceRow], words: Words) -> str:
    """The one note of services that are `alike`."""
    first = rows[0]
    if len(rows) == 1 or (first.written is not None and first.written.text):
        return first.text
    names = tuple(picture.book.service_names[row.service] for row in rows)
    return _text(composed(picture, names, first.scope, first.cells, words))


def sheet_words() -> Words:
    """The words of the sheet itself: FTOP is kept in English, whatever language people talk."""
    return load_texts().words("en")


def proposed(picture: Picture, service: str) -> str:
    """The note that follows from the answers, whatever the FM wrote."""
    words, name = sheet_words(), picture.book.service_names[service]
    found = composed(picture, (name,), scope(picture, service, words), cells(picture, service, words), words)
    return _text(found)


def _text(note: Sequence[Traced]) -> str:
    return " ".join(one.text for one in note)


def composed(
    picture: Picture, names: tuple[str, ...], mine: CellScope, found: tuple[Cell, ...], words: Words
) -> tuple[Traced, ...]:
    """The note that follows from the answers about services of these names, in the language of `words`."""
    name = ", ".join(names)
    if mine.intent not in ("now", "in_use"):
        if not mine.sources:
            return ()
        reason = ", ".join(one.text for one in mine.reasons if not one.original)
        key = "declined_because" if mine.intent == "declined" and reason else mine.intent
        values = {"service": name, "reason": reason} if key == "declined_because" else {"service": name}
        return (Traced(words(f"sheet.note.{key}", **values), mine.sources),)
    return (*_dates(picture, mine, names, words), *_stand(picture, found, words))


def vague_words(picture: Picture, text: str) -> list[str]:
    """Words of a note that say nothing once some time has passed, as the playbook lists them."""
    return [word for word in picture.book.playbook.record.vague if _holds(text, word)]


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE) is not None


def _status(mine: CellScope, found: tuple[Cell, ...]) -> RecordStatus:
    if mine.intent == "declined":
        return "no_intent"
    statuses = {one.status for one in found}
    if "blocked" in statuses:
        return "blocked"
    return "unknown" if statuses <= {"unknown"} or mine.intent == "open" else "in_progress"


def _dates(picture: Picture, mine: CellScope, names: tuple[str, ...], words: Words) -> list[Traced]:
    setup, name = picture.engagement.setup, ", ".join(names)
    days = {key: day for key in ("pilot", "launch") if (day := getattr(setup, key))}
    if not days:
        which = f"{mine.intent}_together" if len(names) > 1 else mine.intent
        return [Traced(words(f"sheet.note.{which}", service=name), mine.sources)]
    key = "both" if len(days) == 2 else next(iter(days))
    values = {name: day_text(day, words.language) for name, day in days.items()}
    text = words(f"sheet.note.dates_{key}", service=name, **values)
    return [Traced(text, (*mine.sources, *(f"setup.{one}" for one in days)))]


def _stand(picture: Picture, found: tuple[Cell, ...], words: Words) -> list[Traced]:
    """One sentence: gaps and risks with the next action; else what is unanswered; else that all stands."""
    standings = list({one.ask.key: one for cell in found for one in cell.standings}.values())
    late = [one for one in standings if one.verdict in _OPEN]
    late.sort(key=lambda one: (WORST_FIRST.index(one.verdict), one.ask.question.need != "must"))
    why = _why(found)
    # Questions with a reason come before gaps without one: the status of the service follows from it.
    late.sort(key=lambda one: one.ask.key not in why)
    unanswered = [one for one in standings if one.verdict is Verdict.UNKNOWN]
    if late:
        return [_late(picture, late, why, words)]
    if unanswered:
        text = words("sheet.note.unanswered", count=len(unanswered), total=len(standings))
        spoken = tuple(one.ask.key for one in standings if one.verdict is not Verdict.UNKNOWN)
        return [Traced(text, spoken)] if spoken else []
    return [Traced(words("sheet.note.stands"), tuple(one.ask.key for one in standings))] if standings else []


def _why(found: tuple[Cell, ...]) -> dict[str, list[str]]:
    """The reasons of the playbook's list by the question that they were given to."""
    reasons: dict[str, list[str]] = {}
    for one in (one for cell in found for one in cell.why if not one.original):
        known = reasons.setdefault(one.sources[0], [])
        known += [one.text] if one.text not in known else []
    return reasons


def _late(picture: Picture, late: list[Standing], why: dict[str, list[str]], words: Words) -> Traced:
    titles: list[str] = []
    for one in late[:_MOST_TITLES]:
        title, reasons = say(one.ask.question.title, words.language), ", ".join(why.get(one.ask.key, ()))
        titles.append(words("sheet.note.because", title=title, reasons=reasons) if reasons else title)
    named = "; ".join(titles)
    if len(late) > _MOST_TITLES:
        named = f"{named} {words('card.more', count=len(late) - _MOST_TITLES)}"
    sources = [one.ask.key for one in late]
    text = words("sheet.note.blocked" if why else "sheet.note.late", titles=named)
    following = next_item(picture, {one.ask.key for one in late})
    if following is not None:
        sources.append(f"item:{following.id}")
        text = f"{text} {next_text(picture, following, words)}"
    return Traced(text, tuple(sources))


def next_item(picture: Picture, among: set[str] | None = None) -> Item | None:
    """The open item of the plan that is due first, of all or of those `among`; on one day a must first."""
    mine = [one for one in items(picture) if not one.closed and (among is None or one.id in among)]
    return min(mine, key=lambda one: (one.due, not _is_must(picture, one)), default=None)


def _is_must(picture: Picture, item: Item) -> bool:
    return item.question is not None and picture.book.questions[item.question].need == "must"


def next_text(picture: Picture, item: Item, words: Words) -> str:
    """The next action in one sentence. A name is a name in every language."""
    owner = item.owner.get("name", "") if item.owner else ""
    day = day_text(item.due, words.language)
    action = item_title(picture.book, item, words.language)
    if owner:
        return words("sheet.note.next_owned", action=action, day=day, owner=owner)
    return words("sheet.note.next", action=action, day=day)
