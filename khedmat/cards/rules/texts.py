"""K03–K05 and C06: titles that name no service, placeholders, foreign letters and digits, «سایر» without its text."""

import re
from collections.abc import Iterator, Sequence

from khedmat.cards.form import Document
from khedmat.cards.rules.labels import field_label
from khedmat.cards.rules.reading import blank, card_of, doubtful, letters, stages_of, texts, words
from khedmat.cards.rules.rule import Breach, Rule, at
from khedmat.cards.rules.words import word_set

_ARABIC = re.compile("[يكىة٠-٩]")
_LATIN, _PERSIAN = re.compile("[0-9]"), re.compile("[۰-۹]")
_PLURAL = re.compile("(?:های|ها|ی)$")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\b\S+\.ir\b", re.IGNORECASE)
_PLACEHOLDER = re.compile(
    r"^\W*(?:www\W*|x{2,}\W*|(?:http|https)\W*|(?:لطفا )?ذکر (?:گردد|شود)\W*|نامشخص است\W*)$"
    r"|[(\[][^()\[\]]{0,40}(?:ذکر (?:گردد|شود|نمایید)|آدرس اینترنتی|ارائه شماره[^()]*)[)\]]"
    r"|\bx{3,}\b|^[\W_]*(?:\.{3,}|…|-{2,}|_{3,})[\W_]*$",
    re.IGNORECASE,
)
_NOT_PLACEHOLDERS = frozenset(letters(word) for word in ("ندارد", "خیر", "هیچ", "0", "صفر", "رایگان"))


def _names_no_service(document: Document) -> Iterator[Breach]:
    title = card_of(document).title
    if title and words(title) and not _is_of_doing(words(title)):
        yield at("card.title", title=title)


def _is_of_doing(title: tuple[str, ...]) -> bool:
    """A title begins with an act, or names one somewhere and does not begin with a document or an office."""
    if not any(_is_act(word) for word in title):
        return False
    is_compound = len(title) > 1 and title[1] in word_set("act_endings")
    return _is_act(title[0]) or is_compound or _PLURAL.sub("", title[0]) not in word_set("things")


def _is_act(word: str) -> bool:
    return (
        word in word_set("acts")
        or any(word.endswith(end) and word != end for end in _endings())
        or word in word_set("act_endings")
    )


def _endings() -> tuple[str, ...]:
    return tuple(word_set("act_endings"))


def _placeholders(document: Document) -> Iterator[Breach]:
    for warning in document.warnings:
        is_filler = warning.code in ("placeholder", "filler") and letters(warning.found or "") not in _NOT_PLACEHOLDERS
        if is_filler and warning.field:
            yield at(warning.field, label=field_label(warning.field), found=warning.found or "")
    for path, text in texts(document):
        if found := _PLACEHOLDER.search(text):
            yield at(path, label=field_label(path), found=found.group())


def _foreign_letters(document: Document) -> Iterator[Breach]:
    """One finding a form: folding is the program's work, people need only know that it was done."""
    raws = [(path, step.raw) for path, step in document.trace.items() if not path.startswith("card.filled_by")]
    found = [(path, why) for path, raw in (*raws, *texts(document)) if (why := _strange(_ADDRESS.sub("", raw)))]
    if found:
        path, why = found[0]
        yield at(path, label=field_label(path), why=why, count=len({path for path, _ in found}))


def _strange(text: str) -> str | None:
    if _ARABIC.search(text):
        return "حرف یا رقم عربی"
    return "رقم فارسی و لاتین با هم" if _LATIN.search(text) and _PERSIAN.search(text) else None


def _other_without_text(document: Document) -> Iterator[Breach]:
    card = card_of(document)
    pairs: list[tuple[str, Sequence[str], str | None]] = [
        ("life_events", card.life_events, card.life_event_text),
        ("start_trigger", card.start_trigger, card.start_trigger_text),
    ]
    pairs += [(f"{path}.channels", stage.channels, stage.channel_other_text) for path, stage in stages_of(document)]
    for path, ticked, text in pairs:
        if "other" in ticked and blank(text) and not doubtful(document, path):
            yield at(f"card.{path}", label=field_label(f"card.{path}"))


RULES = (
    Rule(
        id="C06",
        severity="N",
        fields=("card.title",),
        condition=_names_no_service,
        message="عنوان «%(title)s» نام یک سند، سامانه یا دفتر است، نه کاری که برای کسی انجام می‌شود.",
        fix="عنوان را با کارِ خدمت آغاز کنید، مانند «صدور …»، «تمدید …»، «تدوین …»، «رسیدگی به …».",
        example="عنوان خدمت: پروانهٔ بهره‌برداری",
    ),
    Rule(
        id="K03",
        severity="B",
        fields=("*",),
        condition=_placeholders,
        kinds=("service_card", "permit_list"),
        message="در «%(label)s» به‌جای مقدار، جای‌نگه‌دار مانده است: «%(found)s».",
        fix="مقدار واقعی «%(label)s» را بنویسید؛ اگر ندارد، بنویسید «ندارد» و علت را بگویید.",
        example="تعداد بار مراجعه: ---",
    ),
    Rule(
        id="K04",
        severity="N",
        fields=("*",),
        condition=_foreign_letters,
        kinds=("service_card", "service_list", "permit_list"),
        message="در %(count)s خانه (نخست «%(label)s») %(why)s هست؛ هنگام ثبت خودکار یکدست می‌شود.",
        fix="کاری لازم نیست؛ برای فرم‌های بعدی صفحه‌کلید استاندارد فارسی را به کار ببرید.",
        example="شركت ملي (با ك و ي عربی)",
    ),
    Rule(
        id="K05",
        severity="A",
        fields=("card.life_events", "card.start_trigger", "card.stages.*.channels"),
        condition=_other_without_text,
        message="در «%(label)s» گزینهٔ «سایر» تیک دارد ولی نوشته نشده چه چیزی.",
        fix="برابر «سایر» بنویسید منظور چیست، یا تیک آن را بردارید.",
        example="رویداد مرتبط: ☑ سایر: …",
    ),
)
