"""Every line of the page that this product implements has its place in the product, and it is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot.core.playbook.book import Book
from bot.core.playbook.model.playbook import Playbook
from bot.core.screens.record.completing import outcomes_screen
from bot.core.screens.record.guidance import guidance_screen
from bot.core.screens.record.tasks import tasks_screen
from bot.core.screens.setup.forms import key_inputs_form
from bot.core.screens.workshop.next_steps import next_steps_screen
from bot.core.texts import Texts
from bot.teams.commands import COMMANDS
from cards import RENDERERS
from tests.core.workshops import FM, LEAD, running
from tests.playbook_page import ADDED_SERVICES

ROOT = Path(__file__).parents[1]
_LINE = re.compile(r"\[(?P<places>[^\]]+)\] (?P<text>.*)")
_LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")
_BARE = ("markup", "metadata")
_METADATA = ("author", "ms.author", "manager", "ms.topic", "ms.prod", "ms.custom", "ft.audience", "ft.owner")
_MARKUP = re.compile(r"---|# required metadata|\|[\s|:-]+\|")


class Line(NamedTuple):
    """One line of the page, and where it lives; `kept`: there alone, for nobody is shown it."""

    number: int
    places: tuple[str, ...]
    text: str
    kept: bool = False


def read_page() -> list[Line]:
    """The page's own text stands here, so that what is missing is seen without it."""
    found: list[Line] = []
    for number, line in enumerate((ROOT / "tests/page.de.txt").read_text("utf-8").splitlines(), 1):
        if line and not line.startswith("# "):
            row = _LINE.fullmatch(line)
            assert row is not None, f"line {number} has no place: {line}"
            *places, last = row["places"].split()
            kept = last == "kept"
            found.append(Line(number, tuple(places if kept else [*places, last]), row["text"], kept))
    return found


PAGE = read_page()


def found_at(playbook: Playbook, path: str) -> Any:
    """What stands at a place of the playbook: fields by name, entries by id, day or position.
    LookupError where there is none."""
    here: Any = playbook
    for step in path.split("."):
        if isinstance(here, list):
            named = [one for one in here if step in (str(getattr(one, "id", "")), getattr(one, "date", None))]
            here = named[0] if named else here[int(step)] if step.isdecimal() else None
        else:
            here = getattr(here, step, None)
        if here is None:
            raise LookupError(f"there is no {step} in {path}")
    return here


def is_there(shipped: Book, texts: Texts, place: str) -> bool:
    """Whether a place exists."""
    kind, colon, name = place.partition(":")
    match kind:
        case "command":
            return COMMANDS.find(name) is not None
        case "card":
            return name in {render.__module__.rpartition(".")[2] for render in RENDERERS.values()}
        case "form" | "check":
            return texts.words("de").has(f"{kind}.{name}.title")
        case "test":
            file, _, function = name.partition("::")
            tree = ast.parse((ROOT / file).read_text("utf-8"))
            return any(isinstance(node, ast.FunctionDef) and node.name == function for node in ast.walk(tree))
    if re.fullmatch(r"R\d\d", place):
        return place in shipped.resources
    try:
        found_at(shipped.playbook, place)
    except LookupError:
        return False
    return not colon


def test_a_line_of_the_page_lives_where_it_says(shipped: Book, texts: Texts) -> None:
    placed = [(line.number, place) for line in PAGE if line.places[0] not in _BARE for place in line.places]
    assert len(placed) > 100
    assert [one for one in placed if not is_there(shipped, texts, one[1])] == []


def test_every_line_is_shown_to_somebody_or_marked_as_kept_and_not_shown(shipped: Book) -> None:
    shown = "\n".join(_read_by_people(shipped))
    wrong: list[Line] = []
    for line in PAGE:
        said = [text for place in line.places for text in _said_at(shipped.playbook, place)]
        if said and line.kept is any(text in shown for text in said):
            wrong.append(line)
    assert wrong == []
    assert {line.places[0].split(".")[1] for line in PAGE if line.kept} == {"owner", "phase", "history"}


def _said_at(playbook: Playbook, place: str) -> list[str]:
    """The sentences at a place of the page, its next steps or its tasks; none where it names a thing."""
    if not re.match(r"(page|next_steps|tasks)\b", place):
        return []
    found = found_at(playbook, place)
    parts = found if isinstance(found, list) else [found]
    texts: list[Any] = [
        getattr(one, "text", getattr(one, "name", getattr(one, "change", one))) for one in parts
    ]
    texts = [text for one in texts for text in (one if isinstance(one, list) else [one])]
    return [text["de"] if isinstance(text, dict) else text for text in texts if _is_sentence(text)]


def _is_sentence(text: Any) -> bool:
    return (isinstance(text, dict) and "de" in text) or (isinstance(text, str) and " " in text)


def _read_by_people(shipped: Book) -> Iterator[str]:
    """What the FM and a customer read about the page, in a workshop with all services, enterprise or not."""
    services = ",".join(one.id for one in shipped.playbook.services)
    for extended in ("yes", "no"):
        workshop = running(shipped, services=services, extended_service=extended)
        mine, theirs = workshop.viewer(FM), workshop.viewer(LEAD)
        sections = (guidance_screen(mine, one.id) for one in shipped.playbook.page.methods)
        screens = (tasks_screen(mine), outcomes_screen(mine), key_inputs_form(mine), guidance_screen(mine))
        for screen in (*sections, *screens, next_steps_screen(mine), next_steps_screen(theirs)):
            yield from _strings(screen)


def _strings(shown: Any) -> Iterator[str]:
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, tuple):
        for one in shown:
            yield from _strings(one)
    elif is_dataclass(shown):
        for field in fields(shown):
            yield from _strings(getattr(shown, field.name))


def test_only_what_says_nothing_about_the_workshop_has_no_place() -> None:
    for line in PAGE:
        if line.places == ("markup",):
            assert _MARKUP.fullmatch(line.text), line
        elif line.places == ("metadata",):
            assert line.text.partition(":")[0] in _METADATA, line
        else:
            assert not set(_BARE) & set(line.places), line


def test_every_link_of_a_line_is_one_of_its_resources(shipped: Book) -> None:
    assert [line for line in PAGE if not _links_to_its_resources(shipped, line)] == []


def _links_to_its_resources(shipped: Book, line: Line) -> bool:
    targets = [found["target"] for found in _LINK.finditer(line.text)]
    resources = [shipped.resources[place] for place in line.places if re.fullmatch(r"R\d\d", place)]
    return len(targets) == len(resources) and all(
        target in (resource.url, resource.source) for target, resource in zip(targets, resources, strict=True)
    )


def test_every_row_of_the_tasks_says_what_the_playbook_says(shipped: Book) -> None:
    rows = {line: line.text.strip("|").split("|") for line in PAGE if line.places[0].startswith("tasks.")}
    assert len(rows) == len(shipped.playbook.tasks)
    for line, cells in rows.items():
        number, name, needed, role, services = (cell.strip() for cell in cells)
        task = found_at(shipped.playbook, line.places[0])
        assert (str(task.id), task.name["de"], task.role["de"]) == (number, name, role)
        assert task.required is (needed == "E")
        named = {one.id for one in shipped.playbook.services if one.id in task.services}
        assert len(named) == (0 if services == "Alle Dienste" else len(services.split("/"))), services


def test_every_section_says_for_whom_and_for_which_services(shipped: Book) -> None:
    for line in PAGE:
        subject, _, said = line.text.partition(": **")
        said = said.strip().removesuffix("**")
        if subject == "Primäre Rolle":
            assert found_at(shipped.playbook, line.places[0])["de"] == said
        elif subject == "Gilt für":
            services = found_at(shipped.playbook, line.places[0])
            names = [one.name for one in shipped.playbook.services if one.id in services]
            assert names == ([] if said == "Alle Dienste" else [said])


def test_every_row_of_the_updates_is_in_the_history(shipped: Book) -> None:
    rows = [line for line in PAGE if re.match(r"[|\s]*\d\d/\d\d/\d{4}", line.text)]
    assert [line.places for line in rows] == [
        (f"page.history.{one.date}",) for one in shipped.playbook.page.history
    ]
    for line in rows:
        day, who, change = (cell.strip() for cell in line.text.strip("|").strip().split("|"))
        revision = found_at(shipped.playbook, line.places[0])
        assert datetime.strptime(day, "%m/%d/%Y").date().isoformat() == revision.date  # noqa: DTZ007
        assert (who, change) == (revision.by, revision.change["de"].replace("„", '"').replace("“", '"'))


def test_no_part_of_the_playbooks_page_comes_from_nowhere(shipped: Book) -> None:
    """The other way round: what the playbook says of the page stands on it."""
    places = {place for line in PAGE for place in line.places}
    page = shipped.playbook.page
    paths = [
        f"page.{part}.{one.id}" for part in ("goals", "key_inputs", "outcomes") for one in getattr(page, part)
    ]
    paths += [f"tasks.{task.id}" for task in shipped.playbook.tasks]
    for method in page.methods:
        paths += [f"page.methods.{method.id}.{part}" for part in ("title", "role", "services")]
        paths += [f"page.methods.{method.id}.text.{number}" for number in range(len(method.text))]
        assert {key for key in method.resources} <= places
    assert sorted(set(paths) - places) == []


def test_the_page_says_nothing_of_the_services_that_we_added(shipped: Book) -> None:
    added = [one for one in shipped.playbook.services if one.id in ADDED_SERVICES]
    assert [one.id for one in added] == list(ADDED_SERVICES)
    text = "\n".join(line.text for line in PAGE).casefold()
    assert "outlook mobile" in text
    assert [one.id for one in added if one.id in text or one.name.casefold() in text] == []


def test_a_place_that_is_not_there_is_noticed(shipped: Book, texts: Texts) -> None:
    assert not is_there(shipped, texts, "command:/dance")
    assert not is_there(shipped, texts, "card:dance")
    assert not is_there(shipped, texts, "check:dance")
    assert not is_there(shipped, texts, "test:tests/test_page.py::test_dance")
    assert not is_there(shipped, texts, "R99")
    assert not is_there(shipped, texts, "page.dance")
    with pytest.raises(LookupError, match="there is no dance in page"):
        found_at(shipped.playbook, "page.dance")
