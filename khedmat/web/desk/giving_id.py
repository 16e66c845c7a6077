"""Where the centre gives a service its ID: a function is chosen, the number is shown, then it is given."""

import logging
from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards import perms
from khedmat.cards.actions import give_id
from khedmat.cards.functions import Function, Suggestion, functions, suggested
from khedmat.cards.models import GivenId, Service, ServiceVersion
from khedmat.cards.numbering import Wish, newest_sent, next_id, unmet
from khedmat.core.persian import persian_digits
from khedmat.web.desk.chosen_id import ChosenId, WithReason
from khedmat.web.kept import signed_in
from khedmat.web.public.families import relatives

log = logging.getLogger(__name__)


class Division(NamedTuple):
    """A division of the functions of government with its groups."""

    name: str
    functions: list[Function]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def give(request: HttpRequest, pk: int) -> HttpResponse:
    version = _version_to_number(request, pk)
    form = _form(request)
    if request.method == "POST" and form.is_valid() and _given(version.service, form, request):
        return redirect("web:desk-version", pk=version.pk)
    return render(request, "desk/give_id.html", _shown(request, version, form))


def _version_to_number(request: HttpRequest, pk: int) -> ServiceVersion:
    """The newest text that was sent, for the centre alone."""
    service = get_object_or_404(Service.objects.select_related("owner"), pk=pk)
    version = newest_sent(service)
    if version is None or not perms.can_give_ids(request.user, timezone.localdate()):
        log.warning("user %s asked to give an ID to service %s", request.user.pk, pk)
        raise Http404
    version.service = service
    return version


def _form(request: HttpRequest) -> ChosenId:
    if request.method == "POST":
        return WithReason(request.POST, label_suffix="")
    return ChosenId(request.GET or None, label_suffix="")


def _given(service: Service, form: ChosenId, request: HttpRequest) -> bool:
    try:
        given = give_id(service, **form.cleaned_data, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal)
        return False
    messages.success(request, _("شناسهٔ %(code)s داده شد.") % {"code": persian_digits(given.code)})
    return True


def _shown(request: HttpRequest, version: ServiceVersion, form: ChosenId) -> dict[str, Any]:
    service = version.service
    hints = suggested(version.title, GivenId.objects.count_by_function(service.owner))
    number = _provisional(request, service, form)
    chosen = form.data.get("function", "")
    return {
        "version": version,
        "form": form,
        "hints": hints,
        "divisions": _divisions({hint.function.code for hint in hints}),
        "chosen": functions().get(chosen),
        "number": number,
        "parent": form.data.get("parent", version.card.parent_service_id or ""),
        "why": form.data.get("why", " ".join(_reasons(hints, chosen))),
        "family": relatives(version),
    }


def _provisional(request: HttpRequest, service: Service, form: ChosenId) -> str:
    """The number that would be given now; empty, with the reasons on the form, where none would."""
    said = {} if form.errors.keys() & {"function", "parent"} else getattr(form, "cleaned_data", {})
    if not said:
        return ""
    wish = Wish(service, said["function"], said["parent"], request.user, timezone.localdate())
    try:
        if reasons := unmet(wish):
            raise ValidationError(reasons, code="unmet")
        return next_id(wish.function, wish.parent)
    except ValidationError as refusal:
        if not form.non_field_errors():
            form.add_error(None, refusal)
        return ""


def _divisions(hinted: set[str]) -> list[Division]:
    """All other functions under their divisions."""
    return [
        Division(name, [one for one in groups if one.code not in hinted])
        for name, groups in groupby(functions().values(), key=attrgetter("division"))
    ]


def _reasons(hints: list[Suggestion], chosen: str) -> Iterator[str]:
    return (reason for hint in hints if hint.function.code == chosen for reason in hint.reasons)
