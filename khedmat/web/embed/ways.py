"""The lines by which a site takes the list of an agency: each a way of its own, for what a site can do."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from khedmat.core.persian import prose
from khedmat.embedding import addresses
from khedmat.organizations.models import Organization

FILE = "/var/www/khedmat-services.html"


class Way(NamedTuple):
    """`lines`: to be copied as they are."""

    name: str
    title: Promise
    about: Promise
    lines: str


def ways_of(agency: Organization) -> list[Way]:
    return [
        Way(
            "frame", _("قاب (iframe)"), _("ساده‌ترین راه، در هر سامانهٔ مدیریت محتوا. همیشه روزآمد است."), _frame(agency)
        ),
        Way(
            "include",
            _("درج در صفحه، برای وردپرس و جوملا"),
            _("سطر نخست را در cron سرور بگذارید تا هر ربع ساعت فهرست را بگیرد، سطر دوم را در قالب صفحه."),
            _include(agency),
        ),
        Way(
            "element",
            _("عنصر وب (web component)"),
            _("بی قاب و با جاوااسکریپت؛ هر جا اجرا نشود پیوند درون آن می‌ماند."),
            _element(agency),
        ),
        Way(
            "kit",
            _("بستهٔ ZIP امضاشده"),
            _("برای وبگاهی که به این سامانه راه ندارد: صفحه‌ها را در پوشه‌ای بگذارید و پس از هر انتشار دوباره بگیرید."),
            _kit(agency),
        ),
    ]


def _title(agency: Organization) -> str:
    return str(_("خدمت‌های %(agency)s")) % {"agency": prose(agency.name)}


def _frame(agency: Organization) -> str:
    line = '<iframe src="{}" title="{}" width="100%" height="600" loading="lazy"></iframe>'
    return format_html(line, addresses.of_agency(agency), _title(agency))


def _include(agency: Organization) -> str:
    address = addresses.of_agency(agency, "/list.html")
    cron = f"*/15 * * * * wget -q -O {FILE}.new {address} && mv {FILE}.new {FILE}"
    return f'{cron}\n<?php readfile("{FILE}"); ?>'


def _kit(agency: Organization) -> str:
    address, key = addresses.of_agency(agency, ".zip"), addresses.of_asset("key.pem")
    return f"wget {address}\nwget {key}\nkhedmat verify-embed {agency.code}.zip --key key.pem"


def _element(agency: Organization) -> str:
    lines = (
        '<script type="module" src="{}"></script>\n<khedmat-services agency="{}"><a href="{}">{}</a></khedmat-services>'
    )
    script, page = addresses.of_asset("khedmat.js"), addresses.of_agency(agency)
    return format_html(lines, script, agency.code, page, _title(agency))
