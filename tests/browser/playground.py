"""Drives the Agents Playground in a real Chromium, as a person does.

    with drive(emulator, chromium) as teams:
        teams.open("general")
        teams.mention("/ssat")
        teams.press("My questions", {"Role": "FM"})
        teams.screenshot(path)

What the bot sends after it has answered a request needs `wait_text`. The page must not be reloaded: it would
lose the conversation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Locator, Page, Request, WebSocket, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from bot.cli.local.emulator import Emulator
from tests.browser.filling import Value, fill
from tests.browser.person import Sender
from tests.browser.reading import CARD, DRAWN, EDITOR, MESSAGES, ROW, THREAD

Scope = Literal["personal", "group", "general", "channel"]
"""`general` and `channel` are the two channels of the team."""

TIMEOUT = 30.0
_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)
_ELSEWHERE = re.compile(r"^https?://(?!127\.0\.0\.1|localhost)")


@contextmanager
def drive(
    emulator: Emulator, chromium: str, *, width: int = 1400, height: int = 1000
) -> Iterator[Playground]:
    """Open the Playground in a browser, with the personal chat before us."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        context = browser.new_context(viewport={"width": width, "height": height}, locale="en-US")
        context.route(_ELSEWHERE, lambda route: route.abort())
        try:
            yield Playground(emulator, context.new_page())
        finally:
            browser.close()


class Playground:
    """The page with its chats. `log` has every request from and to the bot, with its answer."""

    def __init__(self, emulator: Emulator, page: Page) -> None:
        self.emulator = emulator
        self.page = page
        self.scope: Scope = "personal"
        self.sent: list[dict[str, Any]] = []
        self.log: list[dict[str, Any]] = []
        self.cast = emulator.config()
        self._begun = 0
        self._ended = 0
        page.set_default_timeout(TIMEOUT * 1000)
        page.on("websocket", self._listen)
        page.on("request", self._begin)
        page.on("requestfinished", self._end)
        page.on("requestfailed", self._end)
        page.goto(emulator.address)
        self._until(lambda: self._answered("conversationUpdate", 0), "the installation")
        self._draw()

    def open(self, scope: Scope) -> None:
        """Show a chat or channel; its first visit installs the bot there."""
        log, begun = len(self.log), self._begun
        self.page.get_by_role("treeitem", name=self._title(scope), exact=True).click()
        self.scope = scope
        self._draw()
        if self._begun > begun:
            self._until(lambda: self._answered("conversationUpdate", log), "the installation")
            self._draw()

    def say(self, text: str, *, thread: int | None = None) -> list[str]:
        """Write; in a channel a new post, or a reply to a thread (0 = newest). What the bot said meanwhile.

        Outside the personal chat the bot hears only what mentions it.
        """
        return self._write(text, mentioned=False, thread=thread, heard=self.scope == "personal")

    def mention(self, text: str, *, thread: int | None = None) -> list[str]:
        """Write to the bot by its name, picked from the list that @ opens."""
        return self._write(text, mentioned=True, thread=thread, heard=True)

    def press(
        self,
        button: str,
        inputs: Mapping[str, Value] | None = None,
        *,
        card: int | None = None,
        heard: bool = True,
    ) -> list[str]:
        """Fill a card's inputs by their labels and press its button. What the bot said meanwhile.

        Without its number it is the newest card that has this button; of several alike the first is pressed.
        `heard=False` for a press that the client keeps: a required input is empty, a card unfolds.
        """
        shown = self.card_with(button) if card is None else self.card(card)
        for label, value in (inputs or {}).items():
            fill(shown, label, value)
        target = shown.get_by_role("button", name=button, exact=True).first
        return self._turn(target.click, None, heard)

    def press_in_menu(self, item: str, *, beside: str) -> None:
        """Press what is in the menu of the newest card that has the other button."""
        self.card_with(beside).get_by_role("button", name="More options").click()
        self._turn(self.page.get_by_role("menuitem", name=item, exact=True).click, None, True)

    def cards(self) -> list[str]:
        """The visible text of every card in the open conversation, top to bottom."""
        return [card.inner_text() for card in self.page.locator(CARD).all()]

    def card(self, index: int = -1) -> Locator:
        """One of them; LookupError where there are fewer."""
        count = self.page.locator(CARD).count()
        if not -count <= index < count:
            raise LookupError(f"there is no card {index}, but {count} in all")
        return self.page.locator(CARD).nth(index % count)

    def card_with(self, button: str) -> Locator:
        """The newest card that has this button; a channel shows its newest post on top."""
        having = self.page.get_by_role("button", name=button, exact=True)
        if self._in_channel():
            return self.page.locator(THREAD).filter(has=having).first.locator(CARD).filter(has=having).last
        return self.page.locator(CARD).filter(has=having).last

    def newest_card(self) -> Locator:
        """The last card of a chat, or of the newest post of a channel."""
        if self._in_channel():
            return self.page.locator(THREAD).nth(1).locator(CARD).last
        return self.page.locator(CARD).last

    def wait_card(self, text: str) -> None:
        """Until the newest card shows this: cards may arrive after the answer to what was said."""
        self._until(lambda: text in self.newest_card().inner_text(), repr(text))

    def messages(self) -> list[dict[str, Any]]:
        """The open conversation, top to bottom: author ("" is us), text, cards, thread (0 = newest)."""
        channel, me = self._in_channel(), self.cast["currentUser"]["name"]
        found: list[dict[str, Any]] = self.page.evaluate(MESSAGES, [ROW, THREAD, CARD, channel, me])
        return found

    def wait_text(self, text: str) -> None:
        """Until the open conversation shows this."""
        self._until(lambda: any(text in message["text"] for message in self.messages()), repr(text))

    def screenshot(self, path: Path, card: Locator | None = None) -> None:
        """A picture of the page, or of one card, which may be longer than the window."""
        self.page.mouse.move(0, 0)
        if card is None:
            self.page.screenshot(path=str(path))
            return
        size, box = self.page.viewport_size, card.bounding_box()
        assert size is not None, "the page has no size"
        assert box is not None, "the card is not there"
        self.page.set_viewport_size({**size, "height": max(size["height"], int(box["height"]) + 400)})
        card.screenshot(path=str(path))
        self.page.set_viewport_size(size)

    def person(self, name: str) -> Sender:
        """Somebody else of the team, who can write and press in the open conversation but sees no page."""
        return Sender(self.emulator.address, self.cast, name, self.scope)

    def answer_to(self, press: str) -> dict[str, Any]:
        """The card with which the bot answered a press, also that of somebody else."""
        self._until(lambda: self._log_of(press) is not None, "the bot's answer to somebody's press")
        entry = self._log_of(press)
        assert entry is not None
        card: dict[str, Any] = entry["response"]["body"]["value"]
        return card

    def _log_of(self, activity: str) -> dict[str, Any] | None:
        answered = (one for one in self.log if one.get("messageId") == activity and one.get("response"))
        return next(answered, None)

    def _write(self, text: str, *, mentioned: bool, thread: int | None, heard: bool) -> list[str]:
        where: Page | Locator = self.page
        if self._in_channel():
            where = self.page.locator(THREAD).nth(0 if thread is None else thread + 1)
        name = "Post" if self._in_channel() and thread is None else "Send Message"
        button = where.get_by_role("button", name=name, exact=name == "Post")
        where.locator(EDITOR).last.click()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.press("Delete")
        if mentioned:
            self.page.keyboard.type("@")
            bot = self.page.locator("[role=menuitem]").filter(has_text=self.cast["bot"]["name"]).first
            # Enter does not pick it.
            bot.click()
            bot.wait_for(state="hidden")
            text = f" {text}"
        self.page.keyboard.insert_text(text)
        return self._turn(button.click, "message", heard)

    def _turn(self, act: Callable[[], None], name: str | None, heard: bool) -> list[str]:
        log, sent, begun = len(self.log), len(self.sent), self._begun
        act()
        if heard:
            # The log may tell of the answer before the page has it.
            came = f"the bot's answer to {name or 'the press'}"
            self._until(lambda: self._ended == self._begun > begun and self._answered(name, log), came)
        self._draw()
        bot = self.cast["bot"]["id"]
        # The client may tell of the same message twice.
        said = {one.get("id"): one for one in (event.get("message", {}) for event in self.sent[sent:])}
        return [one.get("text", "") for one in said.values() if one.get("from", {}).get("id") == bot]

    def _begin(self, request: Request) -> None:
        self._begun += self._tells(request)

    def _end(self, request: Request) -> None:
        self._ended += self._tells(request)

    def _tells(self, request: Request) -> bool:
        """True for what the page tells the bot, or asks of it."""
        return request.method == "POST" and request.url.startswith(self.emulator.address)

    def _listen(self, socket: WebSocket) -> None:
        def read(frame: str | bytes) -> None:
            try:
                event = json.loads(frame)
            except ValueError:
                return
            if event.get("logAction") == "appendLog":
                self.log.append(event["log"])
            elif "action" in event:
                self.sent.append(event)

        socket.on("framereceived", read)

    def _answered(self, name: str | None, since: int) -> bool:
        return any(
            entry.get("from", "").startswith("Microsoft")
            and name in (None, entry.get("activityName"))
            and entry.get("response")
            for entry in self.log[since:]
        )

    def _draw(self) -> None:
        """Until the page has every answer that it waits for, and shows what came."""
        self.page.evaluate(DRAWN)
        while self._ended != self._begun:
            self._until(lambda: self._ended == self._begun, "an answer to the page")
            self.page.evaluate(DRAWN)

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        left = int(TIMEOUT * 1000)
        while not condition():
            if left <= 0:
                raise PlaywrightTimeout(f"{what} did not come in {TIMEOUT} s")
            self.page.wait_for_timeout(25)
            left -= 25

    def _in_channel(self) -> bool:
        return self.scope in ("general", "channel")

    def _title(self, scope: Scope) -> str:
        if scope == "personal":
            return str(self.cast["personalChat"]["name"])
        if scope == "group":
            return str(self.cast["groupChats"][0]["name"])
        team = self.cast["teams"][0]
        channel = team["channels"][0 if scope == "general" else -1]
        return f"{team['name']} - {channel['name']}"
