"""The forms in which a text may name a person, and the words that take their place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from bot.core.reading.taken_out import REMOVED

_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
_BEHIND = re.compile(r"\s*[(\[|].*$")
_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
_SHORTEST = 2


class Names:
    """Some names of one person, to be found in texts: as they are told, the other way round, without what
    stands behind them in brackets, and as the beginning of an e-mail address."""

    def __init__(self, names: Iterable[str], others: Iterable[str] = ()) -> None:
        """`others` are found just as they are: an address, a nickname."""
        known = {one.strip() for one in names if len(one.strip()) >= _SHORTEST and one.strip() != REMOVED}
        self.forms = frozenset(form for name in known for form in _forms(name))
        whole = sorted({*self.forms, *(one.strip() for one in others if one.strip())}, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_found_as, whole)), re.IGNORECASE) if whole else None
        self._addresses = frozenset(one for form in self.forms for one in _before_the_at(form))

    def without(self, text: str) -> str:
        """The text in which they are not named any more."""
        if self._addresses and "@" in text:
            text = _ADDRESS.sub(self._address, text)
        return self._pattern.sub(REMOVED, text) if self._pattern else text

    def without_end(self, text: str) -> str:
        """The same of a text that was cut, perhaps in the middle of a name."""
        text, folded = self.without(text), text.casefold()
        for form in self.forms:
            for length in range(len(form) - 1, _SHORTEST, -1):
                begin = len(text) - length
                if folded.endswith(form[:length].casefold()) and not text[begin - 1 : begin].isalnum():
                    return text[:begin] + REMOVED
        return text

    def _address(self, found: re.Match[str]) -> str:
        local = found[0].partition("@")[0]
        return REMOVED if _plain(local) in self._addresses else found[0]


def _forms(name: str) -> Iterator[str]:
    plain = _BEHIND.sub("", name).strip() or name
    yield from dict.fromkeys((name, plain))
    last, comma, first = plain.partition(",")
    words = plain.split()
    if comma and first.strip():
        yield f"{first.strip()} {last.strip()}"
    elif len(words) > 1:
        yield f"{words[-1]}, {' '.join(words[:-1])}"
        yield f"{words[-1]} {' '.join(words[:-1])}"


def _found_as(form: str) -> str:
    words = r"\s+".join(map(re.escape, form.split()))
    return rf"(?<!\w){words}(?!\w)"


def _before_the_at(form: str) -> Iterator[str]:
    """The local parts that an address of somebody of this name may have, without dots."""
    words = [_plain(word) for word in form.replace(",", " ").split()]
    words = [word for word in words if word]
    if not words:
        return
    yield "".join(words)
    if len(words) > 1:
        first, last = words[0], words[-1]
        yield from (first + last, first[0] + last)


def _plain(text: str) -> str:
    folded = "".join(_LETTERS.get(one, one) for one in text.casefold())
    return "".join(one for one in unicodedata.normalize("NFKD", folded) if one.isalnum())
