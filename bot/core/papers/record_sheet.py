"""The record sheet as a document: what an FM pastes into FTOP. In the language of `words`; people's own
words stand beside it as they wrote them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.core.engagement import Mark
from bot.core.metrics.followed import followed
from bot.core.papers.paper import Block, Heading, Paper, PaperCell, PaperTable, PaperText
from bot.core.questions.picture import Picture
from bot.core.questions.roster import shown_name
from bot.core.reading.wording import day_text, name_of, say
from bot.core.record.material import presented
from bot.core.record.outcomes import outcome_states, source_text
from bot.core.record.sheet.cells import Cell, aspect_name
from bot.core.record.sheet.notes import ServiceRow, alike, service_rows, shared_text
from bot.core.record.sheet.overview import overview
from bot.core.record.sheet.traced import Traced
from bot.core.record.tasks import TaskLine, task_lines
from bot.core.texts import Words
from bot.core.verdict import Verdict


def record_sheet(picture: Picture, words: Words) -> Paper:
    """The whole sheet: overview, notes and aspects of the services, tasks, outcomes, material, people. What
    holds of several services alike stands once, behind all their names."""
    rows = service_rows(picture, words)
    blocks: list[Block] = [
        PaperText(words("sheet.intro")),
        _overview(picture, words),
        Heading(words("sheet.notes")),
        _notes(picture, rows, words),
        _aspects(picture, rows, words),
        _tasks(picture, words),
        _outcomes(picture, words),
    ]
    rest = (_metrics(picture, words), _shown(picture, words), _people(picture, words))
    blocks += [table for table in rest if table.rows]
    if picture.book.playbook.page.history:
        latest = picture.book.playbook.page.history[0].date
        blocks.append(PaperText(words("sheet.page", day=day_text(latest, words.language))))
    title = words("sheet.title", customer=picture.engagement.setup.customer)
    return Paper(title, words.language, tuple(blocks))


def _table(
    words: Words, name: str, columns: Iterable[str], rows: Iterable[tuple[PaperCell, ...]]
) -> PaperTable:
    heads = tuple(words(f"sheet.column.{one}") for one in columns)
    return PaperTable(words(f"sheet.{name}"), heads, tuple(rows))


def _overview(picture: Picture, words: Words) -> PaperTable:
    rows = (
        (words(f"sheet.fact.{fact.label}"), _plain(fact.said), _quoted(fact.said, words))
        for fact in overview(picture, words)
    )
    return _table(words, "overview", ("fact", "value", "original"), rows)


def _notes(picture: Picture, rows: tuple[ServiceRow, ...], words: Words) -> PaperTable:
    return _table(
        words,
        "services",
        ("service", "status", "note", "written"),
        (
            (
                _named(picture, [row.service for row in mine]),
                words(f"sheet.status.{mine[0].status}"),
                shared_text(picture, mine, words),
                _signed(picture, mine[0]),
            )
            for mine in alike(picture, rows, words)
        ),
    )


def _aspects(picture: Picture, rows: tuple[ServiceRow, ...], words: Words) -> PaperTable:
    """Aspect by aspect; the services of which the same was said share a line."""
    columns = ("service", "aspect", "status", "readiness", "why", "answers", "original")
    found: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for row in rows:
        for cell in row.cells:
            lines = found.setdefault(cell.aspect.id, {})
            lines.setdefault(_cell(cell, words), []).append(row.service)
    together = ((line, names) for lines in found.values() for line, names in lines.items())
    return _table(words, "aspects", columns, ((_named(picture, names), *line) for line, names in together))


def _cell(cell: Cell, words: Words) -> tuple[str, ...]:
    return (
        aspect_name(cell.aspect, words),
        words(f"sheet.status.{cell.status}"),
        words(f"verdict.{cell.verdict if cell.said else Verdict.UNKNOWN}"),
        _plain(cell.why, ", "),
        _plain(cell.said),
        _quoted((*cell.why, *cell.said), words),
    )


def _named(picture: Picture, services: Iterable[str]) -> str:
    return ", ".join(picture.book.service_names[one] for one in services)


def _tasks(picture: Picture, words: Words) -> PaperTable:
    return _table(
        words,
        "tasks",
        ("id", "name", "task_status", "task_kind", "services", "done_by", "done_on", "own_note"),
        (
            (
                int(task.id),
                say(task.name, words.language),
                words("sheet.done" if task.done else "sheet.not_done"),
                words(f"sheet.task.{_kind(task)}"),
                "" if task.own else _services(picture, task, words),
                _who(picture, task.done),
                day_text(task.done.at[:10], words.language) if task.done else "",
                task.note,
            )
            for task in task_lines(picture.book, picture.engagement)
        ),
    )


def _kind(task: TaskLine) -> str:
    if task.own:
        return "own"
    return "required" if task.required else "optional"


def _services(picture: Picture, task: TaskLine, words: Words) -> str:
    return _named(picture, task.services) or words("sheet.all_services")


def _outcomes(picture: Picture, words: Words) -> PaperTable:
    return _table(
        words,
        "outcomes",
        ("outcome", "reached", "by", "done_on"),
        (
            (
                say(state.outcome.text, words.language),
                words(f"option.{'yes' if state.reached else 'no'}"),
                ", ".join(dict.fromkeys(source_text(picture.book, one, words) for one in state.by)),
                day_text(state.at[:10], words.language) if state.at else "",
            )
            for state in outcome_states(picture)
        ),
    )


def _metrics(picture: Picture, words: Words) -> PaperTable:
    names, language = picture.book.service_names, words.language
    return _table(
        words,
        "metrics",
        ("metric", "service", "baseline", "target", "due", "value", "done_on"),
        (
            (
                say(one.metric.name, language),
                names[one.service] if one.service else "",
                one.state.baseline,
                one.state.target,
                day_text(one.state.date, language),
                one.value,
                day_text(one.read_on, language) if one.read_on else "",
            )
            for one in followed(picture)
        ),
    )


def _shown(picture: Picture, words: Words) -> PaperTable:
    return _table(
        words,
        "shown",
        ("material", "shown_on", "by"),
        (
            (
                say(one.resource.title, words.language),
                day_text(one.shown.on, words.language),
                _who(picture, one.shown),
            )
            for one in presented(picture.book, picture.engagement)
            if one.shown is not None
        ),
    )


def _people(picture: Picture, words: Words) -> PaperTable:
    engagement = picture.engagement
    roles = {role.id: say(role.name, words.language) for role in picture.book.playbook.roles}
    return _table(
        words,
        "people",
        ("name", "roles"),
        (
            (
                shown_name(engagement, one),
                ", ".join(roles[role] for role in one.roles if role in roles),
            )
            for one in engagement.people.values()
            if one.roles
        ),
    )


def _signed(picture: Picture, row: ServiceRow) -> str:
    return name_of(picture.engagement, row.written.by) if row.written is not None and row.written.text else ""


def _who(picture: Picture, mark: Mark | None) -> str:
    return name_of(picture.engagement, mark.by) if mark is not None else ""


def _plain(said: Iterable[Traced], between: str = " / ") -> str:
    """The bot's own statements, equal ones once."""
    return between.join(dict.fromkeys(one.text for one in said if not one.original))


def _quoted(said: Iterable[Traced], words: Words) -> str:
    """People's own words, as they wrote them, equal ones once."""
    own = dict.fromkeys(one.text for one in said if one.original)
    return " / ".join(words("sheet.quoted", text=one) for one in own)
