"""The boxes that only other editions of the form print: shown where they are filled."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.cards import form
from khedmat.web import words


class Later(NamedTuple):
    """A box outside the ten sections: its path, its name and how its value is said."""

    path: str
    title: Promise
    say: Callable[[form.Card], str | None]


LATER = (
    Later("local_id", _("شناسهٔ محلی"), lambda card: card.local_id),
    Later("parent_service_id", _("شناسهٔ خدمت بالادست"), lambda card: card.parent_service_id),
    Later("parent_service_title", _("عنوان خدمت بالادست"), lambda card: card.parent_service_title),
    Later("leads_to_permit", _("به صدور مجوز می‌انجامد"), lambda card: words.yes_no(card.leads_to_permit)),
    Later("service_pattern", _("الگوی خدمت"), lambda card: card.service_pattern),
    Later("maturity", _("بلوغ"), lambda card: card.maturity),
    Later("service_hours", _("زمان ارائهٔ خدمت"), lambda card: card.service_hours),
    Later("sla_url", _("توافق‌نامهٔ سطح خدمت"), lambda card: card.sla_url),
    Later("complaint_url", _("نشانی ثبت شکایت"), lambda card: card.complaint_url),
    Later("forms", _("فرم‌ها"), lambda card: card.forms),
    Later("faq", _("پرسش‌های پرتکرار"), lambda card: card.faq),
    Later("responsible_unit", _("واحد مسئول"), lambda card: card.responsible_unit),
)


def later(card: form.Card) -> list[tuple[Promise, str]]:
    """Names and values of those that the form fills."""
    return [(box.title, said) for box in LATER if (said := box.say(card))]
