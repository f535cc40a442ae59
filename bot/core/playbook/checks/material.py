"""The resources of a playbook: addresses, replacements, and who may see them where."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.playbook.checks.addresses import address_fault
from bot.core.playbook.model.playbook import Playbook, Resource
from bot.core.playbook.source.faults import Found

_USABLE = ("working", "unchecked")


def material_faults(playbook: Playbook) -> list[Found]:
    """The faults of the resources, and of those that questions offer and share."""
    resources = {resource.id: resource for resource in playbook.resources}
    found: list[Found] = []
    for position, resource in enumerate(playbook.resources):
        place = ("resources", position)
        if resource.url is not None and (message := address_fault(resource.url)):
            found.append(Found((*place, "url"), message))
        if resource.source is not None:
            # The page's own address, kept to compare with and never linked: it may be old, or relative.
            message = address_fault(resource.source, ("https", "http"), relative=True)
            found += [Found((*place, "source"), message)] if message else []
        found += [Found((*place, "replacement"), message) for message in _replacement(resource, resources)]
        found += [Found((*place, "official"), message) for message in _official(resource, resources)]
    return found + list(_audience(playbook, resources))


def _replacement(resource: Resource, resources: dict[str, Resource]) -> Iterator[str]:
    if resource.replacement is not None:
        yield from _stand_in(resource, resource.replacement, resources)
    elif resource.status not in _USABLE:
        yield f"is missing: {resource.id} is {resource.status}"


def _official(resource: Resource, resources: dict[str, Resource]) -> Iterator[str]:
    if resource.official is None:
        return
    yield from _stand_in(resource, resource.official, resources)
    other = resources.get(resource.official)
    if other is not None and other.audience == "fm" and resource.audience != "fm":
        yield f"{other.id} is for the FM alone, {resource.id} is not"


def _stand_in(resource: Resource, key: str, resources: dict[str, Resource]) -> Iterator[str]:
    other = resources.get(key)
    if other is None:
        yield f"there is no resource {key}"
    elif other.id == resource.id:
        yield f"{resource.id} cannot replace itself"
    elif other.status not in _USABLE:
        yield f"{other.id} is {other.status} itself"
    elif other.url is None:
        yield f"{other.id} has no address of its own"


def _audience(playbook: Playbook, resources: dict[str, Resource]) -> Iterator[Found]:
    for position, question in enumerate(playbook.questions):
        place = ("questions", position)
        offered = [resources[key] for key in question.resources if key in resources]
        if offered and question.roles != ["fm"] and all(one.audience == "fm" for one in offered):
            message = "only the FM sees these: add one that those who are asked can open"
            yield Found((*place, "resources"), message)
        for number, rule in enumerate(question.verdict):
            at = (*place, "verdict", number, "share")
            hidden = [key for key in rule.share if key in resources and resources[key].audience == "fm"]
            yield from (Found(at, f"{key} is for the FM, not for the channel") for key in hidden)
