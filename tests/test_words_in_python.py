"""No sentence for people stands in Python: they stand in the playbook and in texts.yaml."""

from __future__ import annotations

import ast
import re

from tests.words_in_code import sources, strings

EXCEPTED_FILES = {
    "bot/core/playbook/": "says to authors what is wrong with their file",
    "bot/teams/inbound/readiness.py": "says to the log why the service is not ready",
    "bot/core/typed/": "lists words that people type for numbers and days; it says none of them",
}
EXCEPTED_TEXTS = {
    "dd.MM.yyyy, HH:mm": "a pattern of dates",
    "d MMM yyyy, HH:mm": "a pattern of dates",
    "no token for the connector": "an outcome in the log",
}
_WORD = re.compile(r"[^\W\d_]{2,}")


def test_no_sentence_for_people_stands_in_python() -> None:
    found = []
    for path, tree in sources("bot/core", "bot/teams", "cards", "dialogs"):
        if path.startswith(tuple(EXCEPTED_FILES)):
            continue
        for line, text in strings(tree):
            if len(_WORD.findall(text)) >= 3 and " " in text.strip():
                found.append((text, f"{path}:{line}"))
    assert [one for one in found if one[0] not in EXCEPTED_TEXTS] == []
    assert {text for text, _ in found} == set(EXCEPTED_TEXTS), "an exception that nobody needs any more"


def test_a_sentence_in_python_is_noticed() -> None:
    lines = ['"""Say it to them."""', 'log.info("said to them all")', 'hello = f"Hello {name} and all"']
    tree = ast.parse("\n".join(lines))
    assert [text for _, text in strings(tree)] == ["Hello * and all"]
