"""The rules that need registers, days or other cards: the one list that is asked wherever findings are stored.

A new one is a StandingRule in the RULES of the slice that knows the answer, its module in FAMILIES, and one test. It
never speaks in `khedmat check`, which touches no database.
"""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from khedmat.cards.beside import findings as beside
from khedmat.cards.copies import findings as copies
from khedmat.cards.documents import findings as documents
from khedmat.cards.feedback import findings as feedback
from khedmat.cards.freshness import findings as freshness
from khedmat.cards.laws import findings as laws
from khedmat.cards.links import findings as links
from khedmat.cards.looking import Looked
from khedmat.cards.rules.rule import Finding, finding
from khedmat.cards.standing_check import Asked, StandingRule, Together
from khedmat.cards.succession import findings as succession
from khedmat.cards.titles import assent
from khedmat.cards.titles import findings as titles
from khedmat.cards.twins import findings as twins
from khedmat.cards.yardsticks import findings as yardsticks

FAMILIES = (assent, titles, freshness, links, succession, documents, laws, feedback, beside, copies, twins, yardsticks)
RULES: tuple[StandingRule, ...] = tuple(chain.from_iterable(family.RULES for family in FAMILIES))


def standing_findings(looked: Iterable[Looked], *, on: date) -> list[list[Finding]]:
    """What stands against each version on a day, in no order; a rule that has nothing to ask says nothing."""
    return list(map(_against, Together(looked, on=on).asked))


def _against(asked: Asked) -> list[Finding]:
    return [finding(rule, breach) for rule in RULES for breach in rule.condition(asked)]
