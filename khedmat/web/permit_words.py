"""The boxes of permit forms 1 and 2: what each is called and how its value is said."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY
from khedmat.web import glance, words

ACTIONS = tuple(VOCABULARY["permit_action"])


class Box(NamedTuple):
    """A column of the printed form: its name in the contract, its title and how its value is said."""

    path: str
    title: Promise
    say: Callable[[Any], str | None]
    list_name: str = ""


class Cell(NamedTuple):
    """What one row says in one box."""

    title: Promise
    text: str | None
    state: glance.State


DOCUMENTS = Box("documents", _("مدارک"), lambda row: row.documents)
VALIDITY = Box("validity", _("مدت اعتبار"), lambda row: row.validity)
FEE = Box("fee", _("هزینه"), lambda row: words.fee(row.fee))
DURATION = Box("duration", _("زمان تقریبی"), lambda row: words.permit_duration(row.duration))
ELECTRONIC = Box("electronic", _("الکترونیکی"), lambda row: words.yes_no(row.electronic))
PAPER = Box("non_electronic", _("غیرالکترونیکی"), lambda row: words.yes_no(row.non_electronic))
NOTES = Box("notes", _("توضیحات"), lambda row: row.notes)
FORM_ONE = (
    Box("legal_basis", _("مستند قانونی"), lambda row: row.legal_basis),
    DOCUMENTS,
    VALIDITY,
    FEE,
    Box("applicants", _("متقاضی"), lambda row: words.joined("applicant", row.applicants), "applicant"),
    Box(
        "process",
        _("فرایند صدور"),
        lambda row: words.joined("permit_process", filter(None, [row.process])),
        "permit_process",
    ),
    Box("supervisors", _("مراجع ناظر"), lambda row: row.supervisors),
    DURATION,
    ELECTRONIC,
    PAPER,
    Box("steps", _("مراحل انجام کار"), lambda row: row.steps),
    Box("conditions", _("شرایط"), lambda row: row.conditions),
    NOTES,
)
FORM_TWO = (DOCUMENTS, VALIDITY, FEE, DURATION, ELECTRONIC, PAPER, NOTES)


class Column(NamedTuple):
    """One action of a permit: a column of its table."""

    action: str | None
    cells: list[Cell]


def of_action(said: Any) -> int:
    """In the order of the form: issue, renew, amend, cancel, revive; then those that say no action."""
    return ACTIONS.index(said.action) if said.action else len(ACTIONS)


def action_of(said: Any) -> str | None:
    return words.joined("permit_action", filter(None, [said.action]))


def cells(said: Any, boxes: Sequence[Box], *, path: str, undecided: Collection[str]) -> list[Cell]:
    """A row of the forms box by box; where its marks are lost the state says so."""
    texts = [(box, box.say(said) or None) for box in boxes]
    return [Cell(box.title, text, glance.state(text, (f"{path}.{box.path}",), undecided)) for box, text in texts]
