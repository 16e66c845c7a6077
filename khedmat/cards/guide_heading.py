"""What one explanation of the form is, and the articles that explanations rest on."""

from collections.abc import Mapping
from typing import NamedTuple

REGULATION = "آیین‌نامهٔ توسعهٔ خدمات الکترونیکی، مصوبهٔ ۲۰۶/۹۳/۷۷۴۰ مورخ ۱۳۹۳/۶/۱۰ شورای عالی اداری"
ARTICLE_2 = f"مادهٔ ۲ {REGULATION}"
NOTE_OF_ARTICLE_5 = f"تبصرهٔ مادهٔ ۵ {REGULATION}"
LATER_EDITIONS = f"ویرایش‌های بعدی فرم، در ادامهٔ مادهٔ ۲ {REGULATION}"


class Heading(NamedTuple):
    """A heading of the form in plain words.

    `fields`: paths of the contract, * for a row number or a stage; `options`: each value of `vocabulary`.
    """

    number: str
    anchor: str
    title: str
    text: str
    article: str
    fields: tuple[str, ...] = ()
    options: Mapping[str, str] = {}
    vocabulary: str | None = None
