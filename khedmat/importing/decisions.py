"""What an import does with one paper: add, change, leave, refuse, and why."""

from collections.abc import Sequence
from operator import attrgetter

from khedmat.core.sequences import first_where
from khedmat.importing.decision import Decision, say
from khedmat.importing.enums import What
from khedmat.importing.holdings import AS_IMPORTED, BY_HAND, NO_DRAFT, KnownList, KnownService, RowKey, row_keys
from khedmat.importing.known import Known
from khedmat.importing.paper import Paper
from khedmat.importing.sentences import (
    AMBIGUOUS,
    BESIDE,
    HELD,
    INSTEAD,
    NEWER_LIST,
    OLDER_LIST,
    READ_ANEW,
    SAME,
    SAME_LIST,
    TAKEN,
    TWO_LISTS,
    WRITTEN_BY_HAND,
)
from khedmat.organizations.models import Organization

SAME_LISTS = {False: SAME_LIST, True: OLDER_LIST}
CASES = {  # whether this file was the last to be taken in, or ever; what became of the draft
    (None, NO_DRAFT): (What.CHANGE, BESIDE),
    (None, AS_IMPORTED): (What.CHANGE, INSTEAD),
    (None, BY_HAND): (What.REFUSE, WRITTEN_BY_HAND),
    (True, AS_IMPORTED): (What.CHANGE, READ_ANEW),
}
PASSED = (What.LEAVE, TAKEN)


def decide(paper: Paper, owner: Organization, known: Known) -> Decision:
    """The same answer whoever asks and however often, as long as the register stays as it is."""
    if paper.kind == "permit_list":
        return _of_list(paper, known.lists(owner))
    if holder := known.alien_holder(paper, owner):
        return say(What.REFUSE, HELD, code=paper.code, agency=holder.owner.name)
    return _of_card(paper, known.services(paper, owner))


def _of_card(paper: Paper, services: Sequence[KnownService]) -> Decision:
    if not services:
        return Decision(What.ADD)
    if len(services) > 1:
        return say(What.REFUSE, AMBIGUOUS, services="، ".join(str(one.service.pk) for one in services))
    return _compare(paper, services[0])._replace(service=services[0])


def _compare(paper: Paper, known: KnownService) -> Decision:
    if same := known.version_that_says(paper.digest):
        return say(What.LEAVE, SAME, number=same.number, stage=same.get_stage_display())
    current = known.current
    if current is None:
        return Decision(What.CHANGE)
    what, sentence = CASES.get((known.took_last(paper), known.draft_state), PASSED)
    return say(what, sentence, number=current.number, stage=current.get_stage_display())


def _of_list(paper: Paper, lists: Sequence[KnownList]) -> Decision:
    if same := first_where(lambda one: one.row.sha256 == paper.digest, lists):
        return say(What.LEAVE, SAME_LISTS[same.is_replaced])
    if taken := first_where(lambda one: one.took(paper), reversed(lists)):
        return _reread(taken)
    return _by_rows(paper_keys(paper), lists)


def _reread(one: KnownList) -> Decision:
    if one.is_replaced:
        return say(What.LEAVE, TAKEN)
    return say(What.CHANGE, READ_ANEW)._replace(replaces=one.row.pk)


def _by_rows(keys: set[RowKey], lists: Sequence[KnownList]) -> Decision:
    near = list(filter(lambda one: one.may_be_replaced_by(keys), lists))
    if not near:
        return Decision(What.ADD)
    if len(near) > 1:
        return say(What.REFUSE, TWO_LISTS, lists=len(near))
    return say(What.CHANGE, NEWER_LIST, gone=len(near[0].keys - keys))._replace(replaces=near[0].row.pk)


def paper_keys(paper: Paper) -> set[RowKey]:
    return row_keys(map(attrgetter("title", "action"), paper.permits))
