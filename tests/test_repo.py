"""What holds for the files of the project."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.teams.commands import COMMANDS

ROOT = Path(__file__).parents[1]
HASHED = re.compile(r"^(\S+)==\S+.*\\$")
INDEX = re.compile(
    r"--(index-url|extra-index-url|find-links)|\b(registry\.npm|files\.pythonhosted)|//pypi\.", re.I
)
OF_A_MACHINE = re.compile(r"(?<![\w.$}/])/(home|root|Users|work|private/var)/[\w.-]+")


def _tracked() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("this is no git checkout: clone the repository to check its files")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True)
    found = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in found if path.is_file()]


def _texts() -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in _tracked():
        try:
            texts[str(path.relative_to(ROOT))] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


def _places(pattern: re.Pattern[str]) -> list[str]:
    own = str(Path(__file__).relative_to(ROOT))
    return [
        f"{name}:{number}"
        for name, text in _texts().items()
        if name != own
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert _places(INDEX) == []


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert _places(OF_A_MACHINE) == []


def test_the_node_packages_are_locked_by_content_and_not_by_address() -> None:
    lock = json.loads((ROOT / "tests/node/package-lock.json").read_text(encoding="utf-8"))
    packages: dict[str, dict[str, Any]] = {name: one for name, one in lock["packages"].items() if name}
    assert packages
    assert [name for name, one in packages.items() if "integrity" not in one or "resolved" in one] == []


LOCKS = ("requirements.lock", "requirements-telemetry.lock", "requirements-dev.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_every_python_package_is_locked_with_a_hash(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    packages = [line for line in lines if "==" in line and not line.startswith((" ", "#"))]
    assert packages
    assert [line for line in packages if not HASHED.match(line)] == []


def test_what_pyproject_asks_for_is_locked() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    locked = {
        name: {
            match[1].lower()
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
            if (match := HASHED.match(line))
        }
        for name in LOCKS
    }
    needed = {_name(one) for one in asked["project"]["dependencies"]}
    assert needed - locked["requirements.lock"] == set()
    extra = {_name(one) for one in asked["project"]["optional-dependencies"]["telemetry"]}
    assert (needed | extra) - locked["requirements-telemetry.lock"] == set()
    assert extra & locked["requirements.lock"] == set(), "who asks for no telemetry installs none"
    assert (
        needed | extra | {_name(one) for one in asked["dependency-groups"]["dev"]}
        <= locked["requirements-dev.lock"]
    )


def test_every_yaml_and_json_file_can_be_read() -> None:
    read = 0
    for name, text in _texts().items():
        if name.endswith((".yaml", ".yml")):
            list(yaml.compose_all(text, Loader=yaml.CSafeLoader))
            read += 1
        elif name.endswith(".json"):
            json.loads(text)
            read += 1
    assert read > 2


def test_the_changelog_has_a_place_for_what_comes_next() -> None:
    assert "\n## [Unreleased]\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_ci_runs_what_the_readme_says() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert {"make check", "make test"} <= set(lines)


def test_the_readme_lists_every_command_with_every_word_that_calls_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = readme.partition("\n| type | or | what comes |\n")[2].partition("\n\n")[0]
    rows = [row for line in table.splitlines() if (row := re.findall(r"`/([\w-]+)", line.rpartition("|")[0]))]
    words = [list(COMMANDS[key].words) for key in COMMANDS.keys]
    assert sorted(rows) == sorted(words)


def _name(requirement: str) -> str:
    return re.split(r"[\[<>=~! ;]", requirement, maxsplit=1)[0].lower()
