"""Section 6 of the annex: address, system, and the four stages."""

from khedmat.cards.printing.filled import Filled
from khedmat.cards.printing.pieces import Cell, Field, Fields, Grid, Head, Line, Section, Words
from khedmat.cards.vocabulary import label

# The boxes that the form prints at each stage; the others are offered nowhere on that line.
_INFORMATION = ("website", "mobile_app", "email", "post", "phone", "sms", "other")
_COUNTERS = (*_INFORMATION[:-1], "counter_office", "counter_office_like", "other")
PRINTED = {
    "information": _INFORMATION,
    "request": _COUNTERS,
    "production": ("website", "intranet", "email", "other"),
    "delivery": _COUNTERS,
}
_HEADS = (
    Head("مرحله", 14),
    Head("نوع ارائه", 17),
    Head("رسانهٔ ارتباطی خدمت", 36),
    Head("ذکر ضرورت مراجعهٔ حضوری", 24),
    Head("مراجعه به دستگاه", 14),
)


def section(filled: Filled) -> Section:
    """The stages are the rows of one table."""
    address = (
        Field("آدرس دقیق و مستقیم خدمت در وبگاه", (filled.text("card.url"),)),
        Field("نام سامانهٔ مربوط به خدمت", (filled.text("card.system_name"),)),
    )
    stages = Grid("مرحله‌های خدمت", _HEADS, tuple(_stage(filled, name) for name in PRINTED))
    return Section("۶- نحوهٔ دسترسی به خدمت", (Fields("نشانی و سامانه", address), stages))


def _stage(filled: Filled, name: str) -> tuple[Cell, ...]:
    path = f"card.stages.{name}"
    return (
        ((Words(f"مرحلهٔ {label('stage', name)}"),),),
        (filled.square(f"{path}.electronic", "الکترونیکی"), filled.square(f"{path}.non_electronic", "غیرالکترونیکی")),
        _channels(filled, path, PRINTED[name]),
        _reasons(filled, path) if _may_ask(filled, path, "visit_reasons", "visit_reason_text") else (),
        (filled.ticks(f"{path}.visit_levels"),) if _may_ask(filled, path, "visit_levels") else (),
    )


def _channels(filled: Filled, path: str, printed: tuple[str, ...]) -> Cell:
    behind = {"other": _asked(filled, f"{path}.channel_other_text", ":")}
    if "counter_office_like" in printed or filled.says(f"{path}.counter_office_like_title"):
        behind["counter_office_like"] = _asked(filled, f"{path}.counter_office_like_title", ":")
    channels = filled.ticks(f"{path}.channels", only=(*printed, *_asking(filled, path)), behind=behind)
    contract = f"{path}.counter_contract"
    is_asked = "counter_office" in printed or filled.says(contract)
    return (
        (channels, _asked(filled, contract, "شمارهٔ قرارداد واگذاری خدمات به دفاتر پیشخوان:"))
        if is_asked
        else (channels,)
    )


def _asking(filled: Filled, path: str) -> tuple[str, ...]:
    """The option whose words are written, also where the form does not print it."""
    return ("counter_office_like",) if filled.says(f"{path}.counter_office_like_title") else ()


def _reasons(filled: Filled, path: str) -> Cell:
    return (filled.ticks(f"{path}.visit_reasons", behind={"other": _asked(filled, f"{path}.visit_reason_text", ":")}),)


def _asked(filled: Filled, path: str, words: str) -> Line:
    return Words(words), *filled.text(path)


def _may_ask(filled: Filled, path: str, *names: str) -> bool:
    """Production is the agency's own work: nobody comes to it, unless the form says so."""
    return not path.endswith("production") or any(filled.says(f"{path}.{name}") for name in names)
