"""Which services give a document: its steward writes them line by line, by ID, address or title."""

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.documents.issuing import name_issuers
from khedmat.cards.identifiers import bare
from khedmat.cards.models import Service
from khedmat.core.persian import fold_line, squeeze
from khedmat.core.sequences import unique
from khedmat.registers.models import DocumentType
from khedmat.web.desk.refusing import look_again
from khedmat.web.desk.registers.forms import LinesField
from khedmat.web.desk.registers.views import keeper_kit
from khedmat.web.kept import signed_in

MOST = 30
_ADDRESS = re.compile(r"/services/(\d{1,18})(?:/|$)")
NOT_FOUND = _("خدمت منتشرشده‌ای با «%(line)s» نیست؛ شناسهٔ یازده‌رقمی، نشانی صفحهٔ خدمت یا عنوان کامل آن را بنویسید.")
SEVERAL = _("چند خدمت منتشرشده عنوان «%(line)s» دارند؛ به‌جای آن شناسه یا نشانی صفحهٔ یکی از آنها را بنویسید.")
TOO_MANY = _("بیش از ۳۰ خدمت نوشته شده است؛ آنهایی را که خود این مدرک را می‌دهند نگه دارید.")


class IssuersForm(forms.Form):
    """One service a line; none says that nobody knows."""

    services = LinesField(
        label=_("خدمت‌هایی که این مدرک را می‌دهند، هر یک در یک سطر: شناسه، نشانی صفحه یا عنوان کامل"),
        required=False,
        strip=False,
        max_length=10_000,
        widget=forms.Textarea({"rows": 6}),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any, entry: DocumentType) -> None:
        super().__init__(data, label_suffix="", initial={"seen": entry.revision, "services": lines_of(entry)})

    def clean_services(self) -> list[Service]:
        lines = self.cleaned_data["services"]
        if len(lines) > MOST:
            raise ValidationError(TOO_MANY)
        return unique(map(meant, lines))


def lines_of(entry: DocumentType) -> list[str]:
    """As the steward finds them again: by ID, by address where there is none."""
    services = Service.objects.filter(issues__document_type=entry).order_by("pk")
    return [one.code or f"/services/{one.pk}/" for one in services]


def meant(line: str) -> Service:
    """ValidationError in words for a line that means no published service, or several."""
    found = list(Service.objects.public().filter(_means(fold_line(line))).distinct().order_by("pk")[:2])
    if len(found) != 1:
        raise ValidationError(SEVERAL if found else NOT_FOUND, params={"line": line})
    return found[0]


def _means(line: str) -> Q:
    address, number = _ADDRESS.search(line), bare(line)
    if address:
        return Q(pk=int(address[1]))
    return Q(code=number) if number.isdigit() and number else Q(versions__title_key__letters=squeeze(line))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def issuing(request: HttpRequest, pk: int) -> HttpResponse:
    kit = keeper_kit(request, "documents")
    entry = get_object_or_404(DocumentType.objects.standing(), pk=pk)
    form = IssuersForm(request.POST or None, entry)
    if request.method == "POST" and form.is_valid() and _is_kept(request, form, entry):
        return redirect("web:register-entry", "documents", pk)
    return render(request, "desk/registers/issuing.html", {"kit": kit, "entry": entry, "form": form})


def _is_kept(request: HttpRequest, form: IssuersForm, entry: DocumentType) -> bool:
    said = form.cleaned_data
    try:
        name_issuers(entry, said["services"], seen=said["seen"], by=request.user, at=timezone.now())
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        entry.refresh_from_db(fields=["revision"])
        look_again(form, entry.revision)
        return False
    messages.success(request, _("ثبت شد."))
    return True
