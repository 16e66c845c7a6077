"""A new card from empty, and a new draft of a service that has a card."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from khedmat.accounts.models import User
from khedmat.cards import perms
from khedmat.cards.actions import create_draft
from khedmat.cards.alike import Alike, alike
from khedmat.cards.form import Card, Document, Source
from khedmat.cards.models import ServiceVersion
from khedmat.cards.redrafting import redraft as draft_again
from khedmat.cards.titles.declared import as_declared, declared_of
from khedmat.core.persian import fold_line, key, prose
from khedmat.organizations.enums import Role
from khedmat.organizations.models import Membership, Organization
from khedmat.web.desk.guard import office_service
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in

LONGEST_TITLE = 300
NOT_AUTHOR = _("پیش‌نویس تازه را نویسندگان «%(owner)s» می‌سازند؛ یکی از آنان همین دکمه را در همین صفحه دارد.")
UNDECLARED = _(
    "عنوان خدمت‌های «%(owner)s» تأیید شده است و عنوان شناسنامه از همان فهرست برگزیده می‌شود. عنوانی که در آن نیست با "
    "ویرایش تازهٔ فهرست در صفحهٔ «عنوان خدمت‌ها» و تأیید بالاترین مقام دستگاه افزوده می‌شود."
)
HERE = Source(name="desk", media_type="application/vnd.khedmat.desk")


def offices_of_author(user: User, on: date) -> QuerySet[Organization]:
    """The agencies for which somebody may begin a card."""
    writing = Membership.objects.of(user).in_force(on).filter(role=Role.AUTHOR)
    return Organization.objects.filter(pk__in=writing.values("organization")).select_related("parent")


class NewCard(forms.Form):
    """Whose service it is and what it is called; the rest is the editor's."""

    office = forms.ModelChoiceField(
        Organization.objects.none(),
        label=_("دستگاه"),
        empty_label=None,
        error_messages={
            "required": _("دستگاهی را که خدمت از آن است برگزینید."),
            "invalid_choice": _("شما نویسندهٔ این دستگاه نیستید؛ یکی از دستگاه‌های فهرست را برگزینید."),
        },
    )
    title = forms.CharField(
        label=_("عنوان خدمت"),
        strip=False,
        error_messages={"required": _("عنوان خدمت را بنویسید؛ باقی خانه‌ها پس از آن پر می‌شود.")},
    )
    anyway = forms.BooleanField(label=_("خدمت دیگری است؛ با همین عنوان بساز"), required=False)

    def __init__(self, data: Any, offices: list[Organization]) -> None:
        super().__init__(data, label_suffix="")
        self.alike: list[Alike] = []
        self.only_office = offices[0] if len(offices) == 1 else None
        self.declared = declared_of(offices)
        self.fields["office"].queryset = Organization.objects.filter(pk__in=[office.pk for office in offices])
        if self.only_office:
            del self.fields["office"]
        if self.must_choose:
            choices = [("", _("برگزینید")), *((title, prose(title)) for title in self.declared[self.only_office.pk])]
            self.fields["title"].widget = forms.Select(choices=choices)

    @property
    def must_choose(self) -> bool:
        """Of one office alone: where there are several, its list is known only when it is picked."""
        return self.only_office is not None and self.only_office.pk in self.declared

    def clean_title(self) -> str:
        title = fold_line(self.cleaned_data["title"])
        if not key(title):
            raise ValidationError(_("عنوان دست‌کم یک واژه می‌خواهد، مانند «صدور پروانهٔ …»."))
        if len(title) > LONGEST_TITLE:
            raise ValidationError(_("عنوان از ۳۰۰ نویسه بلندتر است؛ نام کوتاه خدمت را بنویسید و شرح را در بخش ۴."))
        return title

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        said.setdefault("office", self.only_office)
        if said.get("title") and said.get("office"):
            said["title"] = self._as_declared(said["office"], said["title"])
            self.alike = alike(said["office"], said["title"])
            self._refuse_twins(said.get("anyway", False))
        return said

    @property
    def may_insist(self) -> bool:
        """Near titles may be two services; one and the same title may not."""
        return not any(found.is_same for found in self.alike)

    def _as_declared(self, office: Organization, title: str) -> str:
        """In the letters of the list. Once an agency's titles are confirmed, its cards bear no other."""
        declared = as_declared(title, self.declared.get(office.pk, [title]))
        if declared is None:
            self.add_error("title", UNDECLARED % {"owner": office.name})
        return declared or title

    def _refuse_twins(self, anyway: bool) -> None:
        if not self.may_insist:
            self.add_error(
                "title", _("دستگاه شما خدمتی با همین عنوان دارد؛ همان را باز کنید یا عنوان را دقیق‌تر بنویسید.")
            )
        elif self.alike and not anyway:
            self.add_error("title", _("عنوان‌های نزدیکی در دستگاه شما هست؛ اگر خدمت دیگری است، خانهٔ زیر را تیک بزنید."))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def new(request: HttpRequest) -> HttpResponse:
    offices = list(offices_of_author(request.user, timezone.localdate()))
    form = NewCard(request.POST or None, offices)
    if request.method == "POST" and form.is_valid() and (version := _begun(form, request.user)):
        return redirect(editor_of(version))
    return render(request, "desk/new.html", {"form": form, "offices": offices})


def _begun(form: NewCard, user: User) -> ServiceVersion | None:
    """The draft with what the register knows of the agency; None, and the reason beside the title, if refused."""
    office = form.cleaned_data["office"]
    parent = office.parent.name if office.parent else None
    card = Card(title=form.cleaned_data["title"], executive_agency=office.name, parent_agency=parent)
    document = Document(kind="service_card", edition="1393", card=card, source=HERE)
    try:
        return create_draft(document, owner=office, by=user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error("title", refusal)
        return None


def editor_of(version: ServiceVersion, section: str = "specification") -> str:
    """Where the card is filled in; what the register knows is in the first section already."""
    return reverse("web:desk-edit", args=[version.pk, section])


@require_POST
@never_cache
@signed_in
def redraft(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft that begins as the version asked for, else as the newest; the one that is there, if there is one."""
    source = office_service(request, pk, number=request.POST.get("number", ""))
    try:
        version = _redrafted(source, request.user)
        messages.success(request, _("این پیش‌نویس است: آن را در خانه‌های فرم درست کنید و دوباره بفرستید."))
    except ValidationError as refusal:
        version = source
        tell(request, refusal)
    return redirect("web:desk-version", pk=version.pk)


def _redrafted(source: ServiceVersion, user: User) -> ServiceVersion:
    if not perms.can_redraft(user, source, timezone.localdate()):
        raise ValidationError(NOT_AUTHOR, params={"owner": source.service.owner.name})
    return draft_again(source, by=user, at=timezone.now())
