"""U02, U04: the address of the service."""

import re

from khedmat.cards.fixes.fix import Fix, nothing_there, only_if
from khedmat.cards.form import Document
from khedmat.cards.rules.addresses import FIELD, address
from khedmat.cards.rules.reading import card_of, stages
from khedmat.cards.rules.rule import Breach

OFFLINE = "هیچ مرحله‌ای از خدمت الکترونیکی نیست."
_ONE = re.compile(r"(?:https?://)?(?:[a-z\d-]+\.)+[a-z]{2,}(?::\d+)?(?:/[\x21-\x7e]*)?", re.IGNORECASE)
_SCHEME = re.compile(r"^http://", re.IGNORECASE)


def real_address(document: Document, breach: Breach) -> list[Fix]:
    """The one address within what is written; where nothing is electronic, none is needed."""
    found = set(filter(address, _ONE.findall(card_of(document).url or "")))
    if len(found) == 1:
        return [Fix("تنها همین نشانی را نگه دار", {FIELD: found.pop()})]
    if not (card_of(document).url or "").strip():
        return [nothing_there(FIELD)]
    offline = not any(stage.electronic for _, stage in stages(document))
    return only_if(offline, "نشانی ندارد؛ خدمت الکترونیکی نیست", {FIELD: None, f"not_applicable.{FIELD}": OFFLINE})


def safe_address(document: Document, breach: Breach) -> list[Fix]:
    """Only the text is certain: whether the server answers is for the author to try."""
    bare = _SCHEME.sub("", (card_of(document).url or "").strip())
    return only_if("://" not in bare, "https:// بگذار (نخست در مرورگر بیازمایید)", {FIELD: f"https://{bare}"})
