"""Copies of provinces: by the title of the national card, the province or the office that keeps it."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.web.desk.search.asked import Asked, holds
from khedmat.web.desk.search.finder import Finder, Hit

PAST = (CopyStage.REPLACED, CopyStage.DISCARDED)  # a newer revision is found in their place
IN_TITLE, IN_PLACE = _("در عنوان"), _("در نام استان یا دفتر")


def _rows(asked: Asked, user: User, on: date) -> QuerySet[LocalCopy]:
    said = holds("compared_with__title_key", "place__fa", "keeper__name", words=asked.words)
    seen = LocalCopy.objects.visible_to(user, on).exclude(stage__in=PAST)
    return seen.alias(folded=said["folded"]).filter(said["found"]).for_list()


def _hit(copy: LocalCopy, asked: Asked) -> Hit:
    title = copy.compared_with.title
    about = f"{copy.place.fa} · {copy.keeper.name}"
    goal = reverse("web:copy", args=[copy.pk])
    return Hit(title, about, IN_TITLE if asked.said_in(title) else IN_PLACE, goal, copy.get_stage_display())


COPIES = Finder("copies", _("نسخه‌های استانی"), _rows, _hit, is_plain=True)
