"""The path of the shipped playbook: beside the package in the sources, inside it in a wheel."""

from __future__ import annotations

from pathlib import Path

import bot


def shipped_playbook_path() -> Path:
    """The file, whether it is there or not."""
    package = Path(bot.__file__).parent
    inside = package / "playbook.yaml"
    return inside if inside.exists() else package.parent / "playbook.yaml"
