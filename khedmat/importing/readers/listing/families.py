"""Main services and their sub-services by the digits of their IDs."""

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from khedmat.cards.form import ListedService
from khedmat.importing.readers.values import service_ids


def under_mains(rows: list[ListedService]) -> list[ListedService]:
    """Each sub-service with its parent: the main service of its family (CCCC), else the last one above it."""
    codes = [row.service_id for row in rows]
    parents = _parents(codes)
    return [row.model_copy(update={"parent_service_id": parent}) for row, parent in zip(rows, parents, strict=True)]


def _parents(codes: list[str | None]) -> Iterator[str | None]:
    mains = _mains(filter(None, codes))
    above: str | None = None
    for code in codes:
        if _is_part(code):
            yield mains.get(_family(code), above)
        else:
            above = code or above
            yield None


def _is_part(code: str | None) -> TypeGuard[str]:
    return code is not None and not service_ids.is_main(code)


def _mains(codes: Iterable[str]) -> dict[str, str]:
    """family → its main service, wherever the list prints it; the first of several."""
    return {_family(code): code for code in reversed(list(filter(service_ids.is_main, codes)))}


def _family(code: str) -> str:
    return code[4:8]
