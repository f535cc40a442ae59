"""The settings in deploy/ are those of the code: none is made up, and none is left out of the example."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.settings import SettingsFaults, load_settings, setting_names
from tests.deploy.image import read_image

DEPLOY = Path(__file__).parents[2] / "deploy"
LIKE_A_SETTING = re.compile(r"\b(?:SSAT_[A-Z_]+|MicrosoftApp[A-Z]\w+|To(?:Bot|Channel)From\w+)\b")
OF_AZURES_LIBRARY = {"AZURE_CLIENT_ID"}
"""Read by azure-identity, not by the bot."""
AN_ID = "22222222-0000-4000-8000-000000000002"


def _texts() -> list[Path]:
    return [one for one in sorted(DEPLOY.rglob("*")) if one.is_file() and one.suffix not in (".png", ".lock")]


def _set_by_bicep() -> dict[str, str]:
    """Name -> value of the settings that the service gets in Azure."""
    text = (DEPLOY / "infra/app.bicep").read_text(encoding="utf-8")
    block = text.partition("\nvar settings = [\n")[2].partition("\n]\n")[0]
    return dict(re.findall(r"name: '(\w+)'\n\s+value: (.+)", block))


@pytest.mark.parametrize("path", _texts(), ids=lambda path: str(path.relative_to(DEPLOY)))
def test_no_file_names_a_setting_that_the_bot_does_not_have(path: Path) -> None:
    named = set(LIKE_A_SETTING.findall(path.read_text(encoding="utf-8")))
    assert sorted(named - set(setting_names())) == []


def test_the_example_lists_every_setting_and_no_other() -> None:
    lines = (DEPLOY / ".env.example").read_text(encoding="utf-8").splitlines()
    listed = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(listed) == sorted(setting_names())


def test_the_example_as_it_stands_is_what_the_bot_does_without_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)
    assert load_settings(DEPLOY / ".env.example") == load_settings(tmp_path / "none")


def test_bicep_sets_what_the_bot_has() -> None:
    names = set(_set_by_bicep())
    assert len(names) > 10
    assert sorted(names - set(setting_names())) == sorted(OF_AZURES_LIBRARY)


def _chosen(value: str, app: str) -> str:
    """The value that a line of the Bicep files comes to, with an app registration or without one."""
    if found := re.fullmatch(r"empty\(botAppId\) \? (\S+) : (\S+)", value):
        return found[2 if app else 1]
    return "'off'" if "?" in value else value


@pytest.mark.parametrize(
    ("app", "app_type", "federated"),
    [("", "UserAssignedMSI", ""), ("33333333-0000-4000-8000-000000000003", "SingleTenant", AN_ID)],
    ids=["as the identity itself", "as an app that trusts the identity"],
)
def test_a_bot_with_the_settings_of_bicep_starts_without_a_secret(
    app: str, app_type: str, federated: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    values = {"tenants": AN_ID, "fmIds": AN_ID, "clientId": AN_ID, "tenantId": AN_ID, "string(port)": "3978"}
    values |= {"tablesEndpoint": "https://example.table.core.windows.net/", "botAppId": app}
    for name in setting_names():
        monkeypatch.delenv(name, raising=False)
    for name, value in _set_by_bicep().items():
        chosen = _chosen(value, app)
        monkeypatch.setenv(name, values.get(chosen, chosen.strip("'")))
    settings = load_settings(tmp_path / "none")
    assert (settings.app_type, settings.app_id) == (app_type, app or AN_ID)
    assert (settings.federated_identity, settings.app_password.get_secret_value()) == (federated, "")
    assert (settings.reminders, settings.store) == ("off", "azure-tables")
    assert settings.host == "0.0.0.0"  # noqa: S104
    monkeypatch.setenv("SSAT_FM_IDS", "")
    with pytest.raises(SettingsFaults):
        load_settings(tmp_path / "none")


def test_the_image_sets_what_the_bot_has() -> None:
    of_the_bot = {name for name in read_image().environment if name not in ("PATH",) and "PYTHON" not in name}
    assert of_the_bot <= set(setting_names())


def test_the_toolkit_has_a_place_for_everything_that_its_files_ask_for() -> None:
    kept = (DEPLOY / "env/.env.prod").read_text(encoding="utf-8")
    places = {line.partition("=")[0] for line in kept.splitlines() if "=" in line and line[0] != "#"}
    asked = {name for path in _texts() for name in re.findall(r"\$\{\{(\w+)\}\}", path.read_text("utf-8"))}
    assert asked - places == set()
    outputs = re.findall(r"^output ([A-Z_]+) ", "\n".join(_bicep("main", "registry")), re.MULTILINE)
    assert set(outputs) <= places


def test_the_toolkit_gives_parameters_that_the_files_take() -> None:
    for name in ("main", "registry"):
        given = json.loads((DEPLOY / f"infra/{name}.parameters.json").read_text(encoding="utf-8"))
        (text,) = _bicep(name)
        taken = set(re.findall(r"^param (\w+) ", text, re.MULTILINE))
        needed = set(re.findall(r"^param (\w+) \w+$", text, re.MULTILINE))
        assert needed <= set(given["parameters"]) <= taken


def test_every_module_is_given_what_it_needs_and_nothing_else() -> None:
    (text,) = _bicep("main")
    modules = re.findall(r"^module \w+ '(\w+)\.bicep'.*?^  params: \{\n(.*?)^  \}", text, re.M | re.S)
    assert len(modules) == 7
    for name, block in modules:
        (module,) = _bicep(name)
        given = set(re.findall(r"^    (\w+):", block, re.MULTILINE))
        assert given == set(re.findall(r"^param (\w+) ", module, re.MULTILINE)), name
    for symbol, output in set(re.findall(r"\b(\w+)\.outputs\.(\w+)", text)):
        (module,) = _bicep(symbol)
        assert f"output {output} " in module


def _bicep(*names: str) -> list[str]:
    return [(DEPLOY / f"infra/{name}.bicep").read_text(encoding="utf-8") for name in names]
