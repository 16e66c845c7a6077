"""The history of a version as a page."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.cards.models import ServiceVersion
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.timeline import events, told
from khedmat.web.kept import signed_in

A_PAGE = 30


@require_safe
@never_cache
@signed_in
def history(request: HttpRequest, pk: int) -> HttpResponse:
    version = office_version(request, pk)
    page = Paginator(events(version), A_PAGE).get_page(request.GET.get("page"))
    inside = ServiceVersion.objects.inside_for(request.user, timezone.localdate())
    others = inside.filter(service=version.service_id).exclude(pk=pk).order_by("-number")
    context = {
        "version": version,
        "page": page,
        "events": told(page.object_list),
        "others": others.only("number", "stage", "service", "title"),
    }
    return render(request, "desk/history.html", context)
