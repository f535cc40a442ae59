"""A file that extends the shipped playbook says only what differs, and is told when that no longer fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core.playbook.load import Inspected, inspect_playbook
from bot.core.playbook.model.playbook import Playbook, Question
from bot.core.playbook.overlay.entries import seen_mark
from bot.core.playbook.overlay.layers import read_layers
from bot.core.playbook.overlay.showing import shown_entry
from bot.core.playbook.shipped import shipped_playbook_path
from bot.core.playbook.source.faults import PlaybookFaults
from tests.core.playbook.playbooks import SMALL, changed

OVERLAY = Path(__file__).with_name("overlay.yaml")
SHIPPED = shipped_playbook_path()


def lines_of_overlay(tmp_path: Path) -> Path:
    """The overlay of twenty lines, written today: it has seen the present ST4."""
    (mark,) = {row[row.index("seen: ") + 6 : -1] for row in shown(SHIPPED, "ST4") if "seen: " in row}
    path = tmp_path / "ours.yaml"
    path.write_text(OVERLAY.read_text("utf-8").replace("SEEN", mark), "utf-8")
    return path


def shown(path: Path, key: str, shipped: Path | None = None) -> list[str]:
    return shown_entry(read_layers(path, shipped), key)


def laid_over(tmp_path: Path, text: str, below: Path = SMALL) -> Inspected:
    """An overlay of this text on a playbook, which is the small one."""
    path = tmp_path / "ours.yaml"
    path.write_text(f"extends: shipped\n{text}", "utf-8")
    return inspect_playbook(path, shipped=below)


def faults(tmp_path: Path, text: str, below: Path = SMALL) -> list[str]:
    with pytest.raises(PlaybookFaults) as caught:
        laid_over(tmp_path, text, below)
    return [str(fault) for fault in caught.value.faults]


def question(playbook: Playbook, key: str) -> Question:
    return next(one for one in playbook.questions if one.id == key)


def test_twenty_lines_add_change_and_remove_a_question_and_bring_a_resource(tmp_path: Path) -> None:
    path = lines_of_overlay(tmp_path)
    assert len(path.read_text("utf-8").splitlines()) == 20
    found = inspect_playbook(path)
    assert found.advice == ()
    before, after = inspect_playbook(SHIPPED).playbook, found.playbook
    was = {one.id: one for one in before.questions}
    now = {one.id: one for one in after.questions}
    assert now.keys() - was.keys() == {"AW90"}
    assert was.keys() - now.keys() == {"TR3"}
    assert [key for key in now if key in was and now[key] != was[key]] == ["ST4"]
    assert now["ST4"].ask == {**was["ST4"].ask, "en": "Who helps at the next desk?"}
    assert now["ST4"].resources == [*was["ST4"].resources, "R900"]
    assert list(now).index("AW90") == list(now).index("AW1") + 1
    assert after.resources == [*before.resources, after.resources[-1]]
    assert after.resources[-1].id == "R900"


def test_a_shipped_playbook_that_changes_says_which_entries_no_longer_fit(tmp_path: Path) -> None:
    path = lines_of_overlay(tmp_path)
    text = SHIPPED.read_text("utf-8")
    for old, new in (("  - id: ST4\n", "  - id: ST40\n"), ("  - id: TR3\n", "  - id: TR33\n")):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (newer := tmp_path / "newer.yaml").write_text(text, "utf-8")
    with pytest.raises(PlaybookFaults) as caught:
        inspect_playbook(path, shipped=newer)
    assert [str(one) for one in caught.value.faults] == [
        "ours.yaml:3: questions[ST4]: shipped/newer.yaml has no ST4 among its questions (any longer): "
        "did you mean ST40? To change it, write its id; to add ST4, write new: true",
        "ours.yaml:4: questions[TR3]: shipped/newer.yaml has no TR3 among its questions (any longer): "
        "did you mean TR33? To change it, write its id; to add TR3, write new: true",
    ]


def test_an_entry_that_somebody_has_seen_says_when_the_shipped_one_is_another(tmp_path: Path) -> None:
    path = lines_of_overlay(tmp_path)
    old = question(inspect_playbook(SHIPPED).playbook, "ST4").ask["en"]
    (newer := tmp_path / "newer.yaml").write_text(
        SHIPPED.read_text("utf-8").replace(old, "How far are your champions?"), "utf-8"
    )
    found = inspect_playbook(path, shipped=newer)
    assert question(found.playbook, "ST4").ask["en"] == "Who helps at the next desk?"
    (advice,) = found.advice
    (now,) = {row[row.index("seen: ") + 6 : -1] for row in shown(newer, "ST4") if "seen: " in row}
    assert str(advice).startswith("ours.yaml:3: questions[ST4].seen: shipped/newer.yaml:")
    assert str(advice).endswith(f" has changed since: read it again, then write {now}")


def test_what_an_overlay_breaks_below_is_said_at_its_own_line(tmp_path: Path) -> None:
    below = "shipped/small_playbook.yaml"
    text = SMALL.read_text("utf-8")
    line = text.count("\n", 0, text.index("    when: {ST1.state: [agreed, asked]}")) + 1
    said = faults(
        tmp_path,
        "questions:\n  - id: ST1\n    fields:\n      - id: state\n"
        "        choices: [{id: asked, remove: true}]\n"
        "    verdict:\n      - {verdict: gap, when: {reason: no_need}}\n"
        "      - {verdict: ready, when: {state: agreed}}\n      - {verdict: gap}\n",
    )
    assert said[0].startswith(
        "ours.yaml:6: questions[ST1].fields[state].choices[asked]: removed here, which breaks "
        f"{below}:{line}: questions[ST2].when.ST1.state: asked cannot be chosen"
    )


def test_what_needs_a_question_that_is_removed_is_named(tmp_path: Path) -> None:
    said = faults(tmp_path, "questions:\n  - {id: ST1, remove: true}\n")
    assert all(one.startswith("ours.yaml:3: questions[ST1]: removed here, which breaks ") for one in said)
    assert any("questions[ST2].when" in one and "there is no question ST1" in one for one in said)


def test_a_resource_that_is_removed_leaves_the_lists_that_name_it(tmp_path: Path) -> None:
    playbook = laid_over(tmp_path, "resources:\n  - {id: R10, remove: true}\n").playbook
    assert "R10" not in [one.id for one in playbook.resources]
    assert question(playbook, "ST1").resources == ["R01"]
    assert faults(
        tmp_path, "resources:\n  - {id: R10, remove: true}\nquestions:\n  - {id: ST1, resources: [R10]}\n"
    ) == ["ours.yaml:5: questions[ST1].resources[1]: there is no resource R10"]


def test_entries_move_and_lists_change_by_key_and_by_number(tmp_path: Path) -> None:
    playbook = laid_over(
        tmp_path,
        "questions:\n  - {id: ST2, before: ST1}\n"
        "  - id: ST1\n    roles: {add: [it], remove: [sponsor]}\n"
        '    verdict: {"4": {say: {en: "Nobody was asked yet."}}}\n',
    ).playbook
    keys = [one.id for one in playbook.questions]
    assert keys.index("ST2") + 1 == keys.index("ST1")
    changed_one = question(playbook, "ST1")
    assert changed_one.roles == ["project_lead", "it"]
    assert changed_one.verdict[3].say == {"de": "Niemand ist gefragt.", "en": "Nobody was asked yet."}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("questions:\n  - {id: ST1, new: true}\n", ":3: questions[ST1]: is there already (shipped/small_"),
        (
            "questions:\n  - {id: ST1, due: 3}\n  - {id: ST1, due: 9}\n",
            ":4: questions[ST1]: stands here twice",
        ),
        ("questions:\n  - {id: ST1, before: ST1}\n", ":3: questions[ST1].before: ST1 cannot stand before"),
        ("questions:\n  - {due: 3}\n", ":3: questions: an entry needs the id of what it changes"),
        ("questions:\n  - {id: ST1, after: ST99}\n", ":3: questions[ST1].after: shipped/small_playbook.yaml"),
        ("questions:\n  - {id: ST1, dew: 3}\n", ":3: questions[ST1].dew: there is no such field"),
        ("questions:\n  - {id: ST1, due: soon}\n", ":3: questions[ST1].due: must be a whole number"),
        ("questions:\n  - {id: ST1, remove: true, due: 3}\n", ":3: questions[ST1]: is removed: due says"),
        (
            "questions:\n  - {id: ST1, roles: {add: [sponsor]}}\n",
            ":3: questions[ST1].roles.add: sponsor is in",
        ),
        (
            "questions:\n  - {id: ST1, roles: {remove: [it]}}\n",
            ":3: questions[ST1].roles.remove: it is not in",
        ),
        ('questions:\n  - {id: ST1, verdict: {"9": {due: 3}}}\n', ":3: questions[ST1].verdict[9]: shipped/"),
        ("rolls: []\n", ":2: rolls: there is no such field"),
        ("factors: [{id: awareness, name: {de: &x Neu}}]\n", ":2: factors[0].name.de: the anchor &x"),
    ],
)
def test_a_fault_of_an_overlay_stands_at_its_own_file_and_line(tmp_path: Path, text: str, fault: str) -> None:
    assert faults(tmp_path, text)[0].startswith(f"ours.yaml{fault}")


def test_a_language_is_added_sentence_by_sentence_and_hundreds_that_lack_are_summed_up(
    tmp_path: Path,
) -> None:
    with pytest.raises(PlaybookFaults) as caught:
        laid_over(
            tmp_path, "languages: {add: [fr]}\nroles:\n  - {id: it, name: {fr: Informatique}}\n", SHIPPED
        )
    assert len(caught.value.faults) > 1000
    lines = caught.value.lines()
    assert len(lines) == 4
    assert all(line.endswith("lacks fr") for line in lines)
    assert lines[-1].startswith("shipped/playbook.yaml: ... and 1,")
    assert not any("roles[it].name" in str(one) for one in caught.value.faults)


def test_overlays_stand_on_one_another_and_never_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text("extends: shipped\nquestions:\n  - {id: ST1, due: 3}\n", "utf-8")
    path = tmp_path / "team.yaml"
    path.write_text("extends: house.yaml\nquestions:\n  - {id: ST1, lead: 4}\n", "utf-8")
    found = question(inspect_playbook(path, shipped=SMALL).playbook, "ST1")
    assert (found.due, found.lead) == (3, 4)
    path.write_text("extends: team.yaml\n", "utf-8")
    with pytest.raises(PlaybookFaults, match="files that extend one another"):
        inspect_playbook(path)


def test_an_entry_is_shown_as_it_stands_in_the_end_and_from_where(tmp_path: Path) -> None:
    path = lines_of_overlay(tmp_path)
    rows = shown(path, "ST4")
    assert rows[0].startswith("questions[ST4] (seen: v")
    assert any(row.startswith("ours.yaml:3 ") and 'en: "Who helps at the next desk?"' in row for row in rows)
    assert any(row.startswith("shipped/playbook.yaml:") and row.endswith("need: must") for row in rows)
    assert shown(path, "TR3") == ["questions[TR3] is removed by ours.yaml:4"]
    assert shown(path, "ST44") == []
    assert next(row for row in shown(path, "stakeholders") if "seen: " in row).startswith("factors[")


def test_a_mark_is_another_one_as_soon_as_anything_is_changed(tmp_path: Path) -> None:
    (other := tmp_path / "other.yaml").write_text(changed(("due: 15", "due: 16")), "utf-8")
    marks = [seen_mark(read_layers(path).source.data["questions"]) for path in (SMALL, SMALL, other)]
    assert marks[0] == marks[1] != marks[2]
