"""The other `ssat-bot` commands as processes: exit codes, what they say, what they write."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import zipfile
from pathlib import Path

from bot.store.sqlite.store import SqliteStore
from tests.fakes.settings import IDENTITY
from tests.playbook_of_tests import PATH, PLAYS_IT, READINESS
from tests.service.forked import Heard, forked
from tests.service.process import AS_SHIPPED, environment, run_command


async def test_wrong_settings_are_said_one_a_line_and_nothing_starts(tmp_path: Path) -> None:
    wrong = {
        "PORT": "http",
        "SSAT_STORE": "mysql://db",
        "SSAT_PLAYBOOK": "nowhere.yaml",
        "SSAT_LOG": "loud",
        "HOST": "0.0.0.0",  # noqa: S104
    }
    ran = await run_command(tmp_path, wrong, "serve")
    assert (ran.code, ran.out) == (1, "")
    named = [line.partition(":")[0] for line in ran.err.splitlines()]
    # HOST is open to all, which needs an identity.
    assert sorted(named) == ["MicrosoftAppId", "PORT", "SSAT_LOG", "SSAT_PLAYBOOK", "SSAT_STORE"]


async def test_an_identity_without_fms_does_not_start_and_no_secret_is_said(tmp_path: Path) -> None:
    ran = await run_command(tmp_path, IDENTITY | {"SSAT_FM_IDS": ""})
    assert (ran.code, ran.out) == (1, "")
    assert [line.partition(":")[0] for line in ran.err.splitlines()] == ["SSAT_FM_IDS"]
    assert IDENTITY["MicrosoftAppPassword"] not in ran.err


async def test_a_store_that_cannot_be_opened_is_said_in_one_line(tmp_path: Path) -> None:
    ran = await run_command(tmp_path, {"SSAT_STORE": "sqlite:///no/such/folder/x.db", "PORT": "0"}, "serve")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("SSAT_STORE: ")
    assert len(ran.err.splitlines()) == 1


async def test_check_is_silent_about_a_good_playbook_and_names_every_fault_of_a_broken_one(
    tmp_path: Path,
) -> None:
    broken = (
        PATH.read_text(encoding="utf-8")
        .replace("roles: [it]", "roles: [its]", 1)
        .replace("\n    due: 5\n", "\n    dew: 5\n", 1)
    )
    (tmp_path / "mine.yaml").write_text(broken, encoding="utf-8")
    good, bad, gone = await asyncio.gather(
        run_command(tmp_path, AS_SHIPPED, "check"),
        run_command(tmp_path, {}, "check", "mine.yaml"),
        run_command(tmp_path, {}, "check", "gone.yaml"),
    )
    assert (good.code, good.err) == (0, "")
    assert "in order" in good.out
    assert (bad.code, bad.out) == (1, "")
    places = [line.split(":")[:2] for line in bad.err.splitlines()]
    wrong = broken.splitlines().index("    dew: 5") + 1
    assert ["mine.yaml", str(wrong)] in places
    assert all(name == "mine.yaml" and number.isdecimal() for name, number in places)
    assert (gone.code, gone.err.splitlines()) == (
        1,
        ["gone.yaml:1: the file cannot be read: No such file or directory"],
    )


async def test_check_warns_of_what_an_older_playbook_does_not_say_and_is_content(tmp_path: Path) -> None:
    older = PATH.read_text(encoding="utf-8").replace("    closes: owner\n", "", 1)
    (tmp_path / "mine.yaml").write_text(older, encoding="utf-8")
    ran = await run_command(tmp_path, {}, "check", "mine.yaml")
    assert ran.code == 0
    assert ran.out.startswith("mine.yaml: in order")
    (warned,) = ran.err.splitlines()
    assert warned.startswith("warning: mine.yaml:")
    assert warned.endswith("is missing: name the person field whose person closes the gap, or none")


async def test_check_names_every_dead_reference_at_once(tmp_path: Path) -> None:
    broken = (
        PATH.read_text(encoding="utf-8")
        .replace("roles: [it]", "roles: [its]", 1)
        .replace("resources: [R11, R10]", "resources: [R11, R99]", 1)
    )
    (tmp_path / "mine.yaml").write_text(broken, encoding="utf-8")
    ran = await run_command(tmp_path, {"SSAT_STORE": "nowhere"}, "check", "mine.yaml")
    assert ran.code == 1
    assert "SSAT_STORE: " in ran.err
    assert "there is no role its" in ran.err
    assert "there is no resource R99" in ran.err


async def test_check_tells_editors_every_fault_as_data(tmp_path: Path) -> None:
    text = PATH.read_text(encoding="utf-8").replace("\n    due: 5\n", "\n    dew: 5\n", 1)
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    bad, good = await asyncio.gather(
        run_command(tmp_path, {"SSAT_LOG": "loud"}, "check", "mine.yaml", "--as", "json"),
        run_command(tmp_path, {}, "check", "--as", "json"),
    )
    assert (bad.code, bad.err) == (1, "")
    told = json.loads(bad.out)
    assert (told["playbook"], told["in_order"], told["warnings"]) == ("mine.yaml", False, [])
    line = text.splitlines().index("    dew: 5") + 1
    assert told["faults"][0]["file"] is None
    assert told["faults"][0]["message"].startswith("SSAT_LOG: ")
    assert {
        "file": "mine.yaml", "line": line, "where": "questions[0].dew", "message": "there is no such field"
    } in told["faults"]  # fmt: skip
    assert (good.code, json.loads(good.out)["in_order"], json.loads(good.out)["faults"]) == (0, True, [])


async def test_check_shows_what_stands_in_the_end_and_from_where(tmp_path: Path) -> None:
    overlay = f"extends: {PATH}\nquestions:\n  - {{id: ST4, due: 3}}\n"
    (tmp_path / "ours.yaml").write_text(overlay, encoding="utf-8")
    shown, nothing, checked = await asyncio.gather(
        run_command(tmp_path, {"SSAT_PLAYBOOK": "ours.yaml"}, "check", "--show", "ST4"),
        run_command(tmp_path, {}, "check", "ours.yaml", "--show", "ST44"),
        run_command(tmp_path, {"SSAT_PLAYBOOK": "ours.yaml"}, "check"),
    )
    assert (shown.code, shown.err) == (0, "")
    assert "ours.yaml:3 " in next(line for line in shown.out.splitlines() if line.endswith("due: 3"))
    assert (nothing.code, nothing.out) == (1, "")
    assert nothing.err == "ours.yaml: nothing has the id ST44; did you mean ST4?\n"
    assert (checked.code, checked.err) == (0, "")
    assert checked.out.startswith("ours.yaml: in order")


async def test_several_playbooks_each_need_an_id_of_their_own_and_a_title(tmp_path: Path) -> None:
    unnamed = (
        READINESS.read_text(encoding="utf-8").replace("id: readiness\n", "").replace("\ntitle: {", "\n#", 1)
    )
    (tmp_path / "unnamed.yaml").write_text(unnamed, encoding="utf-8")
    good, bad, twice = await asyncio.gather(
        *(
            run_command(tmp_path, {"SSAT_PLAYBOOK": os.pathsep.join(map(str, paths))}, "check")
            for paths in ((PATH, READINESS), (PATH, "unnamed.yaml"), (READINESS, READINESS))
        )
    )
    assert (good.code, good.err) == (0, "")
    assert [line.partition(": ")[0] for line in good.out.splitlines()] == [str(PATH), str(READINESS)]
    assert (bad.code, bad.out, bad.err.splitlines()) == (1, "", [
        "SSAT_PLAYBOOK: unnamed.yaml has no id, which each of several playbooks needs",
        "SSAT_PLAYBOOK: unnamed.yaml has no title, which each of several playbooks needs",
    ])  # fmt: skip
    assert (twice.code, twice.err.splitlines()) == (
        1,
        ["SSAT_PLAYBOOK: readiness.yaml has the id readiness, as one before it: give it another"],
    )


async def test_the_manifest_describes_the_workshop_of_the_playbook(tmp_path: Path) -> None:
    settings = {**IDENTITY, "SSAT_PLAYBOOK": str(READINESS)}
    ran = await run_command(tmp_path, settings, "manifest", "--folder", "app", "--draft")
    assert (ran.code, ran.err) == (0, "")
    told = "".join(path.read_text("utf-8") for path in (tmp_path / "app").rglob("*.json"))
    assert [
        word for word in ("FTOP", "SME", "FastTrack Manager", "success factors", "tasks") if word in told
    ] == []


async def test_check_writes_the_schema_for_editors_whatever_is_wrong_with_the_settings(
    tmp_path: Path,
) -> None:
    ran = await run_command(tmp_path, {"PORT": "http"}, "check", "--schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["title"] == "Playbook of ssat-bot"


async def test_wrong_use_exits_with_2_and_says_how(tmp_path: Path) -> None:
    uses = (["export"], ["export", "--format", "pdf"], ["manifest"], ["dance"], ["check", "--fix"])
    for ran in await asyncio.gather(*(run_command(tmp_path, {}, *use) for use in uses)):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("usage: ssat-bot")


async def test_export_of_an_engagement_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    await SqliteStore(str(tmp_path / "ssat.db")).close()
    ran = await run_command(tmp_path, {}, "export", "--format", "json", "--engagement", "a~b~0001")
    assert (ran.code, ran.out) == (1, "")
    assert "a~b~0001" in ran.err


async def test_a_full_disk_behind_standard_output_is_one_line(tmp_path: Path) -> None:
    await SqliteStore(str(tmp_path / "ssat.db")).close()
    full, said = os.open("/dev/full", os.O_WRONLY), Heard()
    command = ["export", "--format", "json"]
    process = await forked(command, tmp_path, environment(PLAYS_IT), out=full, err=said.end)
    os.close(full)
    await said.begins()
    assert await said.reader.read() == b"export: cannot write to standard output: No space left on device\n"
    assert await process.wait() == 1


async def test_manifest_needs_the_id_of_the_app_and_nothing_else(tmp_path: Path) -> None:
    given = {"MicrosoftAppId": IDENTITY["MicrosoftAppId"], "SSAT_STORE": "nonsense", "PORT": "none"}
    ran = await run_command(tmp_path, given, "manifest", "--draft", "--out", "app.zip")
    assert (ran.code, ran.err) == (0, "")
    with zipfile.ZipFile(tmp_path / "app.zip") as package:
        assert json.loads(package.read("manifest.json"))["bots"][0]["botId"] == given["MicrosoftAppId"]
    wrong = await run_command(tmp_path, {"MicrosoftAppId": "no id"}, "manifest", "--out", "other.zip")
    assert wrong.code == 1
    assert wrong.err.splitlines() == [
        "MicrosoftAppId: is not an id: copy the application id of the Azure Bot"
    ]


async def test_manifest_writes_an_app_package_with_its_files_at_the_root(tmp_path: Path) -> None:
    ran = await run_command(tmp_path, IDENTITY, "manifest", "--out", "app.zip", "--draft")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    with zipfile.ZipFile(tmp_path / "app.zip") as package:
        assert {"manifest.json", "color.png", "outline.png"} <= set(package.namelist())
        assert not [name for name in package.namelist() if "/" in name]
        assert json.loads(package.read("manifest.json"))["bots"][0]["botId"] == IDENTITY["MicrosoftAppId"]
    without = await run_command(tmp_path, {}, "manifest", "--out", "other.zip")
    assert without.code == 1
    assert without.err.startswith("manifest: set MicrosoftAppId")
    assert not (tmp_path / "other.zip").exists()


async def test_manifest_writes_the_folder_that_the_agents_toolkit_takes(tmp_path: Path) -> None:
    pages = [
        part
        for page in ("website", "privacy", "terms")
        for part in (f"--{page}", f"https://contoso.de/{page}")
    ]
    ran = await run_command(tmp_path, IDENTITY, "manifest", "--folder", "--version", "3.1.4", *pages)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = {one.name for one in (tmp_path / "appPackage").iterdir()}
    assert written == {"manifest.json", "color.png", "outline.png", "de.json", "en.json"}
    described = json.loads((tmp_path / "appPackage" / "manifest.json").read_text("utf-8"))
    assert (described["version"], described["developer"]["privacyUrl"]) == (
        "3.1.4",
        "https://contoso.de/privacy",
    )


async def test_manifest_ships_no_placeholders_unasked(tmp_path: Path) -> None:
    ran = await run_command(tmp_path, IDENTITY, "manifest", "--out", "app.zip")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("manifest: https://example.com/ssat-bot is no page of yours: give --website")
    assert not (tmp_path / "app.zip").exists()


def test_the_tests_of_processes_hand_on_no_setting_of_this_machine() -> None:
    assert not [
        name for name in environment({}) if name.startswith(("SSAT_", "AZURE_", "Microsoft", "PORT", "HOST"))
    ]


async def test_a_reader_that_has_enough_gets_no_stack_trace(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "talk",
        cwd=tmp_path,
        env=environment({}),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=writing,
        stderr=asyncio.subprocess.PIPE,
    )
    os.close(writing)
    _, said = await process.communicate()
    assert (process.returncode, said) == (1, b"")
