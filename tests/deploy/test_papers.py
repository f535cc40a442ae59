"""The papers in deploy/ lead somewhere: to files, commands and parameters that exist."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from bot.settings import setting_names
from bot.settings.clouds import CLOUDS

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PAPERS = [*sorted(DEPLOY.rglob("*.md")), ROOT / ".github" / "SECURITY.md"]
PAGES = {"data-flow", "processing", "works-council", "cost", "runbook", "sdk"}


def test_every_paper_is_there_and_the_readme_leads_to_it() -> None:
    assert {path.stem for path in (DEPLOY / "papers").iterdir()} == PAGES
    readme = (DEPLOY / "README.md").read_text(encoding="utf-8")
    assert [one for one in PAGES if f"(papers/{one}.md)" not in readme] == []


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_a_paper_leads_to_what_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    assert [one for one in links if not (path.parent / one).exists()] == []
    commands = {name.removesuffix(".py") for name in _names("bot/cli", "**/*.py")}
    assert [one for one in re.findall(r"\bssat-bot ([a-z]+) (?=[-A-Z])", text) if one not in commands] == []
    targets = re.findall(r"^([\w-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert [one for one in re.findall(r"`make ([\w-]+)`", text) if one not in targets] == []


def test_the_choices_are_parameters_with_the_defaults_that_they_name() -> None:
    readme = (DEPLOY / "README.md").read_text(encoding="utf-8")
    table = readme.partition("\n## Choices\n")[2].partition("\n\nA managed")[0]
    bicep = (DEPLOY / "infra/main.bicep").read_text(encoding="utf-8")
    defaults = dict(re.findall(r"^param (\w+) \w+ = '?([\w.]*)", bicep, re.MULTILINE))
    rows = re.findall(r"^\| `(\w+)` \| (?:empty:|`?([\w.]+)?)", table, re.MULTILINE)
    assert len(rows) >= 5
    for name, default in rows:
        assert f"\nparam {name} " in bicep
        assert name in ("tenants", "registryName") or default == defaults[name], name


def test_every_host_that_the_settings_name_by_default_is_on_the_egress_list() -> None:
    listed = (DEPLOY / "papers/data-flow.md").read_text(encoding="utf-8")
    cloud = CLOUDS["public"]
    hosts = {cloud.login, str(urlsplit(cloud.metadata).hostname), *cloud.hosts}
    assert len(hosts) == 3
    assert [one for one in hosts if f"`{one}`" not in listed] == []
    assert "SSAT_SERVICE_HOSTS" in setting_names()


def _names(folder: str, pattern: str) -> list[str]:
    return [one.name for one in (ROOT / folder).glob(pattern)]


def test_every_alert_watches_a_number_or_a_line_that_exists() -> None:
    alerts = (DEPLOY / "infra/alerts.bicep").read_text(encoding="utf-8")
    numbers = set(re.findall(r"Name == \"(\w+)\"", alerts))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(numbers) >= 5
    assert [one for one in numbers if f"`{one}`" not in readme] == []
    lines = set(re.findall(r"search: '\"?([a-z ]+)\"?'", alerts))
    assert len(lines) >= 5
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    assert [one for one in lines if f'"{one}' not in code] == []


def test_the_containers_run_commands_that_exist() -> None:
    app = (DEPLOY / "infra/app.bicep").read_text(encoding="utf-8")
    runs = [re.findall(r"'([^']+)'", one) for one in re.findall(r"^ +args: \[(.*)\]$", app, re.MULTILINE)]
    assert runs == [["serve"], ["remind"], ["check", "--links"]]
    commands = {name.removesuffix(".py") for name in _names("bot/cli", "*.py")}
    assert [one for one in runs if one[0] not in commands] == []
    assert '"--links"' in (ROOT / "bot/cli/__init__.py").read_text(encoding="utf-8")
