"""What a dismissal is tied to: a rule, a field, what was found there and all that the boxes of the field say.

A word that changes in the box, or in another that the finding names, makes another finding: that one is open.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from khedmat.cards.editing import boxes_of, whole
from khedmat.cards.form import Document
from khedmat.cards.score.parts import Found


class Fingerprints:
    """Of the findings of one document; its boxes are made once, and only where one is asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document

    @cached_property
    def _boxes(self) -> Mapping[str, Any]:
        return boxes_of(self.document)

    def of(self, found: Found) -> str:
        """64 hexadecimal digits."""
        said = [found.rule, found.field, found.message, self._said_at(found.field)]
        plain = json.dumps(said, ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(plain.encode()).hexdigest()

    def _said_at(self, field: str) -> dict[str, Any]:
        """The boxes below a field, or the one that it stands in."""
        place = f"{whole(field)}." if field else ""
        near = {path: f"{path}." for path in self._boxes if place}
        return {path: self._boxes[path] for path, box in near.items() if box.startswith(place) or place.startswith(box)}
