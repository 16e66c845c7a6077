"""Addresses in published cards that do not answer: the agency's own, the centre's all."""

import logging
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from khedmat.cards.enums import LinkState
from khedmat.cards.links.asking import ask_again
from khedmat.cards.links.tasks import visit
from khedmat.cards.models import CardLink, ServiceVersion, WebAddress
from khedmat.cards.rules.labels import field_label
from khedmat.core.persian import fold_line, persian_digits
from khedmat.organizations.models import Membership
from khedmat.web.desk.refusing import tell
from khedmat.web.kept import signed_in
from khedmat.web.public.forms import rest_of
from khedmat.web.tables import csv_answer

log = logging.getLogger(__name__)
A_PAGE, MOST_PLACES = 50, 20
ILL = (LinkState.BROKEN, LinkState.SUSPECT, LinkState.DOUBTFUL)
TONES = {
    LinkState.UNSEEN: "plain",
    LinkState.FINE: "good",
    LinkState.SUSPECT: "mind",
    LinkState.BROKEN: "seal",
    LinkState.DOUBTFUL: "mind",
}
QUEUED = _("وارسی در صف است؛ اندکی بعد همین صفحه را دوباره باز کنید.")


class LinkFilter(forms.Form):
    """What narrows the list; it lives in the address. An unknown value narrows nothing."""

    q = forms.CharField(label=_("در نشانی یا عنوان"), required=False, max_length=200)
    state = forms.ChoiceField(
        label=_("وضع"), required=False, choices=[("", _("شکسته یا با هشدار")), *LinkState.choices, ("all", _("همه"))]
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, label_suffix="")
        self.is_valid()

    def narrow(self, links: QuerySet[CardLink]) -> QuerySet[WebAddress]:
        state, words = self.cleaned_data.get("state", ""), fold_line(self.cleaned_data.get("q", ""))
        if words:
            links = links.filter(address__address__icontains=words) | links.filter(version__title__icontains=words)
        found = WebAddress.objects.filter(pk__in=links.order_by().values("address"))
        return found if state == "all" else found.filter(state__in=[state] if state else ILL)


def links_for(request: HttpRequest) -> QuerySet[CardLink]:
    """Of published cards: the centre looks at all of them."""
    on = timezone.localdate()
    published = ServiceVersion.objects.published()
    if not Membership.objects.of(request.user).in_force(on).reviewing().exists():
        published = published.of_office(request.user, on)
    return CardLink.objects.filter(version__in=published.values("pk"))


class Shown(NamedTuple):
    """An address with the boxes of cards that hold it."""

    address: WebAddress
    places: list[tuple[ServiceVersion, str]]

    @property
    def tone(self) -> str:
        return TONES[self.address.state]

    @property
    def code(self) -> str:
        """What the server answered, where the reason does not say it already."""
        said = persian_digits(self.address.status or "")
        return "" if said in self.address.get_why_display() else said


def _shown(found: QuerySet[WebAddress], links: QuerySet[CardLink], most: int | None = None) -> QuerySet[WebAddress]:
    """Each with its places, `most` of them at most: one home page may stand in ten thousand boxes."""
    light = links.order_by("version", "path").only("path", "address", "version")[:most]
    return found.prefetch_related(Prefetch("links", queryset=light, to_attr="seen")).order_by("host", "address", "pk")


def _rows(addresses: Iterable[Any]) -> list[Shown]:
    """The versions are read when it is known which ones are shown."""
    shown = list(addresses)
    named = ServiceVersion.objects.select_related("service__owner").only("title", "service__owner__name")
    versions = named.in_bulk({link.version_id for one in shown for link in one.seen})
    return [Shown(one, [(versions[link.version_id], field_label(link.path)) for link in one.seen]) for one in shown]


@require_safe
@never_cache
@signed_in
def links(request: HttpRequest) -> HttpResponse:
    form, mine = LinkFilter(request.GET), links_for(request)
    page = Paginator(_shown(form.narrow(mine), mine, MOST_PLACES + 1), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "rows": _rows(page),
        "most": MOST_PLACES,
        "most_places": f":{MOST_PLACES}",
        "query": rest_of(request.GET),
        "is_on": settings.LINKS_CHECKED,
    }
    return render(request, "desk/links.html", context)


@require_safe
@never_cache
@signed_in
def table(request: HttpRequest) -> HttpResponse:
    """A line for each box of each card, so that it can be handed to whoever mends it."""
    mine = links_for(request)
    headings = ["نشانی", "وضع", "چرا", "کد پاسخ", "آخرین وارسی", "دستگاه", "شناسنامه", "خانه"]
    found = _rows(_shown(LinkFilter(request.GET).narrow(mine), mine))
    return csv_answer("links.csv", headings, (line for shown in found for line in _lines(shown)))


def _lines(shown: Shown) -> Iterator[list[Any]]:
    one = shown.address
    day = timezone.localdate(one.checked_at) if one.checked_at else None
    said = [one.address, one.get_state_display(), one.get_why_display(), one.status, day]
    return ([*said, version.service.owner.name, version.title, box] for version, box in shown.places)


@require_POST
@never_cache
@signed_in
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Queued, never asked while somebody waits: whoever answers slowly would hold a worker of the pages."""
    seen = WebAddress.objects.filter(pk__in=links_for(request).values("address"), pk=pk).first()
    if seen is None:
        log.warning("user %s asked for address %s of another agency", request.user.pk, pk)
        raise Http404
    try:
        ask_again(seen, by=request.user, at=timezone.now())
        visit(seen.host)
        messages.success(request, QUEUED)
    except ValidationError as refusal:
        tell(request, refusal)
    return redirect("web:desk-links")
