"""A version beside another one of its service: what differs, for those inside."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.cards.enums import IN_FORCE
from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.guard import office_version
from khedmat.web.differences import differences
from khedmat.web.kept import signed_in


@require_safe
@never_cache
@signed_in
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """Beside the version whose number is asked for, else the one in force, else the one before."""
    found = office_version(request, pk)
    inside = ServiceVersion.objects.inside_for(request.user, timezone.localdate()).kept()
    others = list(inside.filter(service=found.service_id).exclude(pk=pk).order_by("-number"))
    other = _chosen(others, found, request.GET.get("with", ""))
    shown = differences(other.document, found.document) if other else []
    context = {"version": found, "other": other, "others": others, "changes": shown}
    return render(request, "desk/changes.html", context)


def _chosen(others: list[ServiceVersion], found: ServiceVersion, number: str) -> ServiceVersion | None:
    asked = [one for one in others if str(one.number) == number]
    in_force = [one for one in others if one.stage in IN_FORCE]
    earlier = [one for one in others if one.number < found.number]
    return next(iter([*asked, *in_force, *earlier, *others]), None)
