"""What the Dockerfile says of the image that it makes: user, command, settings, health check."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCKERFILE = Path(__file__).parents[2] / "deploy" / "Dockerfile"
_USUAL_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Image:
    """The last stage of a Dockerfile, as far as it says how the image is run."""

    user: str
    folder: str
    environment: dict[str, str]
    command: list[str]
    health: list[str]
    volumes: list[str]


def read_image(dockerfile: Path = DOCKERFILE) -> Image:
    """The image as the file describes it."""
    said: dict[str, str] = {}
    environment: dict[str, str] = {}
    for word, rest in _instructions(dockerfile):
        if word == "FROM":
            said, environment = {}, {}
        elif word == "ENV":
            pairs = (one.partition("=") for one in shlex.split(rest))
            environment |= {name: value.replace("${PATH}", _USUAL_PATH) for name, _, value in pairs}
        else:
            said[word] = rest
    entry, arguments = json.loads(said["ENTRYPOINT"]), json.loads(said["CMD"])
    health = json.loads(said["HEALTHCHECK"].partition("CMD ")[2])
    return Image(
        said["USER"], said["WORKDIR"], environment, entry + arguments, health, json.loads(said["VOLUME"])
    )


def commands_of(dockerfile: Path = DOCKERFILE) -> str:
    """Everything that is run while the image is built."""
    return "\n".join(rest for word, rest in _instructions(dockerfile) if word == "RUN")


def _instructions(dockerfile: Path) -> Iterator[tuple[str, str]]:
    lines = [line for line in dockerfile.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    for line in re.sub(r"\\\n\s*", "", "\n".join(lines)).splitlines():
        word, _, rest = line.partition(" ")
        if word:
            yield word, rest.strip()
