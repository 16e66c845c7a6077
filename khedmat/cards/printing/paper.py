"""A document of the contract as its printed form: the one outline that every format prints."""

from itertools import filterfalse
from typing import NamedTuple

from khedmat.cards.editing.boxes import whole
from khedmat.cards.form import Document
from khedmat.cards.outline import public_card
from khedmat.cards.printing import access, answers, exchange, flow, permit_forms
from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Field, Fields, Lines, Note, Paper, Section
from khedmat.cards.vocabulary import label
from khedmat.core.persian import prose


class About(NamedTuple):
    """What the register knows of a form beside what it says: its ID, lines below the title, its page."""

    code: str | None = None
    lines: tuple[str, ...] = ()
    link: str = ""


_NOTHING = About()


def paper_of(document: Document, about: About = _NOTHING, *, is_whole: bool = False) -> Paper:
    """`is_whole`: with the filler and the accounts, for those inside."""
    filled = Filled(document if is_whole else for_public(document), is_whole=is_whole)
    card, forms = _card(filled), permit_forms.sections(filled)
    name = label("document_kind", document.kind)
    code = about.code or filled.at("card.service_id")
    made = Paper(name, _title(filled, name), code, about.lines, about.link, (*card, *forms))
    about_itself = _colophon(filled, made)._replace(is_wide=not card and any(form.is_wide for form in forms))
    return made._replace(sections=(*card, about_itself, *forms) if card else (*forms, about_itself))


def for_public(document: Document) -> Document:
    """Without what is never published, and without what was noted of it."""
    card = public_card(document.card) if document.card else None
    doubts = list(filterfalse(is_private, document.undecided))
    reasons = {path: reason for path, reason in document.not_applicable.items() if not is_private(path)}
    return document.model_copy(update={"card": card, "undecided": doubts, "not_applicable": reasons})


def is_private(path: str) -> bool:
    return whole(path).startswith("card.filled_by") or path.endswith(".account")


def _card(filled: Filled) -> tuple[Section, ...]:
    if filled.document.card is None:
        return ()
    return (
        *answers.sections(filled),
        access.section(filled),
        *exchange.sections(filled),
        *flow.sections(filled),
        *answers.other_editions(filled),
        *flow.foot(filled),
    )


def _title(filled: Filled, name: str) -> str:
    titles = ("card.title", "permits.0.title", "inquiries.0.permit", "services.0.title")
    title = next(filter(None, map(filled.at, titles[: 1 if filled.document.card else 4])), None)
    return prose(title or name)


def _colophon(filled: Filled, paper: Paper) -> Section:
    """What kind of form it is; and of the doubts and reasons, those that no printed box shows."""
    shown = {piece.path for piece in paper.pieces() if isinstance(piece, Note)}
    doubts = filterfalse(lambda path: whole(path) in shown, filled.document.undecided)
    reasons = (f"{path}: {reason}" for path, reason in filled.reasons.items() if path not in shown)
    rows = (
        Field("نوع سند", (filled.text("kind"),)),
        Field("ویرایش فرم", (filled.text("edition"),)),
        *_hidden("خانه‌های دیگری که روشن نیستند", "undecided", tuple(doubts)),
        *_hidden("خانه‌های دیگری که برای این خدمت نیستند", "not_applicable", tuple(reasons)),
    )
    return Section("دربارهٔ این فرم", (Fields("دربارهٔ این فرم", rows),))


def _hidden(label: str, path: str, items: tuple[str, ...]) -> tuple[Field, ...]:
    return (Field(label, ((Lines(path, items, is_numbered=False),),)),) if items else ()
