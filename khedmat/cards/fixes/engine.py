"""Which rules have a fix, and the one function that gives them."""

from collections.abc import Iterable
from functools import cache, partial
from typing import Protocol

from khedmat.cards.fixes import (
    addresses,
    agencies,
    drawing,
    figures,
    leftovers,
    money,
    papers,
    permits,
    service,
    texts,
    ways,
)
from khedmat.cards.fixes.fix import Fix, Fixer
from khedmat.cards.form import Document
from khedmat.cards.rules.engine import breaches
from khedmat.cards.rules.rule import Breach

Broken = dict[tuple[str, str], Breach]

# A rule that is not here asks for what only the author knows: docs/domains/rules.md says it of each.
FIXES: dict[str, Fixer] = {
    "I02": service.no_code,
    "C02": drawing.empty_section,
    "K01": texts.respelt,
    "K02": texts.explained,
    "K03": texts.without_placeholder,
    "K04": texts.folded,
    "K05": leftovers.nothing_else,
    "A01": service.same_people,
    "A02": service.named_events,
    "L01": service.national_level,
    "L02": service.provincial_level,
    "S01": service.also_requested,
    "D02": papers.one_a_line,
    "D04": papers.not_asked,
    "G04": papers.not_cited_twice,
    "M01": money.free,
    "M02": money.zero_is_free,
    "M03": money.free_or_priced,
    "M04": money.paid_online,
    "M05": money.paid_to_the_account,
    "M08": money.fee_of_one,
    "T01": figures.duration_unit,
    "T02": figures.whole_duration,
    "T04": figures.ends_swapped,
    "F01": figures.once_or_again,
    "F02": figures.frequency_period,
    "F04": figures.volume_period,
    "V01": leftovers.nobody_comes,
    "V05": leftovers.needless_reason,
    "V07": leftovers.needless_reasons,
    "X01": ways.stage_agrees,
    "U02": addresses.real_address,
    "U04": addresses.safe_address,
    "H01": leftovers.no_counter_office,
    "O01": agencies.one_a_row,
    "O03": agencies.nearest_names,
    "O04": agencies.one_carrier,
    "O05": papers.not_asked,
    "P01": permits.never_renewed,
    "P02": permits.shared_as_form_2_says,
    "P05": permits.permit_on_paper,
    "P10": service.no_permit,
    "B01": drawing.as_listed,
    "B02": drawing.without_task,
}


class Found(Protocol):
    """A finding, fresh from the rules or kept with a version."""

    @property
    def rule(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def message(self) -> str: ...


def fixes_of(found: Found, document: Document) -> tuple[Fix, ...]:
    """The buttons of a finding; none where the document has changed and breaks the rule no more in this way."""
    return fixes_for([found], document)[0]


def fixes_for(findings: Iterable[Found], document: Document) -> list[tuple[Fix, ...]]:
    """The buttons of each finding. Each rule looks at the document once, however many findings it has."""
    broken = cache(partial(_broken, document))
    return [tuple(_fixes(found, document, broken(found.rule))) for found in findings]


def _fixes(found: Found, document: Document, broken: Broken) -> Iterable[Fix]:
    breach = broken.get((found.field, found.message))
    return FIXES[found.rule](document, breach) if breach else ()


def _broken(document: Document, rule: str) -> Broken:
    """Field and words of a rule's findings → the breach."""
    found = breaches(rule, document) if rule in FIXES else ()
    return {(said.field, said.message): breach for said, breach in found}
