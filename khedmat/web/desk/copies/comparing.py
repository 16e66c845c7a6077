"""Old template, new template and own text side by side; the person says box by box what stays."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from khedmat.cards.copies import perms, writing
from khedmat.cards.copies.comparing import Row, rows
from khedmat.cards.copies.effective import effective
from khedmat.cards.models import LocalCopy, ServiceVersion
from khedmat.web.counting import counted
from khedmat.web.desk.copies.guard import office_copy
from khedmat.web.desk.copies.saying import said, title_of
from khedmat.web.kept import signed_in

WRITE = "write"  # keep what stands here and go on to write something else
DONE = _("نسخه با الگوی تازه برابر شد؛ پیش‌نویس را ببینید و برای تأیید بفرستید.")


class Side(NamedTuple):
    """A box with its three texts; `picked`: what is chosen on the page already."""

    row: Row
    title: Any
    old: str | None
    new: str | None
    own: str | None
    picked: str

    @property
    def keep_words(self) -> Any:
        return _("نوشتهٔ استان بماند") if self.row.is_own else _("همان الگوی پیشین برای استان بماند")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@signed_in
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    copy = office_copy(request, pk)
    template = ServiceVersion.objects.in_force().filter(service=copy.service_id).first()
    sentences: list[str] = []
    if request.method == "POST":
        try:
            return _carried_out(request, copy)
        except ValidationError as refusal:
            sentences = refusal.messages
    context = {
        "copy": copy,
        "template": template,
        "sides": sides_of(copy, template, request.POST) if template and copy.is_behind else [],
        "may": copy.is_behind and _may(request, copy),
        "sentences": sentences,
    }
    return render(request, "desk/copies/compare.html", context)


def _may(request: HttpRequest, copy: LocalCopy) -> bool:
    today = timezone.localdate()
    return perms.can_edit(request.user, copy, today) or perms.can_begin(request.user, copy, today)


def _choices(post: QueryDict) -> dict[str, str]:
    """Box → what was chosen; «all» for every box of the page."""
    named = {name.removeprefix("choice."): value for name, value in post.items() if name.startswith("choice.")}
    if post.get("all") in ("take", "keep"):
        return dict.fromkeys(post.getlist("box"), post["all"])
    return named


def _carried_out(request: HttpRequest, copy: LocalCopy) -> HttpResponse:
    chosen = _choices(request.POST)
    settled = {box: "keep" if choice == WRITE else choice for box, choice in chosen.items()}
    seen = counted(request.POST.get("seen", "")) or 0
    draft = writing.compare(copy, settled, seen=seen, by=request.user, at=timezone.now())
    messages.success(request, DONE)
    to_write = [box for box, choice in chosen.items() if choice == WRITE]
    return redirect("web:copy-box", draft.pk, to_write[0]) if to_write else redirect("web:copy", draft.pk)


def sides_of(copy: LocalCopy, template: ServiceVersion, post: QueryDict) -> list[Side]:
    """Boxes that changed in the template, or that the province writes for itself."""
    before, chosen = copy.compared_with.document, _choices(post)
    local, after = effective(before, copy.overrides), template.document
    found = rows(copy.compared_with.content, template.content, copy.overrides)
    return [
        Side(
            row,
            title_of(row.box),
            said(row.box, before),
            said(row.box, after),
            said(row.box, local),
            chosen.get(row.box) or row.usual or "",
        )
        for row in found
    ]
