"""The map in CONTRIBUTING and the rooms in README lead somewhere: to paths, names and examples that exist."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.core.playbook.load import inspect_playbook, read_playbook
from bot.core.playbook.source.faults import PlaybookFaults
from bot.settings import setting_names
from tests.playbook_of_tests import PATH as PLAYBOOK

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAP = CONTRIBUTING.partition("\n## The map")[2].partition("\n## ")[0]
ROOMS = README.partition("\n## The rooms\n")[2].partition("```\n")[2].partition("```")[0]
SUBJECTS = """
    a question, a choice, a resource, a service, a metric, a language, a command, a card, a press, an event,
    a field of the setup, an effect, an acknowledgement, a reminder, a document, a store,
    a number for operators, a setting
"""
QUOTED = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"((?:bot|cards|dialogs|tests)/[\w./<>*-]*|[\w-]+\.(?:yaml|toml))(?:::(\w+(?:\.\w+)*))?")
FLOOR = re.compile(r"\b\w+/")
OF_NOBODY = {"my-playbook.yaml", "links.yaml"}
"""Files that an example of README makes up."""


def _rows(text: str) -> list[list[str]]:
    """The cells of a table's rows, without its head."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines[1:]]


def _places(text: str) -> Iterator[tuple[str, str]]:
    """Every path that a text names in backticks, with the name that it looks for in there."""
    for quoted in QUOTED.findall(FENCED.sub("", text)):
        if (found := PLACE.fullmatch(quoted)) and found[1] not in OF_NOBODY:
            yield found[1], found[2] or ""


def _found(path: str) -> list[Path]:
    """The files or folders that a path leads to; `<feature>` and its like stand for any."""
    return sorted(ROOT.glob(re.sub(r"<\w+>", "*", path.rstrip("/"))))


@cache
def _names(path: Path) -> frozenset[str]:
    """What stands in a module, the members of its classes behind their names."""
    return frozenset(_named(ast.parse(path.read_text(encoding="utf-8")).body))


def _named(body: list[ast.stmt], before: str = "") -> Iterator[str]:
    for one in body:
        match one:
            case ast.ClassDef(name=name):
                yield before + name
                yield from _named(one.body, f"{before}{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                yield before + name
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                yield before + name


def _lost(text: str) -> list[str]:
    """The places that a text names and that are not there."""
    return [f"{path}::{name}" for path, name in _places(text) if not _leads(path, name)]


def _leads(path: str, name: str) -> bool:
    files = _found(path)
    return bool(files) and (not name or all(name in _names(one) for one in files))


def test_the_map_has_a_row_for_everything_that_is_changed_often() -> None:
    assert [row[0] for row in _rows(MAP)] == [one.strip() for one in SUBJECTS.split(",")]


@pytest.mark.parametrize("row", _rows(MAP), ids=lambda row: row[0])
def test_a_row_of_the_map_leads_to_places_that_exist(row: list[str]) -> None:
    _, opened, example = row
    assert example
    assert list(_places(opened)), "it says what to open"
    assert _lost(opened + example) == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_every_place_that_a_text_names_exists(text: str) -> None:
    assert len(list(_places(text))) > 20
    assert _lost(text) == []


def test_a_place_that_is_not_there_is_noticed() -> None:
    text = "`bot/nowhere.py` `bot/app.py::Nobody` `bot/core/<feature>/events.py::Say` `bot/app.py::Bot.turns`"
    assert _lost(text) == ["bot/nowhere.py::", "bot/app.py::Nobody", "bot/core/<feature>/events.py::Say"]


def test_every_room_is_there() -> None:
    rooms = [one for line in ROOMS.splitlines() for one in re.findall(r"^[\w./]+|(?<= )bot/[\w./]+", line)]
    floors = [one for line in ROOMS.splitlines() if line.startswith("  ") for one in FLOOR.findall(line[:20])]
    assert len(rooms) > 10
    assert len(floors) > 5
    assert [one for one in rooms if not (ROOT / one).exists()] == []
    assert [one for one in floors if not (ROOT / "bot/core" / one).is_dir()] == []


def test_no_room_is_left_out() -> None:
    assert [one for one in _folders("bot") if f"bot/{one}/" not in ROOMS] == []
    floors = _folders("bot/core") - set(_features())
    assert [one for one in sorted(floors | _folders("bot/teams")) if f" {one}/" not in ROOMS] == []


def _folders(path: str) -> set[str]:
    return {one.parent.name for one in (ROOT / path).glob("*/__init__.py")}


def _features() -> list[str]:
    """The features, as the import contracts know them."""
    return [module.rpartition(".")[2] for module in _contract("Features know nothing of")["modules"]]


def _contract(name: str) -> dict[str, list[str]]:
    contracts: list[dict[str, list[str]]] = tomllib.loads(
        (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    )["tool"]["importlinter"]["contracts"]
    return next(one for one in contracts if str(one["name"]).startswith(name))


@pytest.mark.parametrize(
    ("text", "before"), [(README, "a folder a feature:"), (CONTRIBUTING, "`<feature>` is one of")]
)
def test_a_text_that_lists_the_features_lists_all(text: str, before: str) -> None:
    listed = re.split(r"[;.]", text.partition(before)[2], maxsplit=1)[0]
    assert sorted(re.findall(r"\w+", listed)) == sorted(_features())


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_the_direction_of_imports_is_the_one_that_is_checked(text: str) -> None:
    layers = " > ".join(_contract("Imports go one way")["layers"]).replace("bot.", "")
    assert f"`{layers}`" in " ".join(text.split())


def test_the_readme_lists_every_setting_and_no_other() -> None:
    table = README.partition("\n| name | default | meaning |\n")[2].partition("\n\n")[0]
    listed = [name for row in _rows(f"| head |\n{table}") for name in QUOTED.findall(row[0])]
    assert sorted(listed) == sorted(setting_names())


def test_the_question_of_the_readme_is_one_that_the_loader_takes() -> None:
    example = README.partition("\nA question, short but whole:\n\n```yaml\n")[2].partition("```")[0]
    text = PLAYBOOK.read_text(encoding="utf-8")
    first = "  - id: AW1\n"
    assert text.count(first) == 1
    playbook, faults = read_playbook(text.replace(first, example + first), "README.md")
    assert [str(fault) for fault in faults] == []
    assert playbook is not None
    (id_of_example,) = re.findall(r"^  - id: (\w+)$", example, re.MULTILINE)
    assert id_of_example in [question.id for question in playbook.questions]


def test_the_readme_leads_from_its_question_to_a_green_check(tmp_path: Path) -> None:
    example = README.partition("\nA question, short but whole:\n\n```yaml\n")[2].partition("```")[0]
    added = example.replace("\n", "\n    new: true\n    after: AW1\n", 1)
    path = tmp_path / "ours.yaml"
    path.write_text(f"extends: shipped\nquestions:\n{added}", encoding="utf-8")
    assert inspect_playbook(path).advice == ()
    last_rule = next(line for line in added.splitlines(keepends=True) if "{verdict: gap" in line)
    path.write_text(f"extends: shipped\nquestions:\n{added.replace(last_rule, '')}", encoding="utf-8")
    with pytest.raises(PlaybookFaults) as caught:
        inspect_playbook(path)
    (fault,) = caught.value.faults
    assert f"\n    {fault.where}: {fault.message}\n" in README
