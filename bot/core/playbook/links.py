"""An operator's own addresses for resources (SSAT_LINKS): a YAML file of resource key -> https address."""

from __future__ import annotations

from pathlib import Path

from bot.core.playbook.checks.addresses import address_fault
from bot.core.playbook.load import sorted_faults
from bot.core.playbook.model.playbook import Playbook, Resource
from bot.core.playbook.source.faults import Found, PlaybookFaults
from bot.core.playbook.source.files import read_file
from bot.core.playbook.source.reader import read_source


def with_links(playbook: Playbook, path: Path) -> Playbook:
    """The playbook with these addresses in place of its own. Raises PlaybookFaults with every fault."""
    source = read_source(read_file(path), path.name)
    links: dict[str, str] = {}
    found: list[Found] = []
    keys = {resource.id for resource in playbook.resources}
    given = {} if source.data is None else source.data
    if not isinstance(given, dict):
        given = {}
        found.append(Found((), "must be a mapping of resource keys to addresses"))
    for key, address in given.items():
        message = "" if key in keys else f"the playbook has no resource {key}"
        if not message:
            message = address_fault(address) if isinstance(address, str) else "must be an address in quotes"
        if message:
            found.append(Found((key,), message))
        else:
            links[key] = address
    if faults := sorted_faults(source, found, path.name):
        raise PlaybookFaults(faults)
    resources = [_moved(one, links[one.id]) if one.id in links else one for one in playbook.resources]
    return playbook.model_copy(update={"resources": resources})


def _moved(resource: Resource, address: str) -> Resource:
    """A resource at the operator's address, which counts as working until somebody checks it."""
    return resource.model_copy(
        update={
            "url": address,
            "source": resource.source or resource.url,
            "status": "working",
            "checked": None,
            "replacement": None,
        }
    )
