"""A playbook is read whole, or everything that is wrong with it is said with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.playbook.load import inspect_playbook, load_playbook, read_playbook
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import FileFault, PlaybookFaults, summed
from bot.core.verdict import Verdict
from tests.core.playbook.playbooks import NAME, SMALL, broken, changed, faults_of, line_of


def test_the_small_playbook_has_no_fault() -> None:
    playbook = load_playbook(SMALL)
    assert [question.id for question in playbook.questions][:3] == ["D1", "ST1", "ST2"]
    assert playbook.questions[0].verdict[-1].verdict is Verdict.GAP


BROKEN = broken("broken_shapes.yaml")


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_playbook_has_one_fault_with_its_line(name: str) -> None:
    way = BROKEN[name]
    text = changed((way["old"], way["new"]))
    (fault,) = faults_of(text)
    assert fault.startswith(f"{NAME}:{line_of(text, way['at'])}: ")
    assert way["says"] in fault


def test_an_alias_bomb_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    playbook, faults = read_playbook("\n".join(lines), NAME)
    assert playbook is None
    anchor = f"{NAME}:1: a0: the anchor &a0 is not allowed: write the value out each time"
    assert [str(fault) for fault in faults].count(anchor) == 1
    alias = f"{NAME}:2: a1[0]: the alias *a0 is not allowed: write the value out"
    assert [str(fault) for fault in faults].count(alias) == 1


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 1\nb: [x", ":3: this is no YAML: while parsing a flow sequence"),
        ("a: 1\n\tb: 2", ":2: this is no YAML: "),
        ("a: 1\n---\nb: 2", ":2: a second document begins"),
        ("a: 1\nb: \x07", ":2: the character U+0007 is not allowed"),
        ("a: " + "[" * 100_000, ":1: lists and mappings are nested too deeply"),
        ("", ":1: must be a mapping, but is nothing"),
        ("- a", ":1: must be a mapping, but is a list"),
        ("x" * 2_000_001, ":1: the file is larger than 2 MB"),
    ],
)
def test_what_is_no_playbook_at_all_has_one_fault(text: str, fault: str) -> None:
    (found,) = [one for one in faults_of(text) if "is missing" not in one and "no such field" not in one]
    assert found.startswith(NAME + fault)


def test_a_file_that_is_not_utf_8_has_a_fault_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_bytes(b"a: 1\nb: \xff\n")
    with pytest.raises(PlaybookFaults) as caught:
        load_playbook(path)
    assert str(caught.value) == f"{NAME}:2: the file is not UTF-8"


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PlaybookFaults, match=r"playbook\.yaml:1: the file cannot be read: No such file"):
        load_playbook(tmp_path / NAME)


def test_all_faults_of_shape_are_said_together_in_the_order_of_lines() -> None:
    found = faults_of(
        changed(
            ("due: 15", "due: soon"),
            ('owner: "FM"', "owner: no"),
            ('title: {de: "Teams anl', 'title: {fr: &x 1, de: "Teams anl'),
        )
    )
    assert [fault.split(": ")[1] for fault in found] == [
        "page.owner",
        "questions[6].title.fr",
        "questions[6].due",
    ]


def test_faults_of_references_and_of_rules_are_said_together() -> None:
    found = faults_of(
        changed(
            ("room: closing\n    need", "room: cellar\n    need"),
            ('- {verdict: ready, when: {plan: "yes"}}', "- {verdict: ready, when: {plan: partly}}"),
        )
    )
    assert any("there is no room cellar" in fault for fault in found)
    assert any("no rule fits plan = yes" in fault for fault in found)
    assert any("verdict[1]: never decides: the rules above it fit first" in fault for fault in found)


def test_faults_of_shape_of_references_and_of_rules_are_said_all_at_once() -> None:
    found = faults_of(
        changed(
            ("due: 15", "due: soon"),
            ('owner: "FM"', "owner: no"),
            ("room: closing\n    need", "room: cellar\n    need"),
            ('- {verdict: ready, when: {plan: "yes"}}', "- {verdict: ready, when: {plan: partly}}"),
        )
    )
    assert any("page.owner: must be text, but is no" in fault for fault in found)
    assert any("questions[6].due: must be a whole number" in fault for fault in found)
    assert any("there is no room cellar" in fault for fault in found)
    assert any("no rule fits plan = yes" in fault for fault in found)


def test_what_hangs_on_an_entry_of_a_wrong_shape_is_no_fault_of_its_own() -> None:
    (found,) = faults_of(
        changed(("- id: ST1\n    room: stakeholders", "- id: ST1\n    rooms: stakeholders"))
    )[1:]
    assert "questions[1].rooms: there is no such field" in found


def test_many_faults_of_one_sentence_are_summed_up() -> None:
    faults = [FileFault(NAME, line, "title", "lacks fr") for line in range(1, 41)]
    other = FileFault(NAME, 50, "due", "is missing")
    assert summed([*faults, other]) == [
        f"{NAME}:1: title: lacks fr",
        f"{NAME}:2: title: lacks fr",
        f"{NAME}:3: title: lacks fr",
        f"{NAME}: ... and 37 more: lacks fr",
        f"{NAME}:50: due: is missing",
    ]
    various = [FileFault(NAME, line, "", f"fault {line}") for line in range(1, 301)]
    assert len(summed(various)) == 201
    assert summed(various)[-1] == "... and 100 more faults"


def test_choices_that_several_fields_take_are_written_once() -> None:
    lists = """choice_lists:
  - id: hours
    choices:
      - {id: few, label: {de: "wenige", en: "few"}}
      - {id: many, label: {de: "viele", en: "many"}}
questions:
"""
    taken = "kind: choice, choices_from: hours, optional: true, label"
    sponsor = "      - {id: sponsor, kind: person,"
    fields = (
        f'      - {{id: more, {taken}: {{de: "Mehr", en: "More"}}}}\n'
        f'      - {{id: less, {taken}: {{de: "Weniger", en: "Less"}}}}\n{sponsor}'
    )
    ways = (("questions:\n", lists), (sponsor, fields))
    playbook, faults = read_playbook(changed(*ways), NAME)
    assert faults == []
    assert playbook is not None
    more, less = playbook.questions[1].fields[:2]
    assert [one.id for one in more.choices] == ["few", "many"]
    assert (more.choices, more.choices_from) == (less.choices, None)
    text = changed(*ways).replace('en: "many"', 'en: ""')
    assert faults_of(text) == [
        f"{NAME}:{line_of(text, '{id: many')}: choice_lists[0].choices[1].label.en: is blank"
    ]
    (fault,) = faults_of(
        changed(*ways).replace(
            "id: more, kind: choice, choices_from: hours", "id: more, kind: choice, choices_from: days"
        )
    )
    assert "questions[1].fields[0].choices_from: there is no list days among choice_lists" in fault


def test_the_shipped_playbook_has_no_fault() -> None:
    playbook = load_playbook(shipped_playbook_path(), complete=True)
    assert len(playbook.questions) > 30


DEADLINES = (
    "Do it in ten working days",
    "Write until 24.12.2026",
    "Agree eight weeks before",
    "By 2026-12-24",
)


def test_what_an_older_playbook_does_not_say_is_advice_and_a_fault_only_where_it_must_be_complete(
    tmp_path: Path,
) -> None:
    path = tmp_path / NAME
    path.write_text(changed(('en: "Get the agreement"', 'en: "Get it within ten days"')), encoding="utf-8")
    text = path.read_text(encoding="utf-8")
    found = inspect_playbook(path)
    assert [str(one) for one in found.advice] == [
        f"{NAME}:{line_of(text, '- id: ST1')}: questions[1].closes: is missing: "
        "name the person field whose person closes the gap, or none",
        f"{NAME}:{line_of(text, 'Get it within ten days')}: questions[1].action.en: "
        '"ten days" is a deadline: the plan has its own',
    ]
    assert load_playbook(path) == found.playbook
    with pytest.raises(PlaybookFaults) as caught:
        load_playbook(path, complete=True)
    assert caught.value.faults == found.advice


def test_who_names_the_field_or_says_none_gets_no_advice(tmp_path: Path) -> None:
    for closes in ("sponsor", "none"):
        path = tmp_path / NAME
        path.write_text(
            changed(('action: {de: "Zusage', f'closes: {closes}\n    action: {{de: "Zusage')),
            encoding="utf-8",
        )
        assert inspect_playbook(path).advice == ()
        assert load_playbook(path, complete=True).questions[1].closes == closes


@pytest.mark.parametrize("title", DEADLINES)
def test_a_title_with_a_deadline_is_noticed(tmp_path: Path, title: str) -> None:
    path = tmp_path / NAME
    path.write_text(changed(('en: "Get the agreement"', f'en: "{title}"')), encoding="utf-8")
    assert any("is a deadline" in str(one) for one in inspect_playbook(path).advice)
