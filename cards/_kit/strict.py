"""The base of every element: refuses what the adaptivecards package would drop silently."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar
from urllib.parse import urlsplit

from adaptivecards.baseobject import BareObject, PropertyType
from adaptivecards.baseobject import Element as PackageElement


class Strict(BareObject):
    """An object of a card. Its properties are those declared by its class and the classes above."""

    _declared: ClassVar[Mapping[str, PropertyType]] = {}
    _given: ClassVar[Mapping[str, object]] = {}
    _plain: ClassVar[Mapping[str, tuple[type, str]]] = {}

    def __init_subclass__(cls) -> None:
        cls._declared = {
            name: value
            for base in reversed(cls.__mro__)
            for name, value in vars(base).items()
            if isinstance(value, PropertyType)
        }
        cls._given = _constructed(cls)
        # Properties that need no more than a look at the type: their type, and the key in the data.
        cls._plain = {
            name: (one.type, one.key_name)
            for name, one in cls._declared.items()
            if type(one) is PropertyType and isinstance(one.type, type)
        }

    def __init__(self, **properties: object) -> None:
        # What the package's own constructors would set, learned once a class: a card has many objects.
        data = dict(self._given)
        object.__setattr__(self, "_data", data)
        declared, plain = self._declared, self._plain
        for name, value in properties.items():
            if value is None:
                continue
            if name in plain and type(value) is plain[name][0]:
                data[plain[name][1]] = value
            elif name in declared:
                declared[name].__set__(self, value)
            else:
                raise TypeError(f"{type(self).__name__} has no property {name!r}")

    def render(self) -> dict[str, Any]:
        """The object as plain data, not a copy of it."""
        data: dict[str, Any] = self._data
        return data

    def __setattr__(self, name: str, value: object) -> None:
        if name != "_data" and name not in self._declared:
            raise TypeError(f"{type(self).__name__} has no property {name!r}")
        object.__setattr__(self, name, value)


def _constructed(cls: type[Strict]) -> Mapping[str, object]:
    """The properties that the package's own class sets in an object by itself: its type and the like."""
    packaged = next(
        base for base in cls.__mro__ if not issubclass(base, Strict) and issubclass(base, BareObject)
    )
    bare = BareObject.__new__(cls)
    packaged.__init__(bare)
    given: dict[str, object] = bare._data
    return given


class Element(Strict, PackageElement):
    """An element of a card's body."""


class Part(PropertyType):
    """A property that holds one object of a card, or the word "drop" where it is a fallback."""

    def __init__(self, key_name: str | None = None) -> None:
        self.type, self.key_name = (Strict, str), key_name

    def __set__(self, instance: Any, value: object) -> None:
        if isinstance(value, str):
            if (self.key_name, value) != ("fallback", "drop"):
                raise TypeError(f"{self.key_name} must be an object of a card (got {value!r})")
            instance.set_data(self.key_name, value)
        elif isinstance(value, Strict):
            instance.set_data(self.key_name, value.render())
        else:
            raise TypeError(f"{self.key_name} must be an object of a card (got {value!r})")


class Parts(PropertyType):
    """A property that holds a list of objects of a card, kept as their plain data."""

    def __init__(self, key_name: str | None = None) -> None:
        self.type, self.key_name = (list, tuple), key_name

    def __set__(self, instance: Any, value: Any) -> None:
        given = value if isinstance(value, self.type) else (None,)
        parts = [one.render() for one in given if isinstance(one, Strict)]
        if len(parts) != len(given):
            raise TypeError(f"{self.key_name} must be a list of objects of a card (got {value!r})")
        instance.set_data(self.key_name, parts)


class HttpsUrl(PropertyType):
    """An address that a click may open: https with a host, nothing else."""

    def __init__(self, key_name: str | None = None) -> None:
        self.type, self.key_name = str, key_name

    def __set__(self, instance: Any, value: object) -> None:
        if not isinstance(value, str) or not is_https(value):
            raise TypeError(f"{self.key_name} must be an https address (got {value!r})")
        instance.set_data(self.key_name, value)


def is_https(url: str) -> bool:
    """True where an address may be opened from a card."""
    if not url.startswith("https://") or not url.isprintable() or " " in url:
        return False
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False
