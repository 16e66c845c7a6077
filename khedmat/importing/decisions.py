"""What an import does with one paper: add, change, leave, refuse, and why."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import persian_digits
from khedmat.importing.enums import What
from khedmat.importing.known import Known, KnownList, KnownService, row_keys
from khedmat.importing.papers import Paper
from khedmat.organizations.models import Organization
from khedmat.permits.models import PermitList

HELD = _("شناسهٔ %(code)s از آن خدمت دیگری در «%(agency)s» است؛ شناسهٔ درست را در فرم بنویسید.")
AMBIGUOUS = _("چند خدمت این دستگاه با این عنوان ثبت است (شماره‌های %(services)s)؛ با --service بگویید کدام.")
SAME = _("نسخهٔ %(number)s (%(stage)s) همین را می‌گوید.")
TAKEN = _("این پرونده پیش از این درون‌ریزی شده و کار از آن گذشته است.")
BY_HAND = _(
    "پیش‌نویس %(number)s این خدمت پس از درون‌ریزی با دست ویرایش شده است و نوشتهٔ همکاران پاک نمی‌شود؛ "
    "آن را در میز کار بفرستید یا همان‌جا درست کنید."
)
READ_ANEW = _("همان پرونده است و اکنون به گونه‌ای دیگر خوانده می‌شود.")
INSTEAD = _("به جای پیش‌نویس %(number)s می‌نشیند.")
BESIDE = _("پیش‌نویس تازه‌ای کنار نسخهٔ %(number)s (%(stage)s) می‌شود.")
SAME_LIST = _("همین فهرست مجوز ثبت است.")
OLDER_LIST = _("همین فهرست مجوز پیش از این ثبت شده و فهرست تازه‌تری جای آن را گرفته است.")
NEWER_LIST = _("جای فهرست مجوز پیشین را می‌گیرد: %(gone)s ردیف آن در این فهرست نیست.")
TWO_LISTS = _("ردیف‌های این فهرست در %(lists)s فهرست مجوز این دستگاه هست و روشن نیست جای کدام را می‌گیرد.")


class Decision(NamedTuple):
    """`service` and `replaces` are what a change is about."""

    what: What
    reason: str = ""
    service: KnownService | None = None
    replaces: PermitList | None = None


def decide(paper: Paper, owner: Organization, known: Known) -> Decision:
    """The same answer whoever asks and however often, as long as the register stays as it is."""
    if paper.kind == "permit_list":
        return _of_list(paper, known.lists(owner))
    holder = known.holder(paper.code)
    if holder and (holder.owner_id != owner.pk or known.asked not in (None, holder.pk)):
        return _say(What.REFUSE, HELD, code=paper.code, agency=holder.owner.name)
    services = known.services(paper, owner)
    if len(services) > 1:
        numbers = "، ".join(str(one.service.pk) for one in services)
        return _say(What.REFUSE, AMBIGUOUS, services=numbers)
    return _compare(paper, services[0])._replace(service=services[0]) if services else Decision(What.ADD)


def _compare(paper: Paper, known: KnownService) -> Decision:
    if same := known.version_that_says(paper.digest):
        return _say(What.LEAVE, SAME, number=same.number, stage=same.get_stage_display())
    took_last, draft, newest = known.took_last(paper), known.draft, known.newest
    if took_last is False or took_last and (draft is None or known.is_edited_since):
        return _say(What.LEAVE, TAKEN)
    if draft and known.is_edited_since:
        return _say(What.REFUSE, BY_HAND, number=draft.number)
    if draft:
        return _say(What.CHANGE, READ_ANEW if took_last else INSTEAD, number=draft.number)
    if newest:
        return _say(What.CHANGE, BESIDE, number=newest.number, stage=newest.get_stage_display())
    return Decision(What.CHANGE)


def _of_list(paper: Paper, lists: Sequence[KnownList]) -> Decision:
    for one in lists:
        if one.row.sha256 == paper.digest:
            return _say(What.LEAVE, OLDER_LIST if one.is_replaced else SAME_LIST)
    if taken := [one for one in lists if (paper.file_sha256, paper.part) in one.files]:
        return _reread(taken[-1])
    keys = paper_keys(paper)
    near = [one for one in lists if not one.is_replaced and one.keys & keys]
    if len(near) > 1:
        return _say(What.REFUSE, TWO_LISTS, lists=len(near))
    if not near:
        return Decision(What.ADD)
    return _say(What.CHANGE, NEWER_LIST, gone=len(near[0].keys - keys))._replace(replaces=near[0].row)


def _reread(one: KnownList) -> Decision:
    if one.is_replaced:
        return _say(What.LEAVE, TAKEN)
    return _say(What.CHANGE, READ_ANEW)._replace(replaces=one.row)


def paper_keys(paper: Paper) -> set[tuple[str, str]]:
    permits = paper.document.permits if paper.document else []
    return row_keys((permit.title, permit.action) for permit in permits)


def _say(what: What, sentence: Promise, **facts: object) -> Decision:
    """Numbers in Persian digits; a code of eleven digits stays as it is typed."""
    shown = {name: persian_digits(fact) if isinstance(fact, int) else fact for name, fact in facts.items()}
    return Decision(what, str(sentence) % shown)
