"""Pages and what they were made into, as they pass between the confined child and its parent."""

import json
from dataclasses import fields
from typing import Any


def packed(found: Any) -> bytes:
    """As JSON: named tuples as lists, blocks by the names of their fields."""
    return json.dumps(found, default=_fields).encode()


def _fields(found: Any) -> dict[str, Any]:
    return {field.name: getattr(found, field.name) for field in fields(found)}
