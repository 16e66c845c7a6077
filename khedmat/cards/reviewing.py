"""Examining a card box by box: asking, suggesting a text, finding it fine, answering. Nothing said is ever changed."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.conditions import is_reviewer
from khedmat.cards.drafting import Asked, Saved, edit_draft
from khedmat.cards.editing import boxes_of, is_box, with_box
from khedmat.cards.editing.shapes import shape_at
from khedmat.cards.enums import OF_EXAMINERS, UNDER_REVIEW, Say
from khedmat.cards.models import Remark, ServiceVersion
from khedmat.cards.perms import can_answer, can_examine
from khedmat.cards.records import locked
from khedmat.cards.telling import tell_remarked
from khedmat.cards.threads import Thread, carried_to, threads_of
from khedmat.cards.titles.bearing import TITLE, may_bear
from khedmat.core.refusals import refusing_in_words
from khedmat.core.sequences import first
from khedmat.organizations.models import Membership

SUGGESTABLE = ("text", "lines")
OF_THE_CENTRE = "card.service_id"  # its box is closed to those who would take the text


class Words(NamedTuple):
    """What somebody says of a box. `proposed`: a text, or the lines of a list."""

    path: str
    kind: str
    text: str = ""
    proposed: Any = None


class _Said(NamedTuple):
    """The words with all that decides whether they may be said."""

    version: ServiceVersion
    words: Words
    thread: Thread
    by: User
    on: date


def can_suggest(path: str) -> bool:
    """Whether a text may stand in for the whole box: options, figures and tables are asked about instead."""
    try:
        return path != OF_THE_CENTRE and shape_at(path).kind in SUGGESTABLE
    except KeyError:
        return False


def _is_a_box(said: _Said) -> bool:
    return is_box(said.words.path, said.version.document)


def _may_say(said: _Said) -> bool:
    may = can_examine if said.words.kind in OF_EXAMINERS else can_answer
    return said.version.stage not in UNDER_REVIEW or may(said.by, said.version, said.on)


def _suggests_no_other_title(said: _Said) -> bool:
    """Whatever is suggested must be what the agency may write."""
    words = said.words
    if words.kind != Say.SUGGEST or words.path != TITLE:
        return True
    return may_bear(said.version, str(words.proposed or ""))


def _settles_its_own(said: _Said) -> bool:
    """Whoever began it says when it is settled; a colleague only once that person examines no more."""
    opening = said.thread.opening
    if said.words.kind != Say.ACCEPT or opening is None or opening.by_id == said.by.pk:
        return True
    return not Membership.objects.of(opening.by).in_force(said.on).exists()


def _changes_the_box(said: _Said) -> bool:
    """A suggestion of what stands there already would be a question that nothing answers."""
    known = boxes_of(said.version.document)
    asked = with_box(said.version.document, said.words.path, said.words.proposed)
    return asked.items() != {path: known.get(path) for path in asked}.items()


NEEDS: tuple[tuple[Callable[[_Said], bool], Promise], ...] = (
    (
        lambda said: said.version.stage in UNDER_REVIEW,
        _(
            "سخن گفتن از خانه‌ها تا زمانی است که نسخه در دست بررسی است؛ این نسخه در مرحلهٔ «%(stage)s» است. "
            "متن را نویسندگان «%(owner)s» در پیش‌نویس تازه درست می‌کنند."
        ),
    ),
    (
        _may_say,
        _(
            "پرسش، پیشنهاد و پذیرش خانه‌ها کار بررسی‌کنندگان مرکز و تأییدکنندگان «%(owner)s» است "
            "که در متن دست نداشته‌اند؛ "
            "پاسخ با نویسندگان و تأییدکنندگان «%(owner)s» است. هر دو در صفحهٔ «بررسی خانه‌به‌خانه» همین نسخه."
        ),
    ),
    (_is_a_box, _("این نام هیچ خانه‌ای از فرم نیست؛ در صفحهٔ «بررسی خانه‌به‌خانه» یکی از خانه‌ها را برگزینید.")),
    (
        _settles_its_own,
        _(
            "این پرسش را «%(opener)s» باز کرده است و همو آن را در صفحهٔ «بررسی خانه‌به‌خانه» می‌بندد؛ "
            "شما می‌توانید زیر آن پرسش یا پیشنهاد خود را بنویسید."
        ),
    ),
    (
        lambda said: said.words.kind != Say.ANSWER or said.thread.is_open,
        _("در این خانه پرسش بازی نیست که پاسخ بخواهد؛ بررسی‌کننده نخست در همین صفحه می‌پرسد."),
    ),
    (
        lambda said: said.words.kind != Say.SUGGEST or can_suggest(said.words.path),
        _("برای این خانه متن پیشنهاد نمی‌شود (گزینه، عدد یا جدول است)؛ در همین صفحه به‌جای پیشنهاد بپرسید."),
    ),
    (
        lambda said: said.words.kind != Say.SUGGEST or not can_suggest(said.words.path) or _changes_the_box(said),
        _("متن پیشنهادی همان است که در خانه نوشته شده؛ آن را تغییر دهید، یا اگر درست است خانه را بپذیرید."),
    ),
    (
        _suggests_no_other_title,
        _(
            "عنوانی که پیشنهاد می‌کنید در فهرست تأییدشدهٔ «%(owner)s» نیست و دستگاه نمی‌تواند آن را بپذیرد؛ در همین صفحه "
            "یکی از عنوان‌های فهرست را پیشنهاد کنید، یا بپرسید تا دستگاه فهرست خود را با تأیید تازه تغییر دهد."
        ),
    ),
)


@refusing_in_words()
@transaction.atomic
def remark(version: ServiceVersion, words: Words, *, by: User, at: datetime) -> Remark:
    """Somebody says something of a box; a refusal names every condition that does not hold."""
    version = locked(version)
    thread = threads_of(version).get(words.path) or Thread(words.path, ())
    if known := _said_before(thread, words, by):
        return known
    said = _Said(version, words, thread, by, localdate(at))
    if reasons := _unmet(said):
        raise ValidationError(reasons, code="unmet")
    of_centre = is_reviewer(version, by, said.on)
    made = Remark.objects.create(version=version, **words._asdict(), of_centre=of_centre, by=by, at=at)
    tell_remarked(made, getattr(thread.opening, "by", None))
    return made


def _said_before(thread: Thread, words: Words, by: User) -> Remark | None:
    """The last remark, where a button was pressed twice or a page was sent again."""
    return first(one for one in thread.remarks[-1:] if (one.by_id, _words_of(one)) == (by.pk, words))


def _words_of(remark: Remark) -> Words:
    return Words(remark.path, remark.kind, remark.text, remark.proposed)


def take_suggestion(draft: ServiceVersion, path: str, *, seen: int, by: User, at: datetime) -> Saved | None:
    """The text that was suggested for a box of the version before, into the draft; None when there is none.

    `path`: as it was when the text was suggested, for rows of forms 1 and 2 move while people write.
    """
    thread = first(one for one in carried_to(draft).values() if one.takes and one.takes.path == path)
    if thread is None or thread.takes is None:
        return None
    said = with_box(draft.document, thread.path, thread.takes.proposed)
    return edit_draft(draft, Asked(said), seen=seen, by=by, at=at)


def _unmet(said: _Said) -> list[str]:
    facts = {
        "owner": said.version.service.owner.name,
        "stage": said.version.get_stage_display(),
        "opener": said.thread.opening.by if said.thread.opening else "",
    }
    return [str(sentence) % facts for holds, sentence in NEEDS if not holds(said)]
