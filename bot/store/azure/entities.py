"""Turns rows into entities of Azure Table storage, and back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from azure.data.tables import EdmType, EntityProperty, TableEntity

from bot.core.ports import Column, Row
from bot.store.keys import RESERVED

Property = str | int | float | bool | datetime | EntityProperty


def entity_of(partition: str, key: str, columns: Mapping[str, Column]) -> dict[str, Property]:
    """The entity; a column without a value is left out."""
    entity: dict[str, Property] = {"PartitionKey": partition, "RowKey": key}
    for name, value in columns.items():
        if isinstance(value, int) and not -(2**31) <= value < 2**31:
            entity[name] = EntityProperty(value, EdmType.INT64)
        elif value is not None:
            entity[name] = value
    return entity


def row_of(entity: TableEntity) -> Row:
    """The row, with its columns as they were given."""
    columns = {name: _column(value) for name, value in entity.items() if name not in RESERVED}
    return Row(entity["PartitionKey"], entity["RowKey"], columns, etag_of(entity))


def etag_of(entity: TableEntity) -> str:
    return entity.metadata["etag"] or ""


def _column(value: Property) -> Column:
    if isinstance(value, EntityProperty):
        number: int = value.value
        return number
    if isinstance(value, datetime):
        # The SDK's own subclass would be sent back with the digits it came with.
        return datetime.combine(value.date(), value.timetz())
    return value
