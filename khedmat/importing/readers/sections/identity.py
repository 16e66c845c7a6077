"""Sections 1–3: title, ID, provider."""

import re

from khedmat.core.persian import fold_line, latin_digits, squeeze
from khedmat.importing.readers.draft import Draft, said
from khedmat.importing.readers.labels import is_instruction
from khedmat.importing.readers.outline import Answer, Outline, Piece
from khedmat.importing.readers.values import service_ids

_PENDING = re.compile(r"در\s*حال\s*(?:اخذ|دریافت)|در دست (?:اخذ|اقدام)|اخذ نشده|صادر نشده|تخصیص")
_WITH_CODE = re.compile(r"[\s(]*(?:با|به)?\s*(?:کد|شناسه)\s*(?:خدمت|زیر\s*خدمت)?\s*[:(]?\s*1\d{10}\s*\)?")
_BARE_CODE = re.compile(r"[\s(\[\-–:]*1\d{10}[\s)\]]*")
_KIND = re.compile(r"^(?:عنوان\s*)?زیر\s*خدمت\s+")
_OTHER_NUMBER = re.compile(
    r"حساب|تلفن|تماس|واریز|پرداخت|شبا|رهگیری|مجوز\s*:|کد\s*(?:ملی|پستی|مجوز)|شماره\s*(?:کارت|نامه|پروانه)"
)
_QUOTED = re.compile(r"[«\"“](?P<title>[^«»\"“”]{6,200})[»\"”]")
_NOISE = re.compile(
    r"\d{1,2}\s*(?:فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند)|شنبه|جمعه|^(?:menu|en|english|home|fa)\b|صفحه اصلی|پایگاه اطلاع|نسخه آزمایشی|بسمه"
    r"|بسم الله|لوگو|تغییر زبان|^خدمات$|^شناسنامه خدم|^فرم |میز\s*خدمت|^ساعت|جستجو|ورود|خروج|^\W*$|https?:|^«.*»$|بیانیه|ضمیمه|پیوست",
    re.I,
)
_CARD_OF = re.compile(r"^شناسنامه\s+(?:خدمت\s+)?(?=\S+\s+\S+)")


def read(outline: Outline, draft: Draft) -> None:
    """Title and IDs first: where a sub-service is named, the service named with it is its parent."""
    _read_ids(outline, draft)
    _read_titles(outline, draft)
    _read_providers(outline, draft)


def _read_ids(outline: Outline, draft: Draft) -> None:
    main, sub = _id_of(outline.best("service_id")), _id_of(outline.best("sub_id"))
    if sub:
        draft.set("service_id", sub, outline.best("sub_id"))
        draft.set("parent_service_id", main, outline.best("service_id"))
    draft.set("parent_service_id", _id_of(outline.best("parent_id")), outline.best("parent_id"))
    draft.set("service_id", main, outline.best("service_id"))
    if "service_id" not in draft.values and not any(
        service_ids.long_numbers(answer.text) for answer in outline.of("service_id", "sub_id")
    ):
        _read_ids_without_label(outline, draft)
    _read_local_id(outline, draft)
    _warn_of_text_in_the_box(outline.best("service_id"), draft)


def _id_of(answer: Answer | None) -> str | None:
    found = [code for text in (answer.texts if answer else []) for code in service_ids.find(text)]
    return found[0] if found else None


def _read_ids_without_label(outline: Outline, draft: Draft) -> None:
    """«عنوان (13021447104)», «… با کد 17041325104», «14062543000 و شناسه زیر خدمت 14062543100»."""
    lines = [line for line in outline.sheet.lines if not _OTHER_NUMBER.search(line.text)]
    found = [(code, line) for line in lines for code in service_ids.find(line.text) if "http" not in line.text]
    codes = list(dict.fromkeys(code for code, _ in found))
    if not codes or len({code[4:8] for code in codes}) > 1 or len(codes) > 2:
        return
    own = next((code for code in codes if not service_ids.is_main(code)), codes[0])
    for code in codes:
        line = next(line for known, line in found if known == code)
        path = "service_id" if code == own else "parent_service_id"
        draft.set(path, code, None, [Piece(line, 0, len(line.text))])


def _read_local_id(outline: Outline, draft: Draft) -> None:
    for answer in outline.of("local_id", "service_id"):
        text = latin_digits(answer.text).strip(" ()")
        codes = service_ids.find(text)
        if codes and "service_id" not in draft.values:
            draft.set("service_id", codes[0], answer)
        elif (
            not codes
            and re.fullmatch(r"[A-Za-z0-9/\-_.]{1,20}", text)
            and re.search(r"\d", text)
            and _is_local(answer, text)
        ):
            draft.set("local_id", text, answer)


def _is_local(answer: Answer, text: str) -> bool:
    """A short number, or a code with letters; ten digits and more in the ID box are a damaged ID, a phone or an account."""
    return len(re.sub(r"\D", "", text)) < 8 and any(map(str.isalnum, text))


def _warn_of_text_in_the_box(answer: Answer | None, draft: Draft) -> None:
    if answer is None or not answer.text or "service_id" in draft.values or "local_id" in draft.values:
        return
    text = answer.text.strip(" ()")
    if is_instruction(text) or not any(map(str.isalnum, text)):
        return
    code = "id_shape" if service_ids.long_numbers(text) and not _PENDING.search(text) else "id_text"
    draft.warn(code, "service_id", text)


def _read_titles(outline: Outline, draft: Draft) -> None:
    title, sub = outline.best("title"), outline.best("sub_title")
    own, above = _title_of(title), _title_of(sub)
    if sub and above:
        draft.set("title", above, sub, sub.pieces[:1])
        if own and squeeze(own) != squeeze(above):
            draft.set("parent_service_title", own, title)
    parent = outline.best("parent_title")
    draft.set("parent_service_title", _title_of(parent), parent)
    draft.set("title", own, title, title.pieces[:1] if title else ())
    if "title" not in draft.values:
        _read_title_without_label(outline, draft)
    if draft.values.get("title") == draft.values.get("parent_service_title"):
        draft.values.pop("parent_service_title", None)


def _title_of(answer: Answer | None) -> str | None:
    pieces = [piece for piece in (answer.pieces if answer else []) if said(piece.text)]
    if answer is None or not pieces:
        return None
    first, *later = pieces
    wrapped = first.line is not answer.line and later and not later[0].line.gap and _is_rest_of_title(later[0].text)
    return clean_title(f"{first.text} {later[0].text}" if wrapped else first.text)


def _is_rest_of_title(text: str) -> bool:
    """The second line of a title that was broken: short, and neither a menu, a number nor a sentence."""
    return (
        len(text) <= 60
        and not _NOISE.search(text)
        and not text.endswith((".", ":"))
        and not service_ids.find(text)
        and text[:1].isalpha()
    )


def clean_title(text: str) -> str | None:
    """Without the code that stands in it and the words «زیر خدمت» before it."""
    text = fold_line(said(text) or "")
    text = _BARE_CODE.sub(" ", _WITH_CODE.sub(" ", text))
    text = (
        _KIND.sub("", text).strip(' :؛،-–_|"«»')
        if text.count("«") != text.count("»")
        else _KIND.sub("", text).strip(' :؛،-–_|"')
    )
    return " ".join(text.split()) or None


def _read_title_without_label(outline: Outline, draft: Draft) -> None:
    """A quoted name, the line with the ID, a heading, or the last line before the first label."""
    first_label = min(
        (answer.line.block for answer in outline.answers if not answer.field.startswith("_")), default=10**9
    )
    lines = [line for line in outline.sheet.lines if line.block <= first_label + 40]
    with_id = [
        line
        for line in lines
        if service_ids.find(line.text) and len(clean_title(line.text) or "") > 8 and "http" not in line.text
    ]
    quoted = [line for line in lines if line.block < 12 and "توافق" in line.text and _QUOTED.search(line.text)]
    before = [line for line in lines if line.block < first_label and _is_title_like(line.text)]
    headings = [line for line in before if line.heading]
    chosen = next(iter([*quoted, *_labelled_less(with_id), *headings, *before[::-1]]), None)
    if chosen is None:
        return
    found = _QUOTED.search(chosen.text) if chosen in quoted else None
    title = clean_title(found["title"] if found else _CARD_OF.sub("", chosen.text))
    draft.set("title", title, None, [Piece(chosen, 0, len(chosen.text))])


def _labelled_less(lines: list) -> list:
    return [
        line
        for line in lines
        if not re.search(r"(?:شناسه|کد)\s*(?:خدمت|زیر)", line.text) or re.search(r"\(\s*[\d۰-۹]{11}", line.text)
    ]


def _is_title_like(text: str) -> bool:
    plain = fold_line(text)
    return (
        8 <= len(plain) <= 200 and not _NOISE.search(plain) and not service_ids.find(plain) and not plain.endswith(":")
    )


def _read_providers(outline: Outline, draft: Draft) -> None:
    """The 1380s form calls the parent «دستگاه ارائه دهنده» and the executive body «شرکت ارائه دهنده»."""
    body, company = outline.best("provider_body"), outline.best("provider_company")
    if company and company.pieces:
        draft.text("executive_agency", company)
        draft.text("parent_agency", body)
    draft.text("executive_agency", outline.best("executive_agency"))
    draft.text("parent_agency", outline.best("parent_agency"))
    draft.text("executive_agency", body)
    draft.text("executive_agency", outline.best("provider"))
