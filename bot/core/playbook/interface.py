"""An operator's own sentences of the interface (SSAT_TEXTS), in any language: a file like texts.yaml."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.core.playbook.load import sorted_faults
from bot.core.playbook.source.faults import FilePlace, Found, PlaybookFaults
from bot.core.playbook.source.files import read_file
from bot.core.playbook.source.reader import read_source
from bot.core.texts import Texts, load_texts, placeholders


def spoken_texts(own: Path | None, languages: Iterable[str]) -> Texts:
    """The interface in every language of a playbook, with the sentences of the operator's file. Raises
    PlaybookFaults for those that cannot be used."""
    texts = load_texts()
    if own is not None:
        texts = texts.joined(own_sentences(texts, own))
    return texts.speaking(languages)


def own_sentences(texts: Texts, path: Path) -> dict[str, dict[str, str]]:
    """The sentences of the file by language and key. Raises PlaybookFaults with every fault: what the
    interface never says, and sentences that fill in something else than the English ones."""
    source = read_source(read_file(path), path.name)
    english = texts.by_language["en"].sentences
    found: list[Found] = []
    own: dict[str, dict[str, str]] = {}
    if source.data is not None and not isinstance(source.data, dict):
        found.append(Found((), "must be a mapping, as texts.yaml is"))
    for place, sentence in _leaves(source.data, ()):
        *keys, language = place
        key = ".".join(map(str, keys))
        if key not in english:
            found.append(Found(place, f"the interface has no sentence {key or language}"))
        elif not isinstance(sentence, str) or not sentence.strip():
            found.append(Found(place, "must be a sentence"))
        elif message := _misfilled(sentence, english[key]):
            found.append(Found(place, message))
        else:
            own.setdefault(str(language), {})[key] = sentence
    if faults := sorted_faults(source, found, path.name):
        raise PlaybookFaults(faults)
    return own


def _leaves(value: Any, place: FilePlace) -> Iterator[tuple[FilePlace, Any]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*place, key))
    elif place:
        yield place, value


def _misfilled(sentence: str, english: str) -> str:
    """The reason why a sentence cannot be filled in as the English one is; empty where it can."""
    wanted = placeholders(english)
    try:
        given = placeholders(sentence)
    except ValueError:
        return "has a brace that is not closed"
    if given == wanted:
        return ""
    return f"must fill in {', '.join(sorted(wanted)) or 'nothing'}, as the English sentence does"


def unspoken(texts: Texts, own: dict[str, dict[str, str]], languages: list[str]) -> list[str]:
    """A line for each language of a playbook in which the interface speaks English, wholly or in part."""
    lines = []
    for language in languages:
        if language in texts.by_language:
            continue
        total = len(texts.by_language["en"].sentences)
        lacking = total - len(own.get(language, {}))
        if lacking:
            said = f"{lacking:,} of {total:,} sentences of the interface"
            lines.append(f"{language}: {said} are missing (SSAT_TEXTS), the bot says them in English")
    return lines
