"""How heavy the rules are today: their own severity, unless the steward put one back to a note."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from khedmat.cards.models import SeverityChange
from khedmat.cards.rules.engine import RULES_VERSION
from khedmat.cards.rules.rule import SEVERITIES, Finding, Severity

_SEVERITY: dict[str, Severity] = {one: one for one in SEVERITIES}
CHANGEABLE = "A"  # a blocker is never waived, and a note has nothing below it


class Weights(NamedTuple):
    """`version`: that of the rules, and after a dot how often the steward changed one. `said`: rule → severity."""

    version: str
    said: Mapping[str, Severity]

    def of(self, rule: str, own: Severity) -> Severity:
        return self.said.get(rule, own) if own == CHANGEABLE else own

    def laid_on(self, found: Iterable[Finding]) -> list[Finding]:
        """A finding whose severity stays is the same object."""
        heavy = [(one, self.of(one.rule, one.severity)) for one in found]
        return [one if one.severity == now else replace(one, severity=now) for one, now in heavy]


def weights() -> Weights:
    """One question."""
    changes = list(SeverityChange.objects.order_by("pk").values_list("rule", "severity"))
    version = f"{RULES_VERSION}.{len(changes)}" if changes else RULES_VERSION
    return Weights(version, {rule: _SEVERITY[said] for rule, said in changes})
