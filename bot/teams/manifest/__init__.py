"""The Teams app package: what a Teams administrator uploads so that people can add the bot."""

from bot.teams.manifest.description import Developer
from bot.teams.manifest.package import build_package, package_files

__all__ = ["Developer", "build_package", "package_files"]
