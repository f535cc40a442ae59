"""deploy/appPackage is what `ssat-bot manifest` makes, with placeholders; SSAT_RECORD=1 writes it anew."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

from bot.core.texts import load_texts
from bot.teams.manifest import Developer, build_package

FOLDER = Path(__file__).parents[2] / "deploy" / "appPackage"
AN_ID = "00000000-0000-0000-0000-000000000000"
STANDS_FOR = {
    "A developer": "${{DEVELOPER_NAME}}",
    "https://developer.invalid/website": "${{DEVELOPER_WEBSITE}}",
    "https://developer.invalid/privacy": "${{DEVELOPER_PRIVACY}}",
    "https://developer.invalid/terms": "${{DEVELOPER_TERMS}}",
}
"""A value of the package -> what the toolkit writes in its place."""


def _made() -> dict[str, bytes]:
    package = build_package(AN_ID, load_texts(), developer=Developer(*STANDS_FOR), version="1.0.0")
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(files["manifest.json"])
    manifest |= {"id": "${{TEAMS_APP_ID}}", "version": "${{APP_VERSION}}"}
    manifest["bots"][0]["botId"] = "${{BOT_ID}}"
    manifest["developer"] = {name: STANDS_FOR[value] for name, value in manifest["developer"].items()}
    return files | {"manifest.json": (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode()}


def test_the_package_of_the_toolkit_is_the_one_of_the_bot() -> None:
    made = _made()
    if os.environ.get("SSAT_RECORD"):
        for name, content in made.items():
            (FOLDER / name).write_bytes(content)
    kept = {one.name: one.read_bytes() for one in FOLDER.iterdir() if one.is_file()}
    assert sorted(kept) == sorted(made)
    assert [name for name in made if kept[name] != made[name]] == []


def test_nothing_of_a_made_up_developer_is_left() -> None:
    assert b"invalid" not in b"".join(_made().values())
    assert AN_ID.encode() not in b"".join(_made().values())
