"""Every rule that there is, of the engine and beside it, as people read them."""

from khedmat.cards import standing_checks
from khedmat.cards.rules import engine
from khedmat.cards.rules.rule import Entry

ENTRIES: tuple[Entry, ...] = tuple(sorted((*engine.RULES, *standing_checks.RULES), key=lambda entry: entry.id))
BY_ID: dict[str, Entry] = {entry.id: entry for entry in ENTRIES}
