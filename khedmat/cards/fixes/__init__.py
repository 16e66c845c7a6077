"""«Fix it»: what one press of a button writes where a fix is certain or a plain choice. Pure."""

from khedmat.cards.fixes.engine import fixes_for, fixes_of
from khedmat.cards.fixes.fix import Fix

__all__ = ["Fix", "fixes_for", "fixes_of"]
