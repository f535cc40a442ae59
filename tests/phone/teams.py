"""Teams' look for Microsoft's renderer: what its host configs for the light and the dark theme say.

The values are those of `samples/HostConfig/microsoft-teams-light.json` and `-dark.json` in Microsoft's
AdaptiveCards repository (MIT licence).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Config = Mapping[str, object]

LIMIT = 320
"""The width of a narrow phone, in pixels."""
_SIZES = {"small": 12, "default": 14, "medium": 14, "large": 18, "extraLarge": 24}
_WEIGHTS = {"lighter": 200, "default": 400, "bolder": 600}
_FONT = "'Liberation Sans', Arial, sans-serif"
"""Letters as wide as on phones, whatever fonts this machine has: some desktop fonts are a fifth wider."""
_LETTERS = {"fontFamily": _FONT, "fontSizes": _SIZES, "fontWeights": _WEIGHTS}
_PASTEL = {"accent": "#C7DEF9", "good": "#CCFFCC", "attention": "#FFC5B2", "warning": "#FFE2B2"}


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme: its name, the colours of text by their names (plain, subtle), the grounds of a card and of a
    part set off, and the text on a coloured ground."""

    name: str
    text: Mapping[str, tuple[str, str]]
    ground: str
    emphasis: str
    on_colour: tuple[str, str]

    @property
    def config(self) -> Config:
        """The theme as the renderer takes it."""
        text = {name: {"default": plain, "subtle": subtle} for name, (plain, subtle) in self.text.items()}
        plain, subtle = self.on_colour
        coloured = {**text, "default": {"default": plain, "subtle": subtle}}
        grounds = {"default": self.ground, "emphasis": self.emphasis}
        styles = {
            **{name: {"backgroundColor": one, "foregroundColors": text} for name, one in grounds.items()},
            **{name: {"backgroundColor": one, "foregroundColors": coloured} for name, one in _PASTEL.items()},
        }
        return {**_SHARED, "containerStyles": styles}


_SHARED: Config = {
    "supportsInteractivity": True,
    "spacing": {"small": 8, "default": 12, "medium": 16, "large": 20, "extraLarge": 24, "padding": 16},
    "separator": {"lineThickness": 1, "lineColor": "#EEEEEE"},
    "imageSizes": {"small": 32, "medium": 52, "large": 100},
    "fontTypes": {"default": _LETTERS, "monospace": _LETTERS},
    "textStyles": {"heading": {"size": "large", "weight": "bolder"}},
    "textBlock": {"headingLevel": 2},
    "actions": {
        # The menu of a card is taken out before it is drawn.
        "maxActions": 30,
        "spacing": "Default",
        "buttonSpacing": 8,
        "showCard": {"actionMode": "Inline", "inlineTopMargin": 16, "style": "emphasis"},
        "actionsOrientation": "Horizontal",
        "actionAlignment": "Left",
    },
}
LIGHT = Theme(
    "light",
    {
        "default": ("#ff252424", "#bf252424"),
        "accent": ("#6264a7", "#8b8cc7"),
        "good": ("#92c353", "#e592c353"),
        "warning": ("#f8d22a", "#e5f8d22a"),
        "attention": ("#c4314b", "#e5c4314b"),
    },
    ground="#ffffff",
    emphasis="#fff9f8f7",
    on_colour=("#ff252424", "#bf252424"),
)
DARK = Theme(
    "dark",
    {
        "default": ("#ffffffff", "#bfffffff"),
        "accent": ("#ffa6a7dc", "#ff8b8cc7"),
        "good": ("#ff92c353", "#e592c353"),
        "warning": ("#fff8d22a", "#e5f8d22a"),
        "attention": ("#ffd74654", "#e5d74654"),
    },
    ground="#ff2d2c2c",
    emphasis="#ff292828",
    on_colour=("#ff201f1f", "#ff2d2c2c"),
)
THEMES = (LIGHT, DARK)
