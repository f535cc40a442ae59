"""A page of cards, each as wide as a phone, drawn by Microsoft's renderer in Chromium."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests import needs
from tests.phone.teams import LIMIT, Theme

_MODULES = needs.NODE / "node_modules"
_RENDERER = _MODULES / "adaptivecards/dist/adaptivecards.min.js"
_AXE = _MODULES / "axe-core/axe.min.js"
_HTML = (
    """<!doctype html><html lang="de"><head><title>Cards</title></head><body><main></main></body></html>"""
)
_LOOK = """
body {{ margin: 0; background: {ground}; }}
section {{ width: {width}px; margin-bottom: 24px; }}
button {{ font: 600 14px 'Liberation Sans', Arial, sans-serif; border: 1px solid {edge}; border-radius: 4px;
  padding: 5px 12px; min-height: 32px; background: {ground}; color: {text}; }}
input, select, textarea {{ font: 14px 'Liberation Sans', Arial, sans-serif; color: {text};
  background: {ground}; box-sizing: border-box; min-height: 32px; }}
input[type=radio], input[type=checkbox] {{ min-height: 0; }}
.ac-choiceSetInput-expanded > div, .ac-choiceSetInput-multiSelect > div {{ min-height: 32px; }}
a {{ color: {link} !important; text-decoration: none; }}
"""
"""What Teams' own style sheet does besides the host config: buttons, inputs and rows to tap are 32 high."""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that reaches nothing."""
    path = needs.chromium()
    needs.node()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


class PhonePage:
    """All the cards of a theme below one another."""

    def __init__(self, browser: Browser, cards: Mapping[str, Mapping[str, Any]], theme: Theme) -> None:
        self.page: Page = browser.new_page(viewport={"width": LIMIT, "height": 800})
        self.page.route("**/*", lambda route: route.abort())
        self.page.set_content(_HTML)
        ground = _css(theme.ground)
        text = _css(theme.text["default"][0])
        link = _css(theme.text["accent"][0])
        look = _LOOK.format(ground=ground, text=text, edge=text, link=link, width=LIMIT)
        self.page.add_style_tag(content=look)
        self.page.add_script_tag(path=str(_RENDERER))
        self.page.add_script_tag(path=str(needs.NODE / "phone.js"))
        self.page.evaluate(
            "([cards, config, ground]) => cards.forEach(([name, one]) => draw(name, one, config, ground))",
            [[[name, card] for name, card in cards.items()], theme.config, ground],
        )

    def heights(self) -> dict[str, int]:
        """The height of each card in pixels."""
        found: dict[str, int] = self.page.evaluate("heights()")
        return found

    def keys_against_the_eyes(self) -> dict[str, list[str]]:
        """What the keyboard reaches elsewhere than the eye, by card."""
        return {one["name"]: one["wrong"] for one in self.page.evaluate("orders()") if one["wrong"]}

    def faults(self, rules: Sequence[str] = ()) -> dict[str, list[str]]:
        """What axe finds that is serious or critical, by card; with `rules` what these find."""
        self.page.add_script_tag(path=str(_AXE))
        found: dict[str, list[str]] = self.page.evaluate(_LOOKED_AT, list(rules))
        return found

    def picture(self, card: str, path: Path) -> None:
        """A picture of one card."""
        self.page.locator(f'[data-card="{card}"]').screenshot(path=str(path))


_LOOKED_AT = """async (only) => {
  const found = await axe.run(document.querySelector("main"), {
    resultTypes: ["violations"],
    ...(only.length ? { runOnly: { type: "rule", values: only } } : {}),
    rules: only.length ? {} : { region: { enabled: false }, "heading-order": { enabled: true } },
  });
  const faults = {};
  for (const one of found.violations) {
    if (!["serious", "critical"].includes(one.impact) && one.id !== "heading-order") continue;
    for (const node of one.nodes) {
      const card = document.querySelector(node.target[0]).closest("[data-card]").dataset.card;
      const seen = `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 300)}`;
      (faults[card] ??= []).push(seen);
    }
  }
  return faults;
}"""


def _css(colour: str) -> str:
    """A colour of a host config (#AARRGGBB) as a browser takes it."""
    return f"#{colour[3:]}{colour[1:3]}" if len(colour) == len("#aarrggbb") else colour
