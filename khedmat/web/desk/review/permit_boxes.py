"""Permit forms 1 and 2 of a card as boxes of its review: the form as a whole, then each row box by box."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from khedmat.cards.editing import whole
from khedmat.cards.editing.boxes import LISTS
from khedmat.cards.form import Document
from khedmat.core.persian import persian_digits
from khedmat.web import glance, words
from khedmat.web.desk.editor.naming import named
from khedmat.web.desk.editor.sections import BY_SLUG
from khedmat.web.desk.fields import Field, Shown
from khedmat.web.desk.passing import passed_over, still_open
from khedmat.web.permit_words import FORM_ONE, FORM_TWO, Box, action_of

OF_FORMS = 12  # a number of `Field.section` that no printed section has


def _text(form: str, member: str) -> Box:
    return Box(member, named(f"{form}.{member}"), lambda row: getattr(row, member))


HEADS = {
    "permits": (
        _text("permits", "title"),
        _text("permits", "kind"),
        _text("permits", "organization"),
        Box("action", named("permits.action"), action_of),
    ),
    "inquiries": (
        _text("inquiries", "permit"),
        Box("action", named("inquiries.action"), action_of),
        _text("inquiries", "agency"),
        Box("kind", named("inquiries.kind"), lambda row: words.joined("inquiry_kind", filter(None, [row.kind]))),
        _text("inquiries", "name"),
    ),
}
ROWS: dict[str, tuple[Box, ...]] = {
    "permits": (*HEADS["permits"], *FORM_ONE),
    "inquiries": (*HEADS["inquiries"], *FORM_TWO),
}


class FormBox(NamedTuple):
    """A box of a permit form; `heading`: of its row, on the first box of it."""

    path: str
    shown: Shown
    heading: str = ""


def form_boxes(document: Document, findings: Sequence[Any]) -> list[FormBox]:
    """Both forms in printed order; nothing of a card to which neither of them belongs."""
    asks = document.card is not None and document.card.leads_to_permit is True
    return [box for form in LISTS for box in _of_form(form, document, findings) if asks or getattr(document, form)]


def _of_form(form: str, document: Document, findings: Sequence[Any]) -> Iterator[FormBox]:
    rows = getattr(document, form)
    boxes = [box for place, row in enumerate(rows) for box in _of_row(form, place, row, document=document)]
    paths = [box.path for box in boxes]
    told = [found for found in findings if glance.inside(found.field, [form]) and not glance.inside(found.field, paths)]
    told, passed = still_open(told), tuple(passed_over(told))
    text = _("%(count)s ردیف") % {"count": persian_digits(len(rows))} if rows else None
    field = Field(OF_FORMS, form, BY_SLUG[form].boxes[0].title, lambda card: text)
    yield FormBox(form, Shown(field, text, glance.state(text, (form,), ()), tuple(told), (), passed))
    for box in boxes:
        of_box = [found for found in findings if glance.inside(found.field, [box.path])]
        sorted_out = {"findings": tuple(still_open(of_box)), "passed": tuple(passed_over(of_box))}
        yield box._replace(shown=box.shown._replace(**sorted_out))


def _of_row(form: str, place: int, row: Any, *, document: Document) -> Iterator[FormBox]:
    undecided = [whole(path) for path in document.undecided]
    number = _("ردیف %(number)s") % {"number": persian_digits(place + 1)}
    heading = ": ".join(filter(None, [number, "، ".join(filter(None, (box.say(row) for box in HEADS[form])))]))
    for box in ROWS[form]:
        path, text = f"{form}.{place}.{box.path}", box.say(row) or None
        field = Field(OF_FORMS, path, f"{number}: {box.title}", box.say)
        yield FormBox(path, Shown(field, text, glance.state(text, (path,), undecided), (), ()), heading)
        heading = ""


def texts_of(document: Document) -> dict[str, str]:
    """Path → what is said there, of every row of both forms."""
    rows = [(form, place, row) for form in LISTS for place, row in enumerate(getattr(document, form))]
    return {f"{form}.{place}.{box.path}": box.say(row) or "" for form, place, row in rows for box in ROWS[form]}
