"""Cards: by title, by the name of their agency, by an ID in any writing, also a damaged one."""

from datetime import date

from django.db.models import BooleanField, Case, ExpressionWrapper, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.core.letters import held
from khedmat.core.persian import key
from khedmat.web.desk.search.agencies import holding
from khedmat.web.desk.search.asked import Asked
from khedmat.web.desk.search.finder import Finder, Hit

LENGTH_OF_ID = 11
PAST = (Stage.REPLACED, Stage.DISCARDED)  # a newer version, or another draft, is found in their place
SAME, IN_TITLE, IN_AGENCY = _("شناسه همین است"), _("در عنوان"), _("در نام دستگاه")
IN_BOTH, PART = _("در عنوان و نام دستگاه"), _("بخشی از شناسه")
NOTHING = Q(pk__in=[])
SLIP = _("شاید همین شناسه: %(what)s")


def _rows(asked: Asked, user: User, on: date) -> QuerySet[ServiceVersion]:
    seen = ServiceVersion.objects.inside(user, on) & ~Q(stage__in=PAST)
    in_title = Q(*(held("title_key", word) for word in asked.words)) or NOTHING
    agencies = holding(asked)
    somewhere = Q(*(held("title_key", word) | Q(owner__in=agencies[word]) for word in asked.words)) or NOTHING
    exact, near = _bears([asked.number] if asked.number else []), _bears([*asked.slips])
    steps = [When(exact, then=Value(0)), When(near, then=Value(1)), When(in_title, then=Value(2))]
    nearness = Case(*steps, default=Value(3), output_field=IntegerField())
    found = somewhere | exact | near | _holds_part(asked.number)
    # In this order: by its own guess the database looked up first, for every card there is, who may see it.
    is_seen = Case(When(found, then=ExpressionWrapper(seen, BooleanField())), default=Value(False))
    return (
        ServiceVersion.objects.filter(is_seen)
        .annotate(nearness=nearness)
        .for_list()
        .order_by("nearness", "sort_key", "-number", "pk")
    )


def _bears(codes: list[str]) -> Q:
    return Q(service__code__in=codes) | Q(stated_id__in=codes)


def _holds_part(number: str) -> Q:
    if not number or len(number) >= LENGTH_OF_ID:
        return NOTHING
    return Q(service__code__contains=number) | Q(stated_id__contains=number)


def _hit(version: ServiceVersion, asked: Asked) -> Hit:
    code = version.service.code or version.stated_id
    about = " · ".join(filter(None, [code, version.service.owner.name]))
    goal = reverse("web:desk-version", args=[version.pk])
    return Hit(version.title or str(version), about, _why(version, asked), goal, version.get_stage_display())


def _why(version: ServiceVersion, asked: Asked) -> Promise | str:
    codes = {version.service.code or "", version.stated_id}
    if asked.number in codes - {""}:
        return SAME
    if meant := codes & asked.slips.keys():
        return str(SLIP) % {"what": asked.slips[meant.pop()]}
    if asked.said_in(version.title):
        return IN_TITLE
    owner = version.service.owner
    if asked.said_in(version.title, owner.name, owner.code, *owner.aliases):
        is_both = any(word in key(version.title) for word in asked.words)
        return IN_BOTH if is_both else IN_AGENCY
    return PART


CARDS = Finder("cards", _("شناسنامه‌ها"), _rows, _hit, is_wide=True)
