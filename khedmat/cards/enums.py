"""Words of a card's life; the words of the form itself live in `vocabulary`."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.vocabulary import VOCABULARY


class Stage(models.TextChoices):
    """Where a version stands."""

    DRAFT = "draft", _("پیش‌نویس")
    SUBMITTED = "submitted", _("در انتظار تأیید دستگاه")
    APPROVED = "approved", _("در انتظار انتشار")
    PUBLISHED = "published", _("منتشرشده")
    REPLACED = "replaced", _("جایگزین‌شده")


MOVES: dict[str, str] = {
    Stage.DRAFT: Stage.SUBMITTED,
    Stage.SUBMITTED: Stage.APPROVED,
    Stage.APPROVED: Stage.PUBLISHED,
    Stage.PUBLISHED: Stage.REPLACED,
}
PUBLIC = (Stage.PUBLISHED, Stage.REPLACED)


class Severity(models.TextChoices):
    """What a finding asks for."""

    BLOCKER = "B", _("مانع انتشار")
    ANSWER = "A", _("پاسخ لازم")
    NOTE = "N", _("یادآوری")


class Reading(models.TextChoices):
    """What became of a value that was read from a paper."""

    READ = "read", _("خوانده‌شده")
    ACCEPTED = "accepted", _("پذیرفته")
    REPLACED = "replaced", _("بازنوشته")


def choices(list_name: str) -> list[tuple[str, str]]:
    """A list of the vocabulary as Django's choices; fields hold a reference, so a new label makes no migration."""
    return [(value, label.fa) for value, label in VOCABULARY[list_name].items()]
