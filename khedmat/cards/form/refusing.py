"""What breaks a contract, in Persian: a sentence for each type of error that its models can make."""

from collections.abc import Mapping
from typing import Any

from khedmat.core.persian import persian_digits

OTHER = "پذیرفته نیست؛ آن را با قرارداد بسنجید"
SENTENCES = {  # type of pydantic's error: what stands after the name of the box
    "missing": "نوشته نشده است و بی آن نمی‌شود",
    "extra_forbidden": "در قرارداد نیست؛ نام را درست کنید یا آن را بردارید",
    "value_error": OTHER,
    "none_required": "باید null باشد",
    "string_type": "باید متن باشد",
    "string_unicode": "نویسه‌ای دارد که در هیچ خطی نیست؛ آن را بردارید",
    "string_too_long": "دست بالا %(max_length)s نویسه می‌پذیرد",
    "string_too_short": "دست‌کم %(min_length)s نویسه می‌خواهد",
    "string_pattern_mismatch": "با الگوی «%(pattern)s» نمی‌خواند",
    "int_type": "باید عدد صحیح باشد",
    "int_parsing": "باید عدد صحیح باشد",
    "int_parsing_size": "عددی بزرگ‌تر از آن است که خوانده شود",
    "int_from_float": "باید عدد صحیح باشد، بی‌اعشار",
    "float_type": "باید عدد باشد",
    "float_parsing": "باید عدد باشد",
    "finite_number": "باید عدد باشد، نه بی‌کران",
    "greater_than_equal": "نباید کمتر از %(ge)s باشد",
    "less_than_equal": "نباید بیشتر از %(le)s باشد",
    "bool_type": "باید true یا false باشد",
    "bool_parsing": "باید true یا false باشد",
    "literal_error": "باید یکی از این‌ها باشد: %(expected)s",
    "enum": "باید یکی از این‌ها باشد: %(expected)s",
    "list_type": "باید فهرست باشد: […]",
    "tuple_type": "باید فهرست باشد: […]",
    "too_long": "دست بالا %(max_length)s مورد می‌پذیرد",
    "too_short": "دست‌کم %(min_length)s مورد می‌خواهد",
    "dict_type": "باید شیء باشد: {…}",
    "model_type": "باید شیء باشد: {…}",
    "model_attributes_type": "باید شیء باشد: {…}",
    "date_type": "باید تاریخ میلادی باشد، مانند 2026-03-21",
    "date_parsing": "باید تاریخ میلادی باشد، مانند 2026-03-21",
    "date_from_datetime_parsing": "باید تاریخ میلادی باشد، مانند 2026-03-21",
    "date_from_datetime_inexact": "باید تاریخ میلادی باشد، بی‌ساعت، مانند 2026-03-21",
}


def sentence(error: Mapping[str, Any]) -> str:
    """Of one error of `pydantic.ValidationError.errors()`; words of the contract and patterns stay as they are."""
    said = {name: _said(name, value) for name, value in error.get("ctx", {}).items()}
    return SENTENCES.get(error["type"], OTHER) % said


def _said(name: str, value: Any) -> str:
    """Numbers in Persian digits; of a list the last comma is not English either."""
    if isinstance(value, int | float):
        return persian_digits(value)
    return "، ".join(part.strip("'") for part in _parts(value)) if name == "expected" else str(value)


def _parts(expected: str) -> list[str]:
    """«'a', 'b' or 'c'», as pydantic lists what it expected."""
    return expected.replace(" or ", ", ").split(", ")
