"""Settings for tests: nothing from the environment or a file gets in."""

from __future__ import annotations

from typing import Any

from bot.settings import Settings, setting_names

APP = "7d6c5b4a-0000-4000-8000-00000000b077"
TENANT = "11111111-0000-4000-8000-000000000001"
SECRET = "a-secret-that-no-log-may-hold"
FM = "22222222-0000-4000-8000-000000000002"


IDENTITY = {
    "MicrosoftAppId": APP,
    "MicrosoftAppPassword": SECRET,
    "MicrosoftAppTenantId": TENANT,
    "SSAT_FM_IDS": FM,
}
"""What a bot with credentials needs at least."""


def anonymous_settings(**given: Any) -> Settings:
    """Without credentials, on loopback. Settings by their outside names."""
    usual = {name: Settings.model_fields[field].default for name, field in _fields().items()}
    return Settings(_env_file=None, **(usual | given))  # type: ignore[call-arg]


def identified_settings(**given: Any) -> Settings:
    """A single-tenant bot with a secret, a tenant and one FM."""
    return anonymous_settings(**(IDENTITY | given))


def _fields() -> dict[str, str]:
    return dict(zip(setting_names(), Settings.model_fields, strict=True))
