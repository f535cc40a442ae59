"""The list of states follows the country, also in a client that keeps the options of a list in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from bot.core.playbook.book import Book
from tests.world import World

COUNTRIES = {"AT": "Kärnten", "CH": "Zürich", "US": "Texas", "DE": "Bayern"}


def lists(node: Any, place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The place and the node of every list of states in a card."""
    if isinstance(node, dict):
        if node.get("id") == "state":
            yield place, node
        for name, one in node.items():
            yield from lists(one, f"{place}.{name}")
    elif isinstance(node, list):
        for number, one in enumerate(node):
            yield from lists(one, f"{place}.{number}")


async def test_each_country_brings_its_own_list_to_another_place_than_the_last_one(book: Book) -> None:
    anna = World(book).person("anna", locale="de-DE")
    await anna.says("/ssat")
    await anna.does("lead")
    places = [place for place, _ in lists(anna.card)]
    for country, state in COUNTRIES.items():
        await anna.does("setup_next", {"customer": "Contoso", "services": "teams", "country": country})
        [(place, drawn)] = lists(anna.card)
        assert state in [one["title"] for one in drawn["choices"]]
        assert drawn["value"] not in ("", state)
        places.append(place)
    assert all(before != after for before, after in pairwise(places)), places
    await anna.does("setup_next", {"state": "BY"})
    assert not [*lists(anna.card)]
