"""Saying where an agency's list of services stands: on its own domains, each time a row of the log."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.links.target import Malformed, Target, target
from khedmat.cards.models import ServicesPage
from khedmat.cards.portal.perms import can_keep_portal
from khedmat.core.persian import persian_digits
from khedmat.organizations.models import Organization
from khedmat.organizations.standing import locked_in_force

MOST = 5
NOT_YOURS = _(
    "نشانی صفحهٔ خدمت‌های «%(agency)s» را نویسندگان، تأییدکنندگان و مدیر کاربران همان دستگاه "
    "یا بررسی‌کنندگان مرکز می‌نویسند؛ "
    "یکی از آنان این کار را در صفحهٔ «درگاه دستگاه» در میز کار می‌کند."
)
TOO_MANY = _("بیش از %(most)s نشانی نوشته شده است؛ صفحه‌ای را بنویسید که فهرست خدمت‌ها در آن است.")
MALFORMED = _(
    "«%(address)s» نشانی وب نیست یا درگاه نامعمول دارد؛ آن را کامل بنویسید، مانند https://sample.ir/services."
)
NO_DOMAIN = _(
    "برای «%(agency)s» دامنه‌ای در دفتر دستگاه‌ها نیست؛ نخست بررسی‌کنندگان مرکز دامنهٔ آن را در صفحهٔ «دستگاه‌ها» می‌نویسند."
)
FOREIGN = _(
    "«%(host)s» از دامنه‌های «%(agency)s» نیست (%(domains)s)؛ نشانی صفحه‌ای از وبگاه خود دستگاه را بنویسید، "
    "یا از مرکز بخواهید این دامنه را در صفحهٔ «دستگاه‌ها» بیفزاید."
)


@transaction.atomic
def keep_pages(agency: Organization, written: Iterable[str], *, by: User, at: datetime) -> ServicesPage | None:
    """The row that holds from now on; what stays as it was is no new row."""
    if not can_keep_portal(by, agency, localdate(at)):
        raise ValidationError(NOT_YOURS, params={"agency": agency.name})
    agency = locked_in_force(agency, on=localdate(at), work=str(_("نوشتن نشانی صفحهٔ خدمت‌ها")))
    addresses = _addresses(agency, written)
    if addresses == addresses_of(agency):
        return page_of(agency)
    return ServicesPage.objects.create(agency=agency, addresses=addresses, by=by, at=at)


def page_of(agency: Organization) -> ServicesPage | None:
    """The row in force."""
    return ServicesPage.objects.filter(agency=agency).select_related("by").order_by("-pk").first()


def addresses_of(agency: Organization) -> list[str]:
    """None where no page is named, or was taken back."""
    page = page_of(agency)
    return page.addresses if page else []


def _addresses(agency: Organization, written: Iterable[str]) -> list[str]:
    found = list(dict.fromkeys(str(_own(agency, one.strip())) for one in written if one.strip()))
    if len(found) > MOST:
        raise ValidationError(TOO_MANY, params={"most": persian_digits(MOST)})
    return found


def _own(agency: Organization, address: str) -> Target:
    """An address below a domain of the agency: nobody has the pages of somebody else read."""
    found = _whole(address)
    if not agency.domains:
        raise ValidationError(NO_DOMAIN, params={"agency": agency.name})
    if not any(_is_below(found.host, domain) for domain in agency.domains):
        said = {"host": found.host, "agency": agency.name, "domains": "، ".join(agency.domains)}
        raise ValidationError(FOREIGN, params=said)
    return found


def _whole(address: str) -> Target:
    """With https where no scheme is written."""
    try:
        return target(address if "://" in address else f"https://{address}")
    except Malformed as error:
        raise ValidationError(MALFORMED, params={"address": address[:200]}) from error


def _is_below(host: str, domain: str) -> bool:
    return f".{host}".endswith(f".{domain.lower()}")
