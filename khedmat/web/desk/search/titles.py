"""Titles that agencies declared: of my own offices; for the centre, all that were confirmed."""

from datetime import date

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import TitleStage
from khedmat.cards.models import DeclaredTitle, TitleList
from khedmat.core.letters import held
from khedmat.web.desk.search.asked import Asked
from khedmat.web.desk.search.finder import Finder, Hit

IN_TITLE, SAME = _("در عنوان"), _("شناسه همین است")


def _rows(asked: Asked, user: User, on: date) -> QuerySet[DeclaredTitle]:
    lists = TitleList.objects.visible_to(user, on).exclude(stage=TitleStage.REPLACED)
    found = Q(*(held("letters", word) for word in asked.words))
    if asked.number:
        found |= Q(stated_id=asked.number)
    titles = DeclaredTitle.objects.filter(found, title_list__in=lists)
    return titles.select_related("title_list__agency").order_by("title_list__agency__sort_key", "order", "pk")


def _hit(row: DeclaredTitle, asked: Asked) -> Hit:
    why = SAME if asked.number and row.stated_id == asked.number else IN_TITLE
    goal = reverse("web:title-list", args=[row.title_list_id])
    return Hit(row.title, row.title_list.agency.name, why, goal, row.title_list.get_stage_display())


TITLES = Finder("titles", _("فهرست‌های عنوان"), _rows, _hit, is_plain=True)
