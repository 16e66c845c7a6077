"""The boxes of a card that a province may write for itself, and those that are one for the whole country, and why."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MAY_DIFFER = (
    "documents",
    "recipients",
    "average_duration",
    "visits",
    "cost",
    "url",
    "system_name",
    "stages.information",
    "stages.request",
    "stages.production",
    "stages.delivery",
    "service_hours",
    "responsible_unit",
    "forms",
    "faq",
    "complaint_url",
)
IDENTITY = _("این خانه می‌گوید خدمت کدام است؛ یک خدمت در سراسر کشور یک عنوان، یک شناسه و یک دستگاه دارد.")
NATURE = _("این‌که خدمت چیست، برای کیست و چگونه آغاز می‌شود در سراسر کشور یکی است.")
LAW = _("قانون و مقررات خدمت در سراسر کشور یکی است.")
RIGHT = _("هر کس در هر استان به یک اندازه از خدمت بهره می‌گیرد.")
WORK = _("فرایند خدمت و پیوندش با سامانه‌ها و دستگاه‌های دیگر را دستگاه ملی برای همهٔ استان‌ها می‌نویسد.")
PERMIT = _("مجوز و شرط‌های آن در سراسر کشور یکی است.")
NEVER: Mapping[str, Promise] = (
    dict.fromkeys(("title", "service_id", "local_id", "parent_service_id", "parent_service_title"), IDENTITY)
    | dict.fromkeys(("executive_agency", "parent_agency", "filled_by"), IDENTITY)
    | dict.fromkeys(("description", "service_type", "audience", "nature", "level", "service_pattern"), NATURE)
    | dict.fromkeys(("life_events", "life_event_text", "start_trigger", "start_trigger_text"), NATURE)
    | dict.fromkeys(("laws", "sla_url"), LAW)
    | dict.fromkeys(("frequency",), RIGHT)
    | dict.fromkeys(("internal_systems", "external_inquiries", "processes", "diagram", "maturity"), WORK)
    | dict.fromkeys(("leads_to_permit", "permits", "inquiries"), PERMIT)
)
Overrides = dict[str, Any]  # box → its value in the contract's words


def box_of(path: str) -> str:
    """The box that a whole path («card.cost.free») stands in; empty where it is in none of the two tables."""
    bare = path.removeprefix("card.")
    return next((box for box in (*MAY_DIFFER, *NEVER) if f"{bare}.".startswith(f"{box}.")), "")
