"""The list of agencies and the changes that wait."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from khedmat.organizations.models import PlannedChange
from khedmat.web.desk.organizations.filters import AgencyFilter, counts_of, with_parents
from khedmat.web.desk.organizations.guard import at_the_centre
from khedmat.web.public.forms import rest_of

A_PAGE = 30


@require_safe
@at_the_centre
def organizations(request: HttpRequest) -> HttpResponse:
    today, form = timezone.localdate(), AgencyFilter(request.GET)
    page = Paginator(form.narrow(with_parents(), today), A_PAGE).get_page(request.GET.get("page"))
    services, members = counts_of(page.object_list, today)
    rows = [
        (agency, services.get(agency.pk, 0), members.get(agency.pk, 0), agency.has_ended(today))
        for agency in page.object_list
    ]
    context = {"form": form, "page": page, "rows": rows, "query": rest_of(request.GET)}
    context["plans"] = PlannedChange.objects.waiting().for_list()[:A_PAGE]
    return render(request, "desk/organizations/list.html", context)
