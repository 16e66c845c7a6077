"""What a person is told of a card that was read, in Persian, with the raw text."""

from khedmat.cards import form
from khedmat.core.persian import fold_line

_LONGEST_FOUND = 300  # characters
_MESSAGES = {
    "id_text": "در خانهٔ شناسه نوشته‌ای به جای شناسه است.",
    "id_shape": "نوشتهٔ خانهٔ شناسه، شناسهٔ یازده‌رقمی خدمت نیست.",
    "placeholder": "نشانی چاپی فرم پر نشده است.",
    "filler": "به جای پاسخ، نشانهٔ خالی بودن نوشته شده است.",
    "wrong_kind": "پاسخ از جنس این خانه نیست.",
    "beyond": "این عدد بزرگ‌تر از آن است که در این خانه بگنجد؛ درست آن را خودتان بنویسید.",
    "both": "هم «دستگاه» نشان خورده است و هم «مراجعه‌کننده»؛ تنها یکی از آن دو نامه را می‌برد.",
    "undecided": "نشانهٔ گزینه‌ها در فایل خوانا نیست؛ گزینهٔ درست را خودتان برگزینید.",
    "free_for_some": "رایگان بودن مشروط نوشته شده است؛ هزینهٔ دیگران را هم بنویسید.",
    "money_unit": "مبلغ به تومان نوشته شده بود و به ریال تبدیل شد.",
}


def remark(code: str, path: str, found: str) -> form.Warning:
    """Of a box of the card."""
    kept = fold_line(found)[:_LONGEST_FOUND] or None
    return form.Warning(code=code, field=f"card.{path}", message=_MESSAGES[code], found=kept)


def remark_of_doubt(path: str) -> tuple[str, str]:
    """Code and field of the remark that a box cannot be read."""
    return "undecided", f"card.{path}"
