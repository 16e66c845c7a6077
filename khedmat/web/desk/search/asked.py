"""What somebody typed into the box: words as they are compared, and the number it may be."""

from typing import Any, NamedTuple

from django.db.models import F, Func, Q, TextField, Value
from django.db.models.functions import Concat, Lower

from khedmat.cards.identifiers import bare, slips
from khedmat.core.letters import held
from khedmat.core.persian import fold_line, key, key_letters

LONGEST, MOST_WORDS = 200, 12
SHORTEST_NUMBER, LONGEST_NUMBER = 3, 12  # digits of an ID, or of a part of one


class Asked(NamedTuple):
    """`number`: its digits alone, when all of it may be an ID or a piece of one, whatever stands between them.

    `known`: what one finder learnt of these words and another needs too.
    """

    text: str
    words: tuple[Any, ...]
    number: str
    known: dict[str, Any]

    @property
    def slips(self) -> dict[str, str]:
        """IDs that may have been meant, and what would have happened to them."""
        return slips(self.number)

    def said_in(self, *texts: str) -> bool:
        """Whether all words stand somewhere in these texts."""
        known = key(" ".join(texts))
        return all(word in known for word in self.words)


def asked(text: str) -> Asked:
    text = fold_line(text[:LONGEST])
    number = bare(text)
    is_number = number.isascii() and number.isdigit() and SHORTEST_NUMBER <= len(number) <= LONGEST_NUMBER
    return Asked(text, tuple(dict.fromkeys(key(text).split()))[:MOST_WORDS], number if is_number else "", {})


def holds(*columns: Any, words: tuple[Any, ...]) -> dict[str, Any]:
    """Arguments of `annotate` and the condition that all words stand somewhere in these columns.

    Folded in the question: names of people, agencies and files are few, and keep no key of their own.
    """
    before, after = key_letters()
    parts = [part for column in columns for part in (F(column) if isinstance(column, str) else column, Value(" "))]
    whole, text = Concat(*parts, output_field=TextField()), TextField()
    folded = Lower(Func(whole, Value(before), Value(after), function="TRANSLATE", output_field=text))
    return {"folded": folded, "found": Q(*(held("folded", word) for word in words))}
