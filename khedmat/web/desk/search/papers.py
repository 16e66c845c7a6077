"""Archives that were brought for my offices, and rounds of article 2."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models import DutyRound
from khedmat.core.jalali import long
from khedmat.importing.models import Batch
from khedmat.web.desk.search.asked import Asked, holds
from khedmat.web.desk.search.finder import Finder, Hit
from khedmat.web.importing.guard import batches_of

IN_NAME, IN_ROUND = _("در نام بایگانی"), _("در مصوبه، ماده یا متن")
UNTIL = _("مهلت: %(day)s")


def _batches(asked: Asked, user: User, on: date) -> QuerySet[Batch]:
    said = holds("name", words=asked.words)
    return batches_of(user, on).alias(folded=said["folded"]).filter(said["found"]).order_by("-at", "-pk")


def _batch(batch: Batch, asked: Asked) -> Hit:
    goal = reverse("web:batch", args=[batch.pk])
    return Hit(batch.name, batch.organization.name, IN_NAME, goal, batch.get_state_display())


def _rounds(asked: Asked, user: User, on: date) -> QuerySet[DutyRound]:
    """Public, as the board is."""
    said = holds("regulation", "article", "text", words=asked.words)
    return DutyRound.objects.standing().alias(folded=said["folded"]).filter(said["found"])


def _round(found: DutyRound, asked: Asked) -> Hit:
    return Hit(str(found), str(UNTIL) % {"day": long(found.deadline)}, IN_ROUND, reverse("web:duty-rounds"))


BATCHES = Finder("batches", _("دسته‌های فایل"), _batches, _batch, is_plain=True)
ROUNDS = Finder("rounds", _("دوره‌های تکلیف"), _rounds, _round, is_plain=True)
