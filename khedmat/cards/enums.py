"""Words of a card's life; the words of the form itself live in `vocabulary`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import IN_PERSON, VOCABULARY


class Stage(models.TextChoices):
    """Where a version stands."""

    DRAFT = "draft", _("پیش‌نویس")
    SUBMITTED = "submitted", _("در انتظار تأیید دستگاه")
    APPROVED = "approved", _("در بررسی مرکز")
    ACCEPTED = "accepted", _("پذیرفته‌شده")
    PUBLISHED = "published", _("منتشرشده")
    SUSPENDED = "suspended", _("تعلیق‌شده")
    REPLACED = "replaced", _("جایگزین‌شده")
    RETIRED = "retired", _("برچیده")
    RETURNED = "returned", _("بازگردانده")
    DISCARDED = "discarded", _("کنارگذاشته")


MOVES: dict[str, tuple[str, ...]] = {  # from where to where; a stage that is no key is an end
    Stage.DRAFT: (Stage.SUBMITTED, Stage.DISCARDED),
    Stage.SUBMITTED: (Stage.APPROVED, Stage.RETURNED),
    Stage.APPROVED: (Stage.ACCEPTED, Stage.RETURNED),
    Stage.ACCEPTED: (Stage.PUBLISHED, Stage.RETURNED),
    Stage.PUBLISHED: (Stage.REPLACED, Stage.SUSPENDED, Stage.RETIRED),
    Stage.SUSPENDED: (Stage.PUBLISHED, Stage.REPLACED, Stage.RETIRED),
}
IN_FORCE = (Stage.PUBLISHED, Stage.SUSPENDED)  # one of a service
PUBLIC = (*IN_FORCE, Stage.REPLACED, Stage.RETIRED)  # what was once public keeps its address
OF_THE_OFFICE = (Stage.DRAFT, Stage.DISCARDED)  # never sent: nobody but the agency has seen it
SIGNED = (Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED, Stage.PUBLISHED)  # by whom and when is kept in the row
REASONED = (Stage.RETURNED, Stage.SUSPENDED, Stage.RETIRED)  # nobody is told this without being told why
A_HAND = (Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED)  # whoever took a version there answers for its text
OPEN = (Stage.DRAFT, Stage.SUBMITTED, Stage.APPROVED, Stage.ACCEPTED)  # on their way
UNEXAMINED = (*OF_THE_OFFICE, Stage.SUBMITTED, Stage.APPROVED)  # the centre has not decided about it


class Owing(models.TextChoices):
    """Who owes the cards of a round."""

    NATIONAL = "national", _("همهٔ دستگاه‌های ملی")
    CHOSEN = "chosen", _("دستگاه‌های برگزیده")


class Reminding(models.TextChoices):
    """When somebody is reminded of a day: before it, or once it has passed."""

    SOON = "soon", _("پیش از موعد")
    LAPSED = "lapsed", _("پس از موعد")


class OnPortal(models.TextChoices):
    """How a published service stands on the agency's own page."""

    CURRENT = "current", _("روزآمد")
    OLD = "old", _("نسخهٔ پیشین")
    NUMBERED = "numbered", _("با شناسه")
    NAMED = "named", _("بی شناسه")
    MISSING = "missing", _("نیست")


class ObtainedBy(models.TextChoices):
    """Who brings an asked document to the desk of the service."""

    APPLICANT = "applicant", _("متقاضی می‌آورد")
    AGENCY = "agency", _("از دستگاه دارنده گرفته می‌شود")


class LinkOutcome(models.TextChoices):
    """What one try at an address says."""

    FINE = "fine", _("پاسخ داد")
    BROKEN = "broken", _("خطا")
    DOUBTFUL = "doubtful", _("هشدار")


class LinkWhy(models.TextChoices):
    """Why: only the first three of the failures are errors, the others may be of the day or of ours."""

    ANSWERED = "answered", _("پاسخ داد")
    NOT_FOUND = "not_found", _("صفحه نیست (۴۰۴)")
    GONE = "gone", _("صفحه برداشته شده است (۴۱۰)")
    NO_NAME = "no_name", _("چنین دامنه‌ای نیست")
    RESOLVER = "resolver", _("نام دامنه یافته نشد؛ شاید گذرا باشد")
    TIMEOUT = "timeout", _("در مهلت پاسخ نداد")
    TLS = "tls", _("گواهی امنیتی آن درست نیست")
    LINE = "line", _("ارتباط برقرار نشد")
    SERVER = "server", _("خطای سرور")
    REFUSED = "refused", _("دسترسی نداد")
    REDIRECTS = "redirects", _("پی‌درپی به جای دیگر فرستاد")
    PRIVATE = "private", _("نشانی شبکهٔ داخلی است و وارسی نمی‌شود")
    MALFORMED = "malformed", _("نشانی وب نیست یا درگاه نامعمول دارد و وارسی نمی‌شود")


class LinkState(models.TextChoices):
    """What is held of an address: an error stands only after three days of it."""

    UNSEEN = "unseen", _("وارسی‌نشده")
    FINE = "fine", _("سالم")
    SUSPECT = "suspect", _("خطا، در انتظار وارسی دوباره")
    BROKEN = "broken", _("شکسته")
    DOUBTFUL = "doubtful", _("با هشدار")


class CopyStage(models.TextChoices):
    """Where a province's copy of a national card stands."""

    DRAFT = "draft", _("پیش‌نویس")
    SUBMITTED = "submitted", _("در انتظار تأیید استان")
    APPROVED = "approved", _("در انتظار انتشار")
    PUBLISHED = "published", _("منتشرشده")
    REPLACED = "replaced", _("جایگزین‌شده")
    RETURNED = "returned", _("بازگردانده")
    DISCARDED = "discarded", _("کنارگذاشته")


COPY_MOVES: dict[str, tuple[str, ...]] = {
    CopyStage.DRAFT: (CopyStage.SUBMITTED, CopyStage.DISCARDED),
    CopyStage.SUBMITTED: (CopyStage.APPROVED, CopyStage.RETURNED),
    CopyStage.APPROVED: (CopyStage.PUBLISHED, CopyStage.RETURNED),
    CopyStage.PUBLISHED: (CopyStage.REPLACED,),
}
AT_WORK = (CopyStage.DRAFT, CopyStage.SUBMITTED, CopyStage.APPROVED)  # one of a service in a province
COPY_SIGNED = (CopyStage.SUBMITTED, CopyStage.APPROVED, CopyStage.PUBLISHED)


class TitleStage(models.TextChoices):
    """Where an agency's list of titles stands."""

    DRAFT = "draft", _("پیش‌نویس")
    CONFIRMED = "confirmed", _("تأییدشده")
    REPLACED = "replaced", _("جایگزین‌شده")


class TitleStep(models.TextChoices):
    """What somebody did with a list of titles."""

    BEGUN = "begun", _("آغاز فهرست")
    ADDED = "added", _("افزودن عنوان")
    CHANGED = "changed", _("تغییر عنوان")
    REMOVED = "removed", _("برداشتن عنوان")
    CONFIRMED = "confirmed", _("ثبت تأیید بالاترین مقام")


class AttachmentKind(models.TextChoices):
    """What a file beside a card or a list is."""

    LETTER = "letter", _("نامه")
    LAW = "law", _("متن قانون یا مصوبه")
    CONTRACT = "contract", _("قرارداد")
    DIAGRAM = "diagram", _("نمودار فرایند")
    OTHER = "other", _("سند دیگر")


class Severity(models.TextChoices):
    """What a finding asks for."""

    BLOCKER = "B", _("مانع انتشار")
    ANSWER = "A", _("پاسخ لازم")
    NOTE = "N", _("یادآوری")


WAIVABLE = (Severity.ANSWER, Severity.NOTE)  # a blocker is never passed over


class Reading(models.TextChoices):
    """What became of a value that was read from a paper."""

    READ = "read", _("خوانده‌شده")
    ACCEPTED = "accepted", _("پذیرفته")
    REPLACED = "replaced", _("بازنوشته")


class Say(models.TextChoices):
    """What somebody who examines a card, or answers for it, says of one box."""

    ACCEPT = "accept", _("درست است")
    ASK = "ask", _("پرسش")
    SUGGEST = "suggest", _("پیشنهاد متن")
    ANSWER = "answer", _("پاسخ دستگاه")


class BulkAct(models.TextChoices):
    """A step that may be taken for several versions at once."""

    APPROVE = "approve", _("تأیید از سوی دستگاه")
    ACCEPT = "accept", _("پذیرش")
    PUBLISH = "publish", _("انتشار")
    APPOINT = "appoint", _("نوبت انتشار")
    RETURN = "return", _("بازگرداندن")


class BulkState(models.TextChoices):
    """How far a step for several versions is."""

    RUNNING = "running", _("در حال انجام")
    DONE = "done", _("پایان یافت")
    CANCELLED = "cancelled", _("لغو شد")


OPENING = (Say.ASK, Say.SUGGEST)  # a thread waits from here until it is found fine
OF_EXAMINERS = frozenset({Say.ACCEPT, *OPENING})
UNDER_REVIEW = (Stage.SUBMITTED, Stage.APPROVED)  # a version in which boxes are talked about


def choices(list_name: str) -> list[tuple[str, str]]:
    """A list of the vocabulary as Django's choices; fields hold a reference, so a new label makes no migration."""
    return [(value, label.fa) for value, label in VOCABULARY[list_name].items()]


def counted_kinds() -> list[tuple[str, str]]:
    """The periods by which services are counted: a day is too short."""
    return [(value, label) for value, label in choices("period") if value != "day"]


def counted_channels() -> list[tuple[str, str]]:
    """The channels of the form, somebody who comes in person, and all ways together."""
    return [("", "همهٔ راه‌ها با هم"), ("in_person", IN_PERSON.fa), *choices("channel")]


class CountState(models.TextChoices):
    """What a report of a period says."""

    TOLD = "told", _("گزارش شد")
    NOT_OFFERED = "not_offered", _("در این دوره ارائه نشد")
    TAKEN_BACK = "taken_back", _("پس گرفته شد")


class NameSource(models.TextChoices):
    """Where a popular name comes from."""

    OWNER = "owner", _("دستگاه ارائه‌دهنده")
    CENTRE = "centre", _("متولی مرکز")
    SEARCH = "search", _("جست‌وجوهای بی‌نتیجهٔ مردم")


class NameStage(models.TextChoices):
    """How far a popular name has come."""

    PROPOSED = "proposed", _("پیشنهاد شد")
    IN_FORCE = "in_force", _("پذیرفته شد")
    REFUSED = "refused", _("رد شد")
    REMOVED = "removed", _("برداشته شد")


NAMING = (NameStage.PROPOSED, NameStage.IN_FORCE)


class FeedbackTopic(models.TextChoices):
    """Which part of a card somebody speaks of."""

    TITLE = "title", _("عنوان یا شرح خدمت")
    AGENCY = "agency", _("دستگاه ارائه‌دهنده")
    AUDIENCE = "audience", _("چه کسانی و در چه رویدادی")
    DOCUMENTS = "documents", _("مدارک لازم")
    LAWS = "laws", _("قوانین و مقررات")
    DURATION = "duration", _("زمان انجام و ساعت کار")
    VISITS = "visits", _("دفعه‌های مراجعه")
    COST = "cost", _("هزینه")
    ACCESS = "access", _("راه دسترسی، سامانه یا نشانی")
    PROCESSES = "processes", _("گام‌های خدمت")
    PERMITS = "permits", _("مجوز و استعلام‌های آن")
    WHOLE = "whole", _("چیز دیگر")


class SystemUse(models.TextChoices):
    """What a system is to the service whose card names it."""

    OWN = "own", _("خدمت در آن داده می‌شود")
    INSIDE = "inside", _("سامانهٔ دیگر همان دستگاه")
    ASKED = "asked", _("از آن استعلام می‌شود")


class FeedbackStage(models.TextChoices):
    """What became of what somebody said of a card."""

    WAITING = "waiting", _("در انتظار پاسخ دستگاه")
    ACCEPTED = "accepted", _("درست است؛ در نسخهٔ بعد اصلاح می‌شود")
    ANSWERED = "answered", _("پاسخ داده شد")
    MENDED = "mended", _("اصلاح شد")
    SET_ASIDE = "set_aside", _("کنار گذاشته شد")


FEEDBACK_OPEN = (FeedbackStage.WAITING, FeedbackStage.ACCEPTED)
FEEDBACK_SHOWN = (FeedbackStage.ACCEPTED, FeedbackStage.ANSWERED, FeedbackStage.MENDED)  # to everybody, with its answer
