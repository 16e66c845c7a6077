"""Pages on which the centre writes an agency: a new one, its boxes, a former name."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from khedmat.organizations import naming, registering
from khedmat.organizations.models import Organization
from khedmat.web.desk.organizations.forms import EntryForm, FormerNameForm, NewForm
from khedmat.web.desk.organizations.guard import at_the_centre
from khedmat.web.desk.refusing import look_again

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@at_the_centre
def new(request: HttpRequest) -> HttpResponse:
    form = NewForm(_posted(request), Organization())
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if _is_done(form, lambda: registering.make(said["code"], said["name"], form.entry, **_hand(request))):
            return redirect("web:desk-organization", said["code"])
    return render(request, "desk/organizations/form.html", {"form": form, "title": _("دستگاه تازه"), "agency": None})


@require_http_methods(FORM)
@at_the_centre
def edit(request: HttpRequest, slug: str) -> HttpResponse:
    agency = get_object_or_404(Organization, code=slug)
    form = EntryForm(_posted(request), agency, seen=agency.edits.count())
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        if _is_done(form, lambda: registering.correct(agency, form.entry, seen=seen, **_hand(request))):
            return redirect("web:desk-organization", slug)
        look_again(form, agency.edits.count())
    return render(
        request, "desk/organizations/form.html", {"form": form, "title": _("ویرایش دستگاه"), "agency": agency}
    )


@require_http_methods(FORM)
@at_the_centre
def former_name(request: HttpRequest, slug: str) -> HttpResponse:
    agency = get_object_or_404(Organization, code=slug)
    form = FormerNameForm(_posted(request), agency)
    note = partial(naming.note_former_name, form.instance, **_hand(request))
    if request.method == "POST" and form.is_valid() and _is_done(form, note):
        return redirect("web:desk-organization", slug)
    return render(request, "desk/organizations/form.html", {"form": form, "title": _("نام پیشین"), "agency": agency})


def _posted(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _hand(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.now()}


def _is_done(form: Any, act: Callable[[], object]) -> bool:
    try:
        act()
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True
