"""Words of a permit: what is done with it, and what it is called."""

from khedmat.core.persian import squeeze
from khedmat.core.sequences import first_where

_ACTIONS = {
    "صدور": "issue",
    "تمدید": "renew",
    "اصلاح": "amend",
    "لغو": "cancel",
    "ابطال": "cancel",
    "احیا": "revive",
    "احیاء": "revive",
    "تجدید": "renew",
}
_LETTERS = {squeeze(word): action for word, action in _ACTIONS.items()}
_KINDS = ("پروانه", "جواز", "گواهینامه", "گواهی", "استعلام", "موافقت", "مجوز", "کارت", "تاییدیه")


def action_of(text: str) -> str | None:
    """The action that a text begins with."""
    word = first_where(squeeze(text).startswith, _LETTERS)
    return _LETTERS[word] if word else None


def kind_of(title: str | None) -> str | None:
    """The word of the definition of a permit that its title names."""
    words = (title or "").split()
    return first_where(lambda kind: any(word.startswith(kind) for word in words), _KINDS)
