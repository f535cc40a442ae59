"""The Teams app package is what Teams takes: schemas, server rules, icons, words."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import zlib
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from bot.core.texts import load_texts
from bot.teams.commands import COMMANDS
from bot.teams.manifest import Developer, build_package, package_files
from bot.teams.manifest.package import MAX_COMMANDS
from tests import needs

APP_ID = "0f6c7a00-1111-4222-8333-444455556666"
DAY = date(2026, 11, 28)
TEXTS = load_texts()
LANGUAGES = sorted(TEXTS.by_language)
LISTED = COMMANDS.keys[:MAX_COMMANDS]


@pytest.fixture(scope="module")
def package() -> bytes:
    """One package for all: drawing the icons takes a moment."""
    return build_package(APP_ID, TEXTS, draft=True, today=DAY)


@pytest.fixture
def files(package: bytes) -> dict[str, bytes]:
    """The files of the package."""
    with ZipFile(BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture
def manifest(files: dict[str, bytes]) -> dict[str, Any]:
    """The manifest of the package."""
    found: dict[str, Any] = json.loads(files["manifest.json"])
    return found


def faults(manifest: dict[str, Any], localizations: dict[str, Any]) -> list[str]:
    """What Microsoft's schemas refuse."""
    command = [needs.node(), str(needs.NODE / "validate_manifest.mjs")]
    sent = json.dumps({"manifest": manifest, "localizations": localizations})
    done = subprocess.run(command, input=sent, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def rows(picture: bytes, size: int) -> list[bytes]:
    """The rows of a PNG of ours: 4 bytes a pixel, no filter."""
    assert struct.unpack(">II", picture[16:24]) == (size, size)
    start = picture.index(b"IDAT")
    (length,) = struct.unpack(">I", picture[start - 4 : start])
    raw = zlib.decompress(picture[start + 4 : start + 4 + length])
    return [raw[row * (size * 4 + 1) + 1 :][: size * 4] for row in range(size)]


def test_the_package_holds_all_files_at_its_root(files: dict[str, bytes]) -> None:
    assert set(files) == {"manifest.json", "color.png", "outline.png", *(f"{one}.json" for one in LANGUAGES)}


def test_the_same_bot_gives_the_same_bytes(package: bytes) -> None:
    assert build_package(APP_ID.upper(), TEXTS, draft=True, today=DAY) == package


def version_of(**given: Any) -> str:
    usual: dict[str, Any] = {"draft": True, "today": DAY}
    files = package_files(APP_ID, TEXTS, **(usual | given))
    return str(json.loads(files["manifest.json"])["version"])


def test_another_day_or_another_content_is_another_version() -> None:
    usual = version_of()
    assert re.fullmatch(r"1\.20261128\.\d{1,5}", usual)
    assert version_of() == usual
    assert version_of(today=date(2026, 11, 29)) == usual.replace("20261128", "20261129")
    assert version_of(commands=COMMANDS.keys[:3]) != usual
    assert version_of(developer=Developer("Contoso")) != usual


def test_a_version_that_is_given_counts_and_must_be_one() -> None:
    assert version_of(version="2.0.1") == "2.0.1"
    for wrong in ("2", "2.0", "v2.0.1", "2.0.1-beta"):
        with pytest.raises(ValueError, match="three numbers"):
            version_of(version=wrong)


def test_placeholders_are_taken_for_a_draft_alone() -> None:
    for developer in (
        None,
        Developer("Contoso", "https://contoso.de", "https://www.example.com/p", "https://c.de"),
    ):
        with pytest.raises(ValueError, match="is no page of yours"):
            build_package(APP_ID, TEXTS, developer=developer)


def test_the_official_schemas_find_no_fault(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    languages = {f"{one}.json": json.loads(files[f"{one}.json"]) for one in LANGUAGES}
    assert faults(manifest, languages) == []


def test_the_official_schemas_would_find_a_fault(manifest: dict[str, Any]) -> None:
    manifest["bots"][0]["scopes"] = ["channel"]
    wrong = {"xx.json": {"name.short": "x" * 31, "greeting": "hello"}}
    found = " ".join(faults(manifest, wrong))
    assert "manifest.json/bots/0/scopes/0" in found
    assert "xx.json/name.short" in found
    assert "additional properties" in found


def test_teams_takes_it_for_teams_with_shared_channels(manifest: dict[str, Any]) -> None:
    assert manifest["manifestVersion"] == "1.30"
    assert manifest["supportsChannelFeatures"] == "tier1"
    assert "supportedChannelTypes" not in json.dumps(manifest)


def test_the_bot_hears_only_what_is_meant_for_it(manifest: dict[str, Any]) -> None:
    assert "authorization" not in manifest


def test_each_scope_has_one_list_of_commands(manifest: dict[str, Any]) -> None:
    (bot,) = manifest["bots"]
    assert bot["botId"] == APP_ID
    assert bot["supportsTargetedMessages"] is True
    assert bot["scopes"] == ["team", "groupChat", "personal"]
    assert [one["scopes"] for one in bot["commandLists"]] == [["team"], ["groupChat"], ["personal"]]
    assert [one["triggers"] for one in bot["commandLists"]] == [
        ["mention", "slash"],
        ["mention", "slash"],
        ["mention"],
    ]
    assert all(len(one["commands"]) == len(LISTED) for one in bot["commandLists"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bot_understands_every_command_that_teams_offers(files: dict[str, bytes], language: str) -> None:
    said = json.loads(files[f"{language}.json"])
    for number in range(3):
        for position, key in enumerate(LISTED):
            place = f"bots[0].commandLists[{number}].commands[{position}]"
            assert COMMANDS.find(said[f"{place}.title"]) == (COMMANDS[key], "")
            assert len(said[f"{place}.description"]) > 10


def test_the_manifest_itself_speaks_english(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    english = json.loads(files["en.json"])
    assert manifest["localizationInfo"]["defaultLanguageTag"] == "en"
    assert manifest["name"] == {"short": english["name.short"], "full": english["name.full"]}
    for number, one in enumerate(manifest["bots"][0]["commandLists"]):
        for position, command in enumerate(one["commands"]):
            place = f"bots[0].commandLists[{number}].commands[{position}]"
            assert command["title"] == english[f"{place}.title"]
            assert command["description"] == english[f"{place}.description"]


def test_german_people_see_german_commands(files: dict[str, bytes]) -> None:
    german = json.loads(files["de.json"])
    assert german["bots[0].commandLists[0].commands[1].title"] == "nächste-schritte"
    assert german.keys() == json.loads(files["en.json"]).keys()


def test_the_colour_icon_fills_its_square(files: dict[str, bytes]) -> None:
    drawn = rows(files["color.png"], 192)
    assert all(row[3::4] == b"\xff" * 192 for row in drawn)
    assert len({row[n : n + 3] for row in drawn for n in range(0, len(row), 4)}) > 50


def test_the_outline_icon_is_white_on_nothing(files: dict[str, bytes]) -> None:
    drawn = b"".join(rows(files["outline.png"], 32))
    pixels = [drawn[n : n + 4] for n in range(0, len(drawn), 4)]
    assert {pixel[:3] for pixel in pixels} == {b"\xff\xff\xff"}
    assert {pixels[0][3], pixels[31][3], pixels[-1][3]} == {0}
    assert sum(pixel[3] == 255 for pixel in pixels) > 100


def test_the_operator_names_themselves(files: dict[str, bytes], manifest: dict[str, Any]) -> None:
    assert manifest["developer"]["name"] == "FastTrack partner"
    own = Developer(
        "Contoso", "https://contoso.example", "https://contoso.example/p", "https://contoso.example/t"
    )
    with ZipFile(BytesIO(build_package(APP_ID, TEXTS, developer=own, version="2.0.1"))) as archive:
        described = json.loads(archive.read("manifest.json"))
    assert described["developer"] == {
        "name": "Contoso",
        "websiteUrl": "https://contoso.example",
        "privacyUrl": "https://contoso.example/p",
        "termsOfUseUrl": "https://contoso.example/t",
    }
    assert described["version"] == "2.0.1"


@pytest.mark.parametrize("app_id", ["", "ssat", "0f6c7a001111422283334444555566660", f"{{{APP_ID}}}"])
def test_an_app_id_that_is_no_guid_is_refused(app_id: str) -> None:
    with pytest.raises(ValueError, match="must be a GUID"):
        build_package(app_id, TEXTS)


def test_what_teams_would_refuse_is_said() -> None:
    with pytest.raises(ValueError, match="1 to 32 characters"):
        build_package(APP_ID, TEXTS, developer=Developer(name="x" * 33))
    with pytest.raises(ValueError, match=r"http://a\.example must be an address"):
        build_package(APP_ID, TEXTS, developer=Developer(privacy="http://a.example"), draft=True)
