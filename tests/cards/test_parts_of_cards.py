"""The parts that cards are made of: strict elements, inert text, rows of buttons, inputs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import cards
from bot.core.parts import Button, FactorLine, Input, Option, Said, Stamp
from bot.core.screens.forms.form import FormScreen
from bot.core.texts import Words
from bot.core.verdict import Verdict
from cards._buttons import press_data, presses, rows
from cards._fields import field, fields
from cards._kit import Execute, OpenUrl, TextBlock
from cards._news import below_news
from cards._progress import dots, progress_row
from cards._text import cut, escape, plain
from cards.pressing import filled
from cards.transcript import transcript
from tests.cards.inert import acting
from tests.playbook_of_tests import texts_of_tests

STAMP = Stamp(3, 7, "ST1", "teams")


@pytest.fixture(scope="module")
def words() -> Words:
    return texts_of_tests().words("en")


def test_a_property_that_an_element_lacks_is_refused() -> None:
    with pytest.raises(TypeError, match="colour"):
        TextBlock(text="x", colour="red")


def test_a_property_set_later_is_refused_too() -> None:
    block = TextBlock(text="x")
    with pytest.raises(TypeError, match="colour"):
        block.colour = "red"


def test_a_property_of_the_wrong_type_is_refused() -> None:
    with pytest.raises(TypeError, match="text"):
        TextBlock(text=3)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "http://a.example", "https://", "file:///x", "https://a b"]
)
def test_only_an_https_address_becomes_a_link(url: str) -> None:
    with pytest.raises(TypeError, match="https"):
        OpenUrl(url=url)


@pytest.mark.parametrize(
    "name", ["Ada Lovelace", "Müller, Jan (EXT)", "O'Neill", "Jan [Contoso]", "Söhne & Co."]
)
def test_a_name_without_markdown_stays_as_it_is(name: str) -> None:
    assert escape(name) == name


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("[a](https://b)", "]("),
        ("![a](b)", "!["),
        ("<at>x</at>", "<at>"),
        ("&lt;", "&l"),
        ("a *b* c", "*b*"),
        ("__b__", "__b__"),
        ("`c`", "`"),
        ("https://b", "://"),
        ("{{DATE(x)}}", "{{"),
    ],
)
def test_markdown_is_parted_invisibly(text: str, gone: str) -> None:
    assert gone not in escape(text)


@pytest.mark.parametrize("text", ["1. a", "- a", "# a", "> a", "+ a"])
def test_a_name_does_not_begin_a_list(text: str) -> None:
    assert escape(text) == "\u200b" + text


def test_dates_do_not_expand_in_runs() -> None:
    assert plain("{{DATE(2026-01-01,LONG)}}") == "{\u200b{DATE(2026-01-01,LONG)}}"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Anna \u202egnp.exe", "\u202c"),
        ("\u2067מרחבא \u202dx", "\u202c\u2069"),
        ("\u2067מרחבא\u2069", ""),
        ("מרחבא, Grüße 👩‍👩‍👧", ""),
    ],
)
def test_text_turns_the_direction_of_writing_no_further_than_its_end(text: str, end: str) -> None:
    assert plain(text) == text + end
    assert cut(text, 99) == text + end
    assert escape(text).endswith(end)
    assert escape(text).count("\u202e") == text.count("\u202e")


def test_a_cut_text_says_so() -> None:
    assert cut("one  two\nthree", 100) == "one two three"
    assert cut("one two three", 8) == "one two…"


@pytest.mark.parametrize(
    ("done", "total", "line"),
    [
        (3, 8, "●●●○○○○○"),
        (0, 2, "○○"),
        (1, 40, "●○○○○○○○○○"),
        (39, 40, "●●●●●●●●●○"),
        (40, 40, "●" * 10),
        (0, 0, ""),
    ],
)
def test_progress_is_a_line_of_dots(done: int, total: int, line: str) -> None:
    assert dots(done, total) == line


def test_a_verdict_is_a_sign_and_a_word(words: Words) -> None:
    row = progress_row(FactorLine("a", "Awareness", 1, 2, Verdict.GAP), words).render()
    assert row["columns"][1]["items"][0]["inlines"][0]["text"] == "✗ gap"


def test_a_press_carries_where_it_belongs(words: Words) -> None:
    assert press_data(Button("open", (("question", "ST2"),)), STAMP) == {
        "action": "open",
        "revision": 7,
        "workshop": 3,
        "question": "ST2",
        "service": "teams",
    }


def test_a_bare_press_is_not_stopped_by_required_inputs(words: Words) -> None:
    later, answer = (
        one.render() for one in presses((Button("later"), Button("answer", bare=False)), STAMP, words)
    )
    assert later["associatedInputs"] == later["fallback"]["associatedInputs"] == "none"
    assert "associatedInputs" not in answer


def test_of_two_primary_buttons_the_first_is_the_next_step(words: Words) -> None:
    both = presses((Button("later", primary=True), Button("back", primary=True)), STAMP, words)
    assert [one.render().get("style") for one in both] == ["positive", None]


def test_the_seventh_button_goes_into_the_menu(words: Words) -> None:
    shown = presses((Button("later"),) * 7, STAMP, words)
    assert [one.render().get("mode") for one in shown] == [None] * 6 + ["secondary"]


def test_buttons_stand_in_rows_that_a_phone_can_show() -> None:
    titles = ["Speichern und weiter", "Weiß ich nicht", "Später"]
    buttons = [*(Execute(title=title) for title in titles), Execute(title="Überspringen", mode="secondary")]
    assert [[one.title for one in row] for row in rows(buttons)] == [
        titles[:1],
        [*titles[1:], "Überspringen"],
    ]


def test_a_refusal_stands_right_below_its_field(words: Words) -> None:
    inputs = (Input("a", "text", "A"), Input("b", "text", "B", problem="No."), Input("c", "text", "C"))
    shown = [one.render() for one in fields(inputs, words)]
    assert [one.get("id") for one in shown] == ["a", "b", None, "c"]
    assert (shown[2]["inlines"][0]["text"], shown[2]["spacing"]) == ("⚠ No.", "None")


def test_all_refusals_of_a_long_form_stand_once_more_beside_its_button(words: Words) -> None:
    problems = {"b": "No.", "g": "Not this either."}
    inputs = tuple(Input(name, "text", name.upper(), problem=problems.get(name, "")) for name in "abcdefg")
    form = FormScreen("setup", Stamp(1, 1), inputs, (Button("save_setup"),), folded=frozenset("fg"))
    shown = transcript(cards.render(form, words))
    assert shown[-2:] == ["⚠ Not saved yet. Please check: B, G", "[Save]"]


def test_what_is_folded_is_sent_too_and_what_was_refused_of_it_is_not_folded(words: Words) -> None:
    inputs = (Input("a", "text", "A"), Input("b", "text", "B", "kept"), Input("c", "text", "C", "kept too"))
    form = FormScreen(
        "setup", Stamp(1, 1), inputs, (Button("save_setup", bare=False),), folded=frozenset("bc")
    )
    card = cards.render(form, words)
    assert [line for line in transcript(card) if "{" in line] == ["{A: }", "  {B: kept}", "  {C: kept too}"]
    assert filled(card, {}) == {"b": "kept", "c": "kept too"}
    refused = cards.render(replace(form, inputs=(*inputs[:2], replace(inputs[2], problem="No."))), words)
    shown = [line for line in transcript(refused) if "{" in line or "⚠" in line]
    assert shown == ["{A: }", "{C: kept too}", "⚠ No.", "  {B: kept}"]
    assert filled(refused, {}) == {"b": "kept", "c": "kept too"}


def test_a_choice_that_stands_apart_says_how_much_is_chosen_and_is_sent_too(words: Words) -> None:
    people = tuple(Option(key, key.upper(), said=True) for key in "xyz")
    inputs = tuple(
        Input(name, "multi", name.upper(), value, people) for name, value in (("a", "x,y"), ("b", ""))
    )
    form = FormScreen(
        "invite", Stamp(1, 1), inputs, (Button("save_invitation", bare=False),), apart=frozenset("ab")
    )
    card = cards.render(form, words)
    shown = [line for line in transcript(card) if "A:" in line or "B:" in line]
    assert shown == ["[A: 2 chosen]", "  {A: X + Y | X · Y · Z}", "[B: none chosen]", "  {B:  | X · Y · Z}"]
    assert filled(card, {})["a"] == "x,y"
    refused = cards.render(replace(form, inputs=(inputs[0], replace(inputs[1], problem="No."))), words)
    assert [line for line in transcript(refused) if "B" in line] == ["{B:  | X · Y · Z}"]


def test_a_part_of_a_form_keeps_its_name_whichever_of_it_is_folded(words: Words) -> None:
    names = ("customer", "licences", "extended_service")
    inputs = tuple(Input(name, "text", name, problem="No." * (name == "licences")) for name in names)
    form = FormScreen("setup", Stamp(1, 1), inputs, (), folded=frozenset(names[1:]))
    shown = transcript(cards.render(form, words))
    assert shown[shown.index("{customer: }") :] == [
        "{customer: }", "Additional offerings", "{licences: }", "⚠ No.", "[More]", "  Additional offerings",
        "  {extended_service: }",
    ]  # fmt: skip


@pytest.mark.parametrize(("kind", "value"), [("number", "twelve"), ("number", "1.5"), ("date", "31.12.2026")])
def test_what_an_input_cannot_hold_is_put_back_as_text(words: Words, kind: str, value: str) -> None:
    shown = field(Input("a", kind, "A", value), words).render()  # type: ignore[arg-type]
    assert (shown["type"], shown["value"]) == ("Input.Text", value)


def test_what_an_input_can_hold_is_put_back(words: Words) -> None:
    day = date(2026, 12, 24).isoformat()
    options = (Option("x", "X"), Option("y", "Y"))
    assert field(Input("a", "number", "A", "0"), words).render()["value"] == 0
    assert field(Input("a", "date", "A", day), words).render()["value"] == day
    assert field(Input("a", "multi", "A", "y,gone", options), words).render()["value"] == "y"


def test_a_number_says_its_limits(words: Words) -> None:
    shown = field(Input("a", "number", "A", min=1, max=9), words).render()
    assert (shown["min"], shown["max"], shown["errorMessage"]) == (1, 9, "Please enter a number from 1 to 9.")


def test_news_stand_above_the_rest_and_nothing_in_them_acts() -> None:
    below = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "below"}]}
    hostile = Said("[Ada](https://evil.example) {{DATE(x)}}\n# " + "x" * 300)
    card = below_news(below, [Said("Saved"), hostile])
    body = card["body"]
    assert isinstance(body, list)
    assert [one["type"] for one in body] == ["RichTextBlock", "RichTextBlock", "TextBlock"]
    assert len(body[1]["inlines"][0]["text"]) <= 201
    assert acting(card) == []
    assert len(below["body"]) == 1, "the card itself stays as it is"
