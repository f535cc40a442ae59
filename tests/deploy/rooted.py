"""A folder laid out as the image is, and programs that run in it as in a container.

The system below is this machine's instead of the base image, and the packages are those of the tests
instead of those that the lock brings: nothing is fetched. The wheel is built and installed as in the image.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.deploy.image import Image
from tests.needs import lacks

ROOT = Path(__file__).parents[2]
APP = "/opt/ssat-bot"
_DEPS = "/deps"

_ENTER = r"""
set -eu
root=$1 data=$2 base=$3 deps=$4 mode=$5 user=$6 folder=$7
shift 7
mount --make-rprivate /
mount --bind "$root" "$root"
for one in bin sbin lib lib64 usr etc; do
    if test -L "/$one"; then
        test -L "$root/$one" || ln -s "$(readlink "/$one")" "$root/$one"
    elif test -d "/$one"; then
        mkdir -p "$root/$one"
        mount --bind "/$one" "$root/$one"
        mount -o remount,bind,ro "$root/$one"
    fi
done
mkdir -p "$root/tmp" "$root/dev" "$root/proc" "$root/data" "$root$base" "$root/deps"
mount --bind "$base" "$root$base"
mount --bind "$deps" "$root/deps"
mount --bind /dev "$root/dev"
mount --bind /proc "$root/proc"
mount --bind "$data" "$root/data"
mount -t tmpfs -o mode=1777 none "$root/tmp"
test "$mode" = rw || mount -o remount,bind,ro "$root"
exec chroot --userspec="$user" "$root" env -i --chdir="$folder" "$@"
"""


@dataclass(frozen=True)
class Rooted:
    """The folder of the image, and the one that stands for its volume."""

    root: Path
    data: Path
    image: Image

    async def start(self, command: Sequence[str], settings: Mapping[str, str]) -> asyncio.subprocess.Process:
        """Begin a program as a container of the image does, with a read-only root."""
        return await asyncio.create_subprocess_exec(
            *self._entering("ro", self.image.user, self.image.folder, {**self.image.environment, **settings}),
            *command,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )

    def run(
        self, command: Sequence[str], settings: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a program in it to its end, as the user of the image."""
        environment = {**self.image.environment, **(settings or {})}
        return self._to_its_end("ro", self.image.user, self.image.folder, environment, command)

    def install(self, wheel: Path) -> None:
        """Put the wheel in, with the packages that it needs, as `root` does while an image is built."""
        python = f"{APP}/bin/python"
        shutil.copy(wheel, self.root / wheel.name)
        self._built([f"{sys.base_prefix}/bin/python3", "-m", "venv", "--without-pip", APP])
        self._built(
            [
                *f"{python} -m pip install --quiet --no-deps --no-index --ignore-installed".split(),
                f"/{wheel.name}",
            ],
            PYTHONPATH=_DEPS,
        )
        (packages,) = self.root.glob("opt/ssat-bot/lib/python3*/site-packages")
        (packages / "dependencies.pth").write_text(f"{_DEPS}\n", encoding="utf-8")

    def _built(self, command: Sequence[str], **settings: str) -> None:
        ended = self._to_its_end("rw", "0:0", "/", settings, command)
        assert ended.returncode == 0, ended.stderr

    def _to_its_end(
        self, mode: str, user: str, folder: str, settings: Mapping[str, str], command: Sequence[str]
    ) -> subprocess.CompletedProcess[str]:
        entering = self._entering(mode, user, folder, settings)
        return subprocess.run([*entering, *command], capture_output=True, text=True, timeout=120, check=False)

    def _entering(self, mode: str, user: str, folder: str, settings: Mapping[str, str]) -> list[str]:
        deps = sysconfig.get_path("purelib")
        places = [str(self.root), str(self.data), sys.base_prefix, deps, mode, user, folder]
        pairs = [f"{name}={value}" for name, value in settings.items()]
        return ["unshare", "--mount", "sh", "-c", _ENTER, "sh", *places, *pairs]


def rooted(folder: Path, image: Image) -> Rooted:
    """The image as a folder below this one, with the wheel of the source tree in it."""
    may_have_a_root_of_its_own()
    made = Rooted(folder / "root", folder / "data", image)
    for one in (folder, made.root, made.data, made.root / "opt"):
        one.mkdir(exist_ok=True)
        one.chmod(0o755)
    os.chown(made.data, *map(int, image.user.split(":")))
    made.install(build_wheel(folder))
    return made


def build_wheel(folder: Path) -> Path:
    """The wheel, built by the command of the Dockerfile."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    (wheel,) = folder.glob("*.whl")
    return wheel


def may_have_a_root_of_its_own() -> None:
    """Skip the test where this system does not let a program have its own root."""
    if sys.platform != "linux" or os.getuid() != 0 or shutil.which("unshare") is None:
        lacks("a root of its own takes Linux, root and unshare: run this test as root")
    tried = subprocess.run(["unshare", "--mount", "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        lacks(f"this system gives nobody a root of their own: {tried.stderr.strip()}")
