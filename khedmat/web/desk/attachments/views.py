"""Attaching files, taking them, taking them away: find, guard, form, act, answer."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from khedmat.cards.attaching import actions, perms
from khedmat.cards.attaching.place import Place, place_of
from khedmat.cards.models import Attachment
from khedmat.files.actions import store
from khedmat.web.attached import file_of
from khedmat.web.counting import counted
from khedmat.web.desk.attachments.forms import AttachmentForm, TakingAway
from khedmat.web.desk.guard import office_version
from khedmat.web.desk.titles.guard import office_titles
from khedmat.web.kept import signed_in
from khedmat.web.own import own_or_404

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
@never_cache
@signed_in
def to_version(request: HttpRequest, pk: int) -> HttpResponse:
    version = office_version(request, pk)
    asked = request.GET.get("remark", "")
    remark = get_object_or_404(version.remarks.select_related("by"), pk=counted(asked) or 0) if asked else None
    return _add(request, Place(version, remark))


@require_http_methods(FORM)
@never_cache
@signed_in
def to_titles(request: HttpRequest, pk: int) -> HttpResponse:
    return _add(request, Place(titles=office_titles(request, pk)))


@require_safe
@never_cache
@signed_in
def download(request: HttpRequest, pk: int) -> HttpResponse:
    return file_of(_standing(request, pk))


@require_http_methods(FORM)
@never_cache
@signed_in
def take_away(request: HttpRequest, pk: int) -> HttpResponse:
    found = _standing(request, pk)
    form, back = TakingAway(request.POST if request.method == "POST" else None), back_of(place_of(found))
    if form.is_bound and form.is_valid() and _is_gone(request, form, found):
        return redirect(back)
    return render(request, "desk/attachments/take_away.html", {"attachment": found, "form": form, "back": back})


def back_of(place: Place) -> str:
    """The page on which it stands: a remark's is the review."""
    if place.titles:
        return f"{reverse('web:title-list', args=[place.titles.pk])}#attachments"
    assert place.version is not None
    if place.remark:
        return f"{reverse('web:desk-review', args=[place.version.pk])}#box-{place.remark.path}"
    return f"{reverse('web:desk-version', args=[place.version.pk])}#attachments"


def _standing(request: HttpRequest, pk: int) -> Attachment:
    """One that this person may see from inside; what was taken away nobody gets."""
    visible = Attachment.objects.visible_to(request.user, timezone.localdate()).for_list()
    about = visible.select_related("version__service__owner", "title_list__agency", "remark")
    found = own_or_404(request, about, pk, name="attachment")
    if found.taken_away:
        raise Http404
    return found


def _add(request: HttpRequest, place: Place) -> HttpResponse:
    given = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    choices: dict[str, Any] = {
        "may_publish": perms.can_publish(request.user, place, timezone.localdate()),
        "has_diagram": place.version is not None and place.remark is None,
        "kind": request.GET.get("kind", ""),
    }
    form = AttachmentForm(*given, **choices)
    if form.is_bound and form.is_valid() and _is_kept(request, form, place):
        return redirect(back_of(place))
    return render(request, "desk/attachments/add.html", {"form": form, "place": place, "back": back_of(place)})


def _is_kept(request: HttpRequest, form: AttachmentForm, place: Place) -> bool:
    """Whether it was attached; else the reason stands in the form."""
    signed: dict[str, Any] = {"by": request.user, "at": timezone.now()}
    try:
        actions.demand_right(place, **signed)
        media_type, _endings = form.sniffed
        file = store(form.cleaned_data["file"].data, name=form.name, media_type=media_type, at=signed["at"])
        actions.attach(place, form.given(file), **signed)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, _("پرونده پیوست شد."))
    return True


def _is_gone(request: HttpRequest, form: TakingAway, found: Attachment) -> bool:
    try:
        actions.take_away(found, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    messages.success(request, _("پیوست برداشته شد."))
    return True
