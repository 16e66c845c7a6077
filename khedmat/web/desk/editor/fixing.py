"""The buttons beside a finding: which fix each stands for, and what pressing it asks."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

from khedmat.cards.actions import Asked
from khedmat.cards.fixes import Fix, fixes_for
from khedmat.cards.form import Document
from khedmat.organizations.at_hand import register_at_hand


@register_at_hand()
def buttons(findings: Sequence[Any], document: Document) -> list[list[tuple[str, str]]]:
    """For each finding its buttons: (value, words)."""
    return [
        [(_name(found, place), fix.label) for place, fix in enumerate(fixes)]
        for found, fixes in zip(findings, fixes_for(findings, document), strict=True)
    ]


def pressed(button: str, findings: Sequence[Any], document: Document) -> Asked | None:
    """What the fix of a button writes; None when its finding is gone meanwhile."""
    fixes = _by_button(findings, document)
    fix = fixes.get(button)
    return Asked(fix.changes, decided=fix.settles) if fix else None


def field_of(button: str) -> str:
    """Of what the finding of a button speaks; empty for a button of another kind."""
    _rule, _bar, rest = button.partition("|")
    return rest.partition("|")[0]


@register_at_hand()
def _by_button(findings: Sequence[Any], document: Document) -> dict[str, Fix]:
    pairs = zip(findings, fixes_for(findings, document), strict=True)
    return {_name(found, place): fix for found, fixes in pairs for place, fix in enumerate(fixes)}


def _name(found: Any, place: int) -> str:
    """One rule may speak twice of one box: its words tell which time is meant."""
    return f"{found.rule}|{found.field}|{crc32(found.message.encode()):x}|{place}"
