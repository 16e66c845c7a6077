"""A manager invites people to the agency, and decides how long a role lasts."""

import logging
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from khedmat.organizations import joining, membership
from khedmat.organizations.models import Invitation, Membership, Organization
from khedmat.web.desk.asking import Question, ask, is_sure
from khedmat.web.desk.joining_forms import InvitationForm, LastDay
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

log = logging.getLogger(__name__)
REVOKE = _("دعوت «%(who)s» پس گرفته شود؟")
REVOKE_TOLD = _(
    "پیوند آن دیگر باز نمی‌شود و این کار برگشت ندارد؛ اگر باز هم لازم شد دعوت تازه‌ای بسازید و پیوند آن را بفرستید."
)
END = _("نقش «%(role)s» از «%(who)s» گرفته شود؟")
END_TOLD = _(
    "از همین امروز این نقش را در «%(agency)s» ندارد و این کار برگشت ندارد؛ برای بازگشت باید از نو دعوت شود. "
    "نام و نقش او در سرگذشت شناسنامه‌ها می‌ماند و حسابش باز می‌ماند."
)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def invite(request: HttpRequest) -> HttpResponse:
    """The link is in the answer to the form and nowhere else."""
    managed = Organization.objects.managed_by(request.user, timezone.localdate())
    found_managed(request, managed.exists(), "the people of an agency")
    form = InvitationForm(request.POST or None, managed, first=request.GET.get("organization", ""))
    link = _invited(request, form) if request.method == "POST" and form.is_valid() else None
    return render(request, "desk/invite.html", {"form": form, "link": link, "invitation": form.instance})


def _invited(request: HttpRequest, form: InvitationForm) -> str | None:
    try:
        token = joining.invite(form.instance, by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return None
    return request.build_absolute_uri(reverse("web:invitation", args=[form.instance.pk, token]))


@require_POST
@never_cache
@signed_in
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = Invitation.objects.managed_by(request.user, timezone.localdate()).filter(pk=pk).first()
    found_managed(request, invitation, f"invitation {pk}")
    if not is_sure(request):
        return ask(request, Question(REVOKE % {"who": invitation}, REVOKE_TOLD, _("پس‌گرفتن دعوت"), "web:people"))
    said(request, lambda: joining.revoke(invitation, by=request.user, at=timezone.now()), _("دعوت پس گرفته شد."))
    return redirect("web:people")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def last_day(request: HttpRequest, pk: int) -> HttpResponse:
    role = managed_role(request, pk)
    form = LastDay(request.POST or None, initial={"until": role.ends_on}, label_suffix="")
    if request.method == "POST" and form.is_valid():
        day = {"until": form.cleaned_data["until"], "by": request.user, "at": timezone.now()}
        said(request, lambda: membership.set_last_day(role, **day), _("ذخیره شد."))
        return redirect("web:membership", pk=pk)
    return render(request, "desk/membership.html", {"membership": role, "form": form} | _history(request, role))


def _history(request: HttpRequest, role: Membership) -> dict[str, Any]:
    today, letters = timezone.localdate(), role.delegations.for_list()
    may_end = _may_end(request, role)
    return {
        "has_ended": role.has_ended(today),
        "changes": role.changes.select_related("by"),
        "delegations": [(one, may_end and one.may_be_ended(today)) for one in letters],
    }


@require_POST
@never_cache
@signed_in
def end(request: HttpRequest, pk: int) -> HttpResponse:
    role = managed_role(request, pk)
    if _may_end(request, role) and not is_sure(request):
        return ask(request, _end_of(role))
    said(request, lambda: membership.end_now(role, by=request.user, at=timezone.now()), _("این نقش پایان یافت."))
    return redirect("web:membership", pk=pk)


def _may_end(request: HttpRequest, role: Membership) -> bool:
    return request.user.pk != role.user_id and not role.has_ended(timezone.localdate())


def _end_of(role: Membership) -> Question:
    title = END % {"role": role.get_role_display(), "who": role.user}
    told = END_TOLD % {"agency": role.organization.name}
    return Question(title, told, _("پایان‌دادن به این نقش"), reverse("web:membership", args=[role.pk]))


def managed_role(request: HttpRequest, pk: int) -> Membership:
    roles = Membership.objects.managed_by(request.user, timezone.localdate()).for_list()
    return found_managed(request, roles.filter(pk=pk).first(), f"membership {pk}")


def found_managed(request: HttpRequest, thing: Any, what: str) -> Any:
    """Else a 404, and a line in the log: it is somebody else's, or nobody's."""
    if not thing:
        log.warning("user %s asked for %s, which they do not manage", request.user.pk, what)
        raise Http404
    return thing


def said(request: HttpRequest, act: Any, done: Any) -> None:
    """What was done, or why not."""
    try:
        act()
        messages.success(request, done)
    except ValidationError as refusal:
        tell(request, refusal)
