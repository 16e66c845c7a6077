"""Documents that come as JSON in the words of the contract: one object, a list of them, or one a line."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from khedmat.cards.form import Document, Source, from_contract
from khedmat.cards.form.refusing import sentence
from khedmat.core.persian import persian_digits
from khedmat.importing.readers.unreadable import Unreadable

MEDIA_TYPE = "application/json"
MOST_DOCUMENTS = 500
SAID = ("edition", "card", "services", "permits", "inquiries")  # what an agency says; the rest is about some paper
NO_JSON = "این پرونده JSON درست نیست (%(where)s)؛ یک سند، آرایه‌ای از سندها یا هر سند در یک خط بفرستید."
NO_DOCUMENT = "سند %(number)s یک شیء JSON با kind و card یا permits نیست؛ آن را به شکل خروجی khedmat read بنویسید."
NOT_OF_THE_CONTRACT = "سند %(number)s با قرارداد فرم نمی‌خواند: %(where)s."
UNDECIDED = (
    "سند %(number)s خانه‌هایی دارد که خوانده نشده‌اند (undecided)؛ مقدار آن‌ها را بنویسید یا پروندهٔ اصلی را بفرستید."
)
DEEP = "بیش از اندازه تو در تو است"
TOO_MANY = "این پرونده بیش از %(most)s سند دارد؛ آن را چند پاره کنید."


def is_contract_file(name: str) -> bool:
    return name.lower().endswith((".json", ".jsonl"))


def documents_of(data: bytes, name: str) -> list[Document]:
    """Unreadable names the document and the box that is wrong: a file is taken whole or not at all."""
    objects = list(_objects(_text(data)))
    if not objects:
        raise Unreadable(NO_JSON % {"where": "خالی است"})
    if len(objects) > MOST_DOCUMENTS:
        raise Unreadable(TOO_MANY % {"most": persian_digits(MOST_DOCUMENTS)})
    source = Source(name=name, media_type=MEDIA_TYPE)
    return [_document(plain, number, source) for number, plain in enumerate(objects, start=1)]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(NO_JSON % {"where": "UTF-8"}) from error


def _objects(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise Unreadable(NO_JSON % {"where": "تو در تو"}) from error
    except ValueError:
        return list(_lines(text))
    return found if isinstance(found, list) else [found]


def _lines(text: str) -> Iterator[Any]:
    for number, line in enumerate(text.splitlines(), start=1):
        try:
            yield from [json.loads(line)] if line.strip() else []
        except (ValueError, RecursionError) as error:
            raise Unreadable(NO_JSON % {"where": f"خط {persian_digits(number)}"}) from error


def _document(plain: Any, number: int, source: Source) -> Document:
    facts = {"number": persian_digits(number)}
    if not isinstance(plain, Mapping):
        raise Unreadable(NO_DOCUMENT % facts)
    if plain.get("undecided"):
        raise Unreadable(UNDECIDED % facts)
    said = {name: plain[name] for name in SAID if name in plain} | {"source": source.model_dump()}
    try:
        return from_contract({"kind": plain.get("kind", "service_card")} | said)
    except (ValidationError, RecursionError) as error:
        raise Unreadable(NOT_OF_THE_CONTRACT % (facts | {"where": _where(error)})) from error


def _where(error: ValidationError | RecursionError) -> str:
    """The first box that is wrong, and how it is mended."""
    if isinstance(error, RecursionError):
        return DEEP
    first = error.errors()[0]
    return f"{'.'.join(map(str, first['loc']))} {sentence(first)}"
