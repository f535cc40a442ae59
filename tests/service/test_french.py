"""A third language from end to end: five questions of a French playbook, the interface partly translated."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

from tests.service.process import run_command

FILES = Path(__file__).parents[1] / "core" / "playbook"
FRENCH = {"SSAT_PLAYBOOK": str(FILES / "french.yaml")}
WITH_TEXTS = {**FRENCH, "SSAT_TEXTS": str(FILES / "french_texts.yaml")}
ANSWERS = "\n\n\n1\n\n3\n\n1\n\nsalle 4\n\n1\n\nq\n"
"""The setup as proposed, then each of the five questions with the button that saves it."""
QUESTIONS = (
    "La direction soutient-elle le projet ?",
    "Combien de référents avez-vous ?",
    "Le plan de formation est-il prêt ?",
    "Où se tiennent les formations ?",
    "Ce résultat est-il juste ?",
)


async def played(
    folder: Path, settings: dict[str, str], *options: str, entered: str = ANSWERS
) -> tuple[str, str]:
    """What the terminal says, and what it complains of."""
    ran = await run_command(folder, settings, "talk", *options, typed=entered)
    return ran.out, ran.err


async def test_five_questions_are_asked_answered_and_summed_up_in_french(tmp_path: Path) -> None:
    said, errors = await played(tmp_path, WITH_TEXTS, "--lang", "fr")
    assert errors == ""
    places = [said.index(f"# {question}") for question in QUESTIONS]
    assert places == sorted(places)
    assert "[Enregistrer et continuer*]" in said
    assert "[Je ne sais pas]" in said
    assert "Merci, vous avez terminé." in said
    assert "# Résultat de l'atelier" in said
    assert "Parties prenantes ●● 2" in said
    assert said.endswith("Fin. Rien n'est conservé.\n")


async def test_without_sentences_of_its_own_the_interface_speaks_english_around_french_questions(
    tmp_path: Path,
) -> None:
    said, errors = await played(tmp_path, FRENCH, "--lang", "fr")
    assert errors == ""
    assert f"# {QUESTIONS[-1]}" in said
    assert "[Save and continue*] [I don't know]" in said


async def test_one_question_is_seen_at_once(tmp_path: Path) -> None:
    said, errors = await played(tmp_path, WITH_TEXTS, "--lang", "fr", "--question", "TR2", entered="q\n")
    assert errors == ""
    assert f"# {QUESTIONS[3]}" in said
    assert QUESTIONS[0] not in said
    _, refused = await played(tmp_path, WITH_TEXTS, "--lang", "fr", "--question", "TR9", entered="")
    assert refused == "--question: the playbook has no question TR9\n"
    _, refused = await played(tmp_path, WITH_TEXTS, "--lang", "it", entered="")
    assert refused == "--lang: the playbook does not speak it, but fr\n"


async def test_check_names_the_language_in_which_sentences_of_the_interface_are_missing(
    tmp_path: Path,
) -> None:
    none, some = await asyncio.gather(
        run_command(tmp_path, FRENCH, "check"), run_command(tmp_path, WITH_TEXTS, "check", "--as", "json")
    )
    assert (none.code, some.code) == (0, 0)
    assert none.err.startswith("warning: fr: ")
    assert "sentences of the interface are missing (SSAT_TEXTS)" in none.err
    (warning,) = json.loads(some.out)["warnings"]
    lacking, total = (int(word.replace(",", "")) for word in warning["message"].split() if word[0].isdigit())
    assert total - lacking == 6


async def test_sentences_that_cannot_be_used_are_faults_with_their_line(tmp_path: Path) -> None:
    text = 'banner:\n  thanks: {fr: "Merci, {name}."}\n  thank: {fr: "Merci."}\nbutton:\n  answer: {fr: 5}\n'
    (tmp_path / "fr.yaml").write_text(text, encoding="utf-8")
    ran = await run_command(tmp_path, {**FRENCH, "SSAT_TEXTS": "fr.yaml"}, "check")
    assert ran.code == 1
    assert [line for line in ran.err.splitlines() if line.startswith("fr.yaml:")] == [
        "fr.yaml:2: banner.thanks.fr: must fill in nothing, as the English sentence does",
        "fr.yaml:3: banner.thank.fr: the interface has no sentence banner.thank",
        "fr.yaml:5: button.answer.fr: must be a sentence",
    ]
