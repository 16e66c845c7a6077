"""Asking for a look at an agency's pages before its night."""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.links.asking import SWITCHED_OFF
from khedmat.cards.models import PortalCheck, ServicesPage
from khedmat.cards.portal.pages import NOT_YOURS, page_of
from khedmat.cards.portal.perms import can_keep_portal
from khedmat.cards.portal.recording import last_check
from khedmat.organizations.models import Organization

SOONEST = timedelta(minutes=10)
NO_PAGE = _("نشانی صفحهٔ خدمت‌ها نوشته نشده است؛ نخست آن را در همین صفحه بنویسید.")
JUST_CHECKED = _("این صفحه کمتر از ده دقیقه پیش وارسی شد؛ اندکی بعد دوباره بخواهید.")
WAITS_ALREADY = _("وارسی این دستگاه در صف است؛ نتیجه در همین صفحه می‌آید.")


def refuse_ask(agency: Organization, *, by: User, at: datetime) -> None:
    """Says all that keeps somebody from asking now."""
    if not can_keep_portal(by, agency, localdate(at)):
        raise ValidationError(NOT_YOURS, params={"agency": agency.name})
    page, last = page_of(agency), last_check(agency)
    wrong = {
        SWITCHED_OFF: not settings.LINKS_CHECKED,
        NO_PAGE: page is None or not page.addresses,
        JUST_CHECKED: _is_just_done(page, last, at),
    }
    if sentences := [sentence for sentence, is_so in wrong.items() if is_so]:
        raise ValidationError(sentences, code="unmet")


def _is_just_done(page: ServicesPage | None, last: PortalCheck | None, at: datetime) -> bool:
    """Not when the addresses were changed since: their owner need not wait to see whether they are right."""
    return last is not None and at - last.at < SOONEST and not (page is not None and page.at > last.at)
