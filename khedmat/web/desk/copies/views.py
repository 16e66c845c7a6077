"""The list of copies that concern me, and the page of one."""

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.cards.copies import perms
from khedmat.cards.copies.turns import awaiting
from khedmat.cards.enums import AT_WORK, CopyStage
from khedmat.cards.models import LocalCopy
from khedmat.organizations.models import Organization
from khedmat.web.desk.copies.beginning import offices_that_write
from khedmat.web.desk.copies.deciding import decisions_for
from khedmat.web.desk.copies.guard import office_copy
from khedmat.web.desk.copies.saying import boxes_said, closed
from khedmat.web.kept import signed_in

A_PAGE = 20
STANDING = (*AT_WORK, CopyStage.PUBLISHED, CopyStage.RETURNED)
TABS = {
    "": _("همه"),
    "mine": _("در انتظار من"),
    "behind": _("الگو تغییر کرده"),
    "draft": CopyStage.DRAFT.label,
    "submitted": CopyStage.SUBMITTED.label,
    "approved": CopyStage.APPROVED.label,
    "published": CopyStage.PUBLISHED.label,
    "returned": CopyStage.RETURNED.label,
}


@require_safe
@never_cache
@signed_in
def copies(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    tab = request.GET.get("stage", "")
    seen = LocalCopy.objects.visible_to(request.user, today).filter(stage__in=STANDING)
    found = awaiting(request.user, today) if tab == "mine" else _narrowed(seen, tab)
    offices = Organization.objects.of_member(request.user, today).exclude(place=None).select_related("place")
    context = {
        "page": Paginator(found.for_list(), A_PAGE).get_page(request.GET.get("page")),
        "offices": list(offices),
        "writes": set(offices_that_write(request).values_list("pk", flat=True)),
        "tabs": TABS.items(),
        "tab": tab if tab in TABS else "",
        "query": f"stage={tab}&" if tab in TABS and tab else "",
    }
    return render(request, "desk/copies/list.html", context)


def _narrowed(found: QuerySet[LocalCopy], tab: str) -> QuerySet[LocalCopy]:
    if tab == "behind":
        held = found.exclude(stage=CopyStage.RETURNED)
        return held.with_news().filter(is_behind=True)
    return found.filter(stage=tab) if tab in STANDING else found


@require_safe
@never_cache
@signed_in
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    found, today = office_copy(request, pk), timezone.localdate()
    context = {
        "copy": found,
        "boxes": boxes_said(found.compared_with.document, found.overrides),
        "closed": closed(),
        "may_edit": perms.can_edit(request.user, found, today),
        "may_begin": perms.can_begin(request.user, found, today),
        "decisions": decisions_for(request, found),
        "why": found.changes.filter(target=CopyStage.RETURNED).select_related("by").last(),
    }
    return render(request, "desk/copies/copy.html", context)
