"""Groups of options with their printed phrases, and stages of section 6."""

from random import Random
from typing import Any

from bench.forms.model import Choice
from bench.forms.words import say

TYPES = (
    ("G2C", "خدمت به شهروندان (G2C)"),
    ("G2B", "خدمت به کسب و کار (G2B)"),
    ("G2G", "خدمت به دیگر دستگاه های دولتی (G2G)"),
)
TYPES_1400 = (*TYPES, ("G2E", "خدمت به کارکنان دولت (G2E)"))
NATURES = (("sovereign", "حاکمیتی"), ("operational", "تصدی گری"))
LEVELS = (
    ("national", "ملی"),
    ("regional", "منطقه ای"),
    ("provincial", "استانی"),
    ("urban", "شهری"),
    ("rural", "روستایی"),
)
LEVELS_1400 = (("national", "ملی (فقط ستاد)"), ("country", "کشوری"))
EVENTS = (
    ("birth", "تولد"),
    ("education", "آموزش"),
    ("health", "سلامت"),
    ("tax", "مالیات"),
    ("business", "کسب و کار"),
    ("social_security", "تامین اجتماعی"),
    ("property_registration", "ثبت مالکیت"),
    ("urban_utilities", "تاسیسات شهری"),
    ("insurance", "بیمه"),
    ("marriage", "ازدواج"),
    ("retirement", "بازنشستگی"),
    ("certificates", "مدارک و گواهینامه ها"),
    ("death", "وفات"),
    ("other", "سایر"),
)
TRIGGERS = (
    ("request", "تقاضای گیرنده خدمت"),
    ("time", "فرارسیدن زمانی مشخص"),
    ("event", "رخداد رویدادی مشخص"),
    ("agency", "تشخیص دستگاه"),
    ("other", "سایر"),
)
CHANNELS = (
    ("website", "اینترنتی (مانند وبگاه دستگاه)"),
    ("mobile_app", "تلفن همراه (برنامه کاربردی)"),
    ("email", "پست الکترونیک"),
    ("post", "ارسال پستی"),
    ("phone", "تلفن گویا یا مرکز تماس"),
    ("sms", "پیام کوتاه"),
)
OFFICES = (
    ("counter_office", "دفاتر پیشخوان شماره قرارداد واگذاری خدمات به دفاتر پیشخوان: {contract}"),
    ("counter_office_like", "عناوین مشابه دفاتر پیشخوان"),
)
OTHER_CHANNEL = ("other", "سایر (با ذکر نحوه دسترسی)")
PRODUCTION = (
    ("website", "اینترنتی (مانند درگاه دستگاه)"),
    ("intranet", "اینترانتی (مانند اینترانت داخلی دستگاه یا ERP)"),
    ("email", "پست الکترونیک"),
)
VISIT_LEVELS = (("national", "ملی"), ("provincial", "استانی"), ("county", "شهرستانی"))
REASONS = (
    ("identity", "جهت احراز اصالت فرد"),
    ("document", "جهت احراز اصالت مدرک"),
    ("infrastructure", "نبود زیرساخت ارتباطی مناسب"),
    ("other", "سایر"),
)
STAGES = ("information", "request", "production", "delivery")


def group(rng: Random, path: str, options: tuple[tuple[str, str], ...], **more: Any) -> Choice:
    """Some of the options ticked; one, where the group admits no more."""
    most = 1 if more.get("one") else min(3, len(options))
    values = [value for value, _ in options if value != "other"]
    ticked = frozenset(rng.sample(values, rng.choice((1, 1, 1, most))))
    return Choice(f"card.{path}", options, ticked, **more)


def with_words(rng: Random, choice: Choice, asked: dict[str, tuple[str, str]]) -> Choice:
    """Sometimes an option that asks for words, with its words: value → (path, list of words)."""
    if rng.random() > 0.25:
        return choice
    value = rng.choice(sorted(asked))
    path, name = asked[value]
    text = say(rng, name)
    return _ticked_too(choice, value, {f"card.{path}": text})


def _ticked_too(choice: Choice, value: str, words: dict[str, str]) -> Choice:
    (text,) = words.values()
    options = tuple((name, f"{phrase}: {text}" if name == value else phrase) for name, phrase in choice.options)
    return Choice(choice.path, options, choice.ticked | {value}, choice.one, words, choice.head)


def life_events(rng: Random) -> Choice:
    """Of fourteen."""
    return with_words(rng, group(rng, "life_events", EVENTS), {"other": ("life_event_text", "event")})


def start_trigger(rng: Random) -> Choice:
    """Two of its options ask for a name."""
    asked = {"time": ("start_trigger_text", "moment"), "other": ("start_trigger_text", "reason")}
    return with_words(rng, group(rng, "start_trigger", TRIGGERS), asked)


def channels(rng: Random, stage: str) -> Choice:
    """The media of one stage, in its own printed order."""
    offices = OFFICES if stage in {"request", "delivery"} else ()
    printed = (*PRODUCTION, ("other", "سایر")) if stage == "production" else (*CHANNELS, *offices, OTHER_CHANNEL)
    chosen = group(rng, f"stages.{stage}.channels", printed)
    return _with_contract(rng, chosen, stage)


def _with_contract(rng: Random, choice: Choice, stage: str) -> Choice:
    number = f"{rng.randint(90, 99)}/{rng.randint(100, 9999)}" if "counter_office" in choice.ticked else ""
    words = {f"card.stages.{stage}.counter_contract": number or None}
    options = tuple((value, phrase.replace("{contract}", number).strip()) for value, phrase in choice.options)
    return Choice(choice.path, options, choice.ticked, choice.one, words)  # type: ignore[arg-type]


def visit_reasons(rng: Random, stage: str) -> Choice:
    """Why somebody must come."""
    asked = {"other": (f"stages.{stage}.visit_reason_text", "reason")}
    return with_words(rng, group(rng, f"stages.{stage}.visit_reasons", REASONS), asked)


def visit_levels(rng: Random, stage: str) -> Choice:
    """Where to."""
    return group(rng, f"stages.{stage}.visit_levels", VISIT_LEVELS, head="مراجعه به دستگاه:")


def emptied(choice: Choice) -> Choice:
    """Nothing ticked, and nothing written."""
    options = tuple((value, phrase.partition(": ")[0]) for value, phrase in choice.options)
    return Choice(choice.path, options, frozenset(), choice.one, dict.fromkeys(choice.words), choice.head)
