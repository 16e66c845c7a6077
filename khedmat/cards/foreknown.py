"""What somebody who looks at versions has asked for all of them at once, or in the question that fetched them.

A condition looks here before it asks for its one version. An action fetches its version anew, so it never finds any.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from khedmat.cards.models import ServiceVersion

T = TypeVar("T")


def foreknown(version: ServiceVersion, fact: str, ask: Callable[[], T]) -> T:
    known: dict[str, Any] = vars(version) | vars(version).get("_foreknown", {})
    return known[fact] if fact in known else ask()


def foretell(version: ServiceVersion, fact: str, value: Any) -> None:
    version.__dict__.setdefault("_foreknown", {})[fact] = value
