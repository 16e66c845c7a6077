"""P01, P02, P05: form 1 against form 2 and the card."""

from khedmat.cards.fixes.fix import Changes, Fix, only_if, row_at, with_rows, without_rows
from khedmat.cards.form import Document
from khedmat.cards.rules.permit_sets import PermitSet, permit_sets
from khedmat.cards.rules.rule import Breach

PERMITS = "permits"


def never_renewed(document: Document, breach: Breach) -> list[Fix]:
    renewals = [row_at(path)[1] for path, _ in _set_of(document, breach.field).of("renew")]
    is_safe = len(renewals) < len(document.permits)
    return only_if(is_safe, "دائمی است؛ ردیف تمدید را بردار", without_rows(document, PERMITS, renewals))


def shared_as_form_2_says(document: Document, breach: Breach) -> list[Fix]:
    permit = _set_of(document, breach.field)
    if permit.inquiries:
        return [Fix("«مشترک» را بزن", _with_process(document, permit, "shared"))]
    return [Fix("از کسی استعلام نمی‌شود؛ «اختصاصی» را بزن", _with_process(document, permit, "exclusive"))]


def permit_on_paper(document: Document, breach: Breach) -> list[Fix]:
    place = row_at(breach.field)[1]
    on_paper = with_rows(document, PERMITS, {place: {"electronic": False}})
    return [Fix("تیک «الکترونیکی» مجوز را بردار", on_paper)]


def _with_process(document: Document, permit: PermitSet, process: str) -> Changes:
    ticked = {row_at(path)[1]: {"process": process} for path, row in permit.rows if row.process}
    return with_rows(document, PERMITS, ticked)


def _set_of(document: Document, field: str) -> PermitSet:
    """The permit that the row of a finding belongs to."""
    place = row_at(field)[1]
    return next(one for _, one in permit_sets(document) if place in {row_at(path)[1] for path, _ in one.rows})
