"""«This is wrong or missing»: said by anybody, without an account or a cookie; followed by the address alone."""

from typing import Any

from allauth.core.internal.ratelimit import consume_or_429
from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from khedmat.cards.enums import FeedbackTopic
from khedmat.cards.feedback.actions import say
from khedmat.cards.models import Feedback, ServiceVersion
from khedmat.cards.models.feedback import LONGEST_FEEDBACK
from khedmat.web.public.access import answered_when_ended, in_force_or_404, public_page
from khedmat.web.public.paging import paged

STAMP = "feedback"
SOONEST, LATEST = 3, 24 * 3600  # seconds between the form and the sending: robots are faster, old pages are stale
STALE = _("این صفحه کهنه شده است؛ متن شما مانده است، دوباره «بفرست» را بزنید.")
TOO_FAST = _("فرم زودتر از آن که نوشته شود رسید؛ چند ثانیه صبر کنید و دوباره «بفرست» را بزنید.")
TOO_MANY = _("از این نشانی در یک ساعت پیام‌های بسیار رسیده است؛ متن شما مانده است، ساعتی دیگر «بفرست» را بزنید.")
A_ROBOT = _("خانهٔ آخر باید خالی بماند؛ آن را پاک کنید و دوباره بفرستید.")


class FeedbackForm(forms.Form):
    """What a reader says. `stamp` tells when the form was given out, signed; `website` is a box that no person sees."""

    topic = forms.ChoiceField(label=_("دربارهٔ چیست؟"), choices=FeedbackTopic)
    text = forms.CharField(
        label=_("چه چیز نادرست یا ناگفته است؟"), max_length=LONGEST_FEEDBACK, widget=forms.Textarea({"rows": 5})
    )
    website = forms.CharField(required=False, widget=forms.TextInput({"tabindex": "-1", "autocomplete": "off"}))
    stamp = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, service: int, **more: Any) -> None:
        super().__init__(data, label_suffix="", **more)
        self.signer = signing.TimestampSigner(salt=f"{STAMP} {service}")

    @property
    def fresh_stamp(self) -> str:
        return self.signer.sign(STAMP)

    def clean_website(self) -> str:
        if self.cleaned_data["website"]:
            raise ValidationError(A_ROBOT)
        return ""

    def clean_stamp(self) -> str:
        stamp = self.cleaned_data["stamp"]
        try:
            self.signer.unsign(stamp, max_age=LATEST)
        except signing.BadSignature as error:
            raise ValidationError(STALE) from error
        if self._is_young(stamp):
            raise ValidationError(TOO_FAST)
        return stamp

    def _is_young(self, stamp: str) -> bool:
        try:
            self.signer.unsign(stamp, max_age=SOONEST)
        except signing.SignatureExpired:
            return False
        return True


@never_cache
@csrf_exempt  # no session, so nobody's right is borrowed; a token would set a cookie
@require_http_methods(["GET", "HEAD", "POST"])
@answered_when_ended
def feedback(request: HttpRequest, pk: int) -> HttpResponse:
    version = in_force_or_404(pk)
    form = FeedbackForm(request.POST or None, service=pk, initial={"topic": request.GET.get("about", "")})
    if request.method == "POST":
        if consume_or_429(request, app="allauth.account", action="feedback"):
            form.add_error("text", TOO_MANY)
            return _page(request, form, version, status=429)
        if said := _said(form, version):
            return redirect("web:feedback-said", said.code)
    return _page(request, form, version)


feedback.is_public = True


def _page(request: HttpRequest, form: FeedbackForm, version: ServiceVersion, *, status: int = 200) -> HttpResponse:
    page = paged(request, version.service.feedback.shown().prefetch_related("steps__version").order_by("-pk"))
    context = {"version": version, "form": form, "page": page, "wrong": form.errors}
    return render(request, "public/feedback/page.html", context, status=status)


def _said(form: FeedbackForm, version: ServiceVersion) -> Feedback | None:
    """None where something is amiss: it stands in the form."""
    if not form.is_valid():
        return None
    try:
        return say(version, form.cleaned_data["topic"], form.cleaned_data["text"], at=timezone.now())
    except ValidationError as refusal:
        form.add_error("text", refusal.messages)
        return None


@public_page
def said(request: HttpRequest, code: str) -> HttpResponse:
    """Its address is the receipt: nothing else tells who wrote it."""
    found = Feedback.objects.select_related("version", "service__owner").prefetch_related("steps__version")
    return render(request, "public/feedback/said.html", {"one": get_object_or_404(found, code=code)})
