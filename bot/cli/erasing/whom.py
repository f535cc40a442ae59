"""Whom an operator means: all ids and keys of a person who is named by one of them."""

from __future__ import annotations

import re

from bot.core.keys import person_key
from bot.kept.forgetting.walk import keys_known
from bot.settings import Settings

_ID = re.compile(r"(?=.*[\d-])[\w.:|-]+")
NO_ID = "name the person by their object id"


def is_object_id(person: str) -> bool:
    """True where `[TENANT/]OBJECT_ID` names somebody by an id: a name or an address would be looked for in
    what people wrote, and taken out of it for good."""
    return _ID.fullmatch(person.strip().rpartition("/")[2]) is not None


def keys_and_ids(settings: Settings, person: str, tenant: str = "") -> tuple[set[str], list[str]]:
    """The keys and the object ids of somebody who is named as `[TENANT/]OBJECT_ID`; the tenant may stand by
    itself."""
    named, _, own = person.strip().rpartition("/")
    tenant = tenant or named
    ids = list(dict.fromkeys((own, own.lower(), *settings.ids_of(own))))
    known = (keys for one in ids for keys in settings.keys_of(person_key(tenant or settings.app_tenant, one)))
    return {*known, *keys_known(ids, (tenant,) if tenant else ())}, ids
