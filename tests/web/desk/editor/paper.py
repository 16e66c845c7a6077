"""What a browser without JavaScript sends of a page, and documents to show on it."""

from functools import lru_cache
from importlib.resources import files
from typing import Any

from selectolax.lexbor import LexborHTMLParser as HTMLParser
from selectolax.lexbor import LexborNode as Node

from khedmat.cards.form import Document
from khedmat.importing.readers.reading import read_path
from tests.factories import forms

SAMPLES = files("khedmat.site") / "samples" / "forms"
CARDS = (
    "air-quality.html",
    "consortia-corrected.html",
    "consortia-filed.txt",
    "national-card.html",
    "seafarer-report.txt",
    "tadbir-corrected.txt",
    "tadbir-filed.html",
    "water-branch-legacy.txt",
    "well-renewal.html",
)


@lru_cache(maxsize=16)
def sample(name: str) -> Document:
    """A sample form as the reader reads it."""
    return read_path(SAMPLES / name)[0]


def fullest() -> Document:
    """A card with every kind of box, also such that the form does not print at a stage and crossed-out ones."""
    stages = forms.A_CARD["stages"] | {
        "production": {"electronic": False, "channels": ["intranet", "sms"], "visit_levels": ["county"]},
        "information": {
            "electronic": True,
            "channels": ["other"],
            "counter_contract": "۱۲/۳",
            "channel_other_text": "رادیو",
        },
    }
    items = [{"amount_rial": 1_250_000, "electronic": False}, {"text": "هزینهٔ پست", "account": "IR-1"}]
    card = forms.card(
        stages=stages,
        cost={"text": "بنا بر تعرفه", "items": items},
        average_duration={"value": 2.5, "min": 1, "max": 30, "unit": "week", "working": False, "basis": "visit"},
        leads_to_permit=True,
        faq="پرسش نخست\nپاسخ ۱۲",
        title="گواهی‌نامهٔ نوع B2 شمارهٔ ۷",
        diagram={"boxes": ["شروع", "کار ۲", "پایان"], "links": [["شروع", "کار ۲"], ["کار ۲", "شروع"]]},
    )
    return forms.document(card, permits=forms.PERMITS, inquiries=forms.INQUIRIES)


def form_of(page: Any) -> dict[str, list[str]]:
    """The fields of the editor as they stand on a page."""
    form = HTMLParser(page.content.decode()).css_first("form#editor")
    sent: dict[str, list[str]] = {}
    for field in form.css("input, textarea, select"):
        name, value = field.attributes.get("name"), _value(field)
        if name and value is not None and name != "csrfmiddlewaretoken":
            sent.setdefault(name, []).append(value)
    return sent


def _value(field: Node) -> str | None:
    if field.tag == "textarea":
        return (field.text() or "").replace("\n", "\r\n")
    if field.tag == "select":
        chosen = field.css_first("option[selected]") or field.css_first("option")
        return chosen.attributes.get("value") or ""
    is_mark = field.attributes.get("type") in ("checkbox", "radio")
    return None if is_mark and "checked" not in field.attributes else field.attributes.get("value") or ""
