"""The settings: environment and `.env`, read once at the start."""

from bot.settings.model import Settings, SettingsFaults, load_settings, setting_names

__all__ = ["Settings", "SettingsFaults", "load_settings", "setting_names"]
