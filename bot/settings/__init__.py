"""The settings: environment and `.env`, read once at the start."""

from bot.settings.load import SettingsFaults, load_settings, setting_names
from bot.settings.model import Settings

__all__ = ["Settings", "SettingsFaults", "load_settings", "setting_names"]
