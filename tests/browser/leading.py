"""A workshop led by clicking: buttons by their key in the texts, questions and fields by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Locator

from bot.core.playbook.book import Book
from bot.core.texts import Words
from tests.browser.answers import ANSWERS, SETUP, Given, entered, set_up
from tests.browser.filling import Value, field_of, fill
from tests.browser.playground import Playground


class Leading:
    """Whoever sits before the Playground. Pictures are numbered; without a folder none are taken."""

    def __init__(self, page: Playground, book: Book, words: Words, pictures: Path | None = None) -> None:
        self.page = page
        self.words = words
        self.asked: list[str] = []
        self._book = book
        self._pictures = pictures
        self._taken = 0

    def begin(self) -> None:
        """The first words in a channel."""
        self.page.open("general")
        self.page.mention("/ssat")
        self.page.wait_text(self.words("workshop.new"))

    def set_up(self, **other: Given) -> None:
        """Both steps of the setup, with other values over the usual ones."""
        self.take_first_step(**other)
        self.press("begin")

    def take_first_step(self, **other: Given) -> None:
        """The first step of the setup; what has a default is unfolded before."""
        values = set_up(self._book, self.words, {**SETUP, **other})
        if self.words("field.country") not in self.sees("setup_next"):
            self.page.press(self.words("button.unfold"), heard=False)
        self.press("setup_next", values)
        # The Playground's client is American: with another country the states are offered anew.
        again = self.page.card_with(self.words("button.setup_next"))
        refused = again.inner_text() if again.count() else ""
        if refused.count("⚠") == 2 and self.words("problem.choose_state") in refused:  # and the list of them
            self.press("setup_next")

    def press(self, button: str, inputs: Mapping[str, Value] | None = None, *, heard: bool = True) -> None:
        """Fill in and press a button of the newest card that has it."""
        self.page.press(self.words(f"button.{button}"), inputs, heard=heard)

    @property
    def question(self) -> str:
        """The question before us; empty where none is asked."""
        card = self.page.card_with(self.words("button.answer"))
        shown = card.inner_text() if card.count() else ""
        asked = (one.id for one in self._book.questions.values() if one.ask[self.words.language] in shown)
        return next(asked, "")

    def entered(self, question: str) -> dict[str, Value]:
        """The usual answer to a question, by the labels of its inputs."""
        return entered(self._book, self.words, question, ANSWERS[question])

    def answers(self) -> None:
        """Answer the question before us."""
        question = self.question
        self.asked.append(question)
        self.picture(question, "answer")
        left = self.entered(question)
        while left:
            card = self.page.card_with(self.words("button.answer"))
            unfold = card.get_by_role("button", name=self.words("button.unfold"), exact=True)
            if unfold.count() and not all(_has(card, label) for label in left):
                self.press("unfold", heard=False)
            now = {label: value for label, value in left.items() if _has(card, label)}
            left = {label: value for label, value in left.items() if label not in now}
            self.press("answer", now | self._somebody_else(card, left))
        if self.page.card_with(self.words("button.without_more")).count():
            self.press("without_more")

    def _somebody_else(self, card: Locator, left: Mapping[str, Value]) -> dict[str, Value]:
        """In the lists of people: that somebody else is meant, whose name is entered next."""
        ending = self.words("field.name_of", label="")
        lists = (label.removesuffix(ending) for label in left if label.endswith(ending))
        return {label: self.words("field.somebody_else") for label in lists if _has(card, label)}

    def goes_on_to(self, question: str) -> None:
        """Answer everything up to this question; with "" everything that is left."""
        while self.question != question:
            assert self.question, f"{question} is not asked; asked were {self.asked}"
            self.answers()

    def presses_in_menu(self, item: str) -> None:
        """Choose an answer that is no answer from the menu of the question before us."""
        self.page.press_in_menu(self.words(f"button.{item}"), beside=self.words("button.answer"))

    def types(self, given: Mapping[str, Given]) -> None:
        """Fill in fields of the question before us, and no more."""
        for label, value in entered(self._book, self.words, self.question, given).items():
            fill(self.page.card_with(self.words("button.answer")), label, value)

    def label(self, question: str, field: str) -> str:
        """What stands over a field of a question."""
        return next(iter(entered(self._book, self.words, question, {field: ""})))

    def stands(self, button: str, label: str) -> str:
        """What stands in a field of text, or in a list, of the newest card that has this button."""
        field = field_of(self.page.card_with(self.words(f"button.{button}")), label)
        return field.input_value()

    def sees(self, button: str) -> str:
        """The text of the newest card that has this button."""
        return self.page.card_with(self.words(f"button.{button}")).inner_text()

    def picture(self, name: str, button: str = "", *, card: Locator | None = None) -> None:
        """Keep a picture of the newest card with this button, of another card, or of the whole page."""
        if self._pictures is None:
            return
        self._taken += 1
        self._pictures.mkdir(parents=True, exist_ok=True)
        path = self._pictures / f"{self.words.language}-{self._taken:02}-{name}.png"
        if button:
            card = self.page.card_with(self.words(f"button.{button}"))
        self.page.screenshot(path, card)


def _has(card: Locator, label: str) -> bool:
    """True for a card with an input of this label."""
    try:
        field_of(card, label)
    except LookupError:
        return False
    return True
