"""C05, C06: a title names an act, and the description says more than the title."""

import re

from khedmat.cards.form import Document
from khedmat.cards.rules.conditions import Said, once, said
from khedmat.cards.rules.reading import blank, card_of, letters, words
from khedmat.cards.rules.rule import Rule
from khedmat.cards.rules.words import word_set

LEAST_ADDED = 40  # letters that a description must add to its title
_PLURAL = re.compile("(?:های|ها|ی)$")


def _adds_nothing(document: Document) -> Said:
    card = card_of(document)
    description = card.description or ""
    added = _added(card.title or "", description)
    is_told = not any((blank(card.title), blank(description)))
    return said(all((is_told, added < LEAST_ADDED)), description=description, added=added)


def _added(title: str, description: str) -> int:
    """Letters of the description that are not words of the title."""
    return sum(len(word) for word in words(description) if word not in letters(title))


def _names_no_service(document: Document) -> Said:
    title = words(card_of(document).title or "")
    return said(all((title, not _is_of_doing(title))), title=card_of(document).title)


def _is_of_doing(title: tuple[str, ...]) -> bool:
    """A title begins with an act, or names one somewhere and does not begin with a document or an office."""
    begins_with_thing = _PLURAL.sub("", "".join(title[:1])) in word_set("things")
    is_compound = "".join(title[1:2]) in word_set("act_endings")
    return any((*map(_is_act, title[:1]), is_compound, all((any(map(_is_act, title)), not begins_with_thing))))


def _is_act(word: str) -> bool:
    return any((word in word_set("acts"), word.endswith(tuple(word_set("act_endings")))))


RULES = (
    Rule(
        id="C05",
        severity="A",
        fields=("card.description", "card.title"),
        condition=once("card.description", _adds_nothing),
        message="شرح خدمت «%(description)s» چیزی بیش از عنوان نمی‌گوید (%(added)s حرف تازه دارد).",
        fix="در چند جمله بنویسید خدمت چیست، به چه کسی داده می‌شود، چه می‌کند و نتیجه‌اش چیست.",
        example="عنوان: صدور پروانهٔ چاه · شرح: صدور پروانهٔ چاه",
    ),
    Rule(
        id="C06",
        severity="N",
        fields=("card.title",),
        condition=once("card.title", _names_no_service),
        message="عنوان «%(title)s» نام یک سند، سامانه یا دفتر است، نه کاری که برای کسی انجام می‌شود.",
        fix="عنوان را با کارِ خدمت آغاز کنید، مانند «صدور …»، «تمدید …»، «تدوین …»، «رسیدگی به …».",
        example="عنوان خدمت: پروانهٔ بهره‌برداری",
    ),
)
