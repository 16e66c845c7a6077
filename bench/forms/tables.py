"""Tables of the annex: stages, other systems, other agencies, costs, the foot."""

from random import Random
from typing import Any

from bench.forms import choices
from bench.forms.model import BOX, TICK, Cell, Choice, Row, Section, Table
from bench.forms.words import say

_NAMES = {
    "information": "در مرحله اطلاع رسانی خدمت",
    "request": "در مرحله درخواست خدمت",
    "production": "مرحله تولید خدمت (فرآیند داخل دستگاه یا ارتباط با دیگر دستگاه ها)",
    "delivery": "در مرحله ارائه خدمت",
}
_MODES = (("electronic", "الکترونیکی"), ("non_electronic", "غیر الکترونیکی"))
_WAYS = ("online", "batch", "paper")
_BY = (("agency", "دستگاه"), ("applicant", "مراجعه کننده"))


def stages(rng: Random) -> Table:
    """Two rows a stage: electronic with its media, not electronic with its reasons."""
    rows: list[tuple[Cell, ...]] = [("مراحل خدمت", "نوع ارائه", "رسانه ارتباطی خدمت")]
    answers: dict[str, Any] = {}
    for stage in choices.STAGES:
        modes = rng.choice(({"electronic"}, {"non_electronic"}, {"electronic", "non_electronic"}))
        media, visit = choices.channels(rng, stage), _visit(rng, stage)
        media = media if "electronic" in modes else choices.emptied(media)
        visit = visit if "non_electronic" in modes else tuple(map(choices.emptied, visit))
        rows += _rows(stage, modes, (media, visit))
        answers |= {f"card.stages.{stage}.{mode}": mode in modes for mode, _ in _MODES}
    return Table(tuple(rows), answers)


def _rows(stage: str, modes: set[str], told: tuple[Choice, tuple[Choice, ...]]) -> list[tuple[Cell, ...]]:
    electronic, other = (Choice("", (mode,), modes & {mode[0]}) for mode in _MODES)  # type: ignore[arg-type]
    media, visit = told
    last: Cell = visit or "ذکر ضرورت مراجعه حضوری"
    return [(_NAMES[stage], electronic, media), ("", other, last)]


def _visit(rng: Random, stage: str) -> tuple[Choice, ...]:
    """Production is inside the agency: nobody comes."""
    return () if stage == "production" else (choices.visit_reasons(rng, stage), choices.visit_levels(rng, stage))


def systems(rng: Random) -> tuple[Row, ...]:
    """Section 7."""
    head = (
        "نام سامانه های دیگر",
        "فیلدهای مورد تبادل",
        "استعلام الکترونیکی برخط online",
        "استعلام الکترونیکی دسته ای (Batch)",
        "استعلام غیر الکترونیکی",
    )
    rows, answers = [], {}
    for place in range(rng.randint(1, 3)):
        system, fields, way = say(rng, "system"), say(rng, "field"), rng.choice(_WAYS)
        rows.append((system, fields, *_ticks(way)))
        path = f"card.internal_systems.{place}"
        answers |= {f"{path}.system": system, f"{path}.fields": fields, f"{path}.modes": [way]}
    answers[f"card.internal_systems.{len(rows)}"] = None
    empty = ("", "", BOX, BOX, BOX)
    title = Section("ارتباط خدمت با سایر سامانه ها (بانکهای اطلاعاتی) در دستگاه")
    return title, Table((head, *rows, *_some(rng, empty)), answers)


def agencies(rng: Random) -> tuple[Row, ...]:
    """Section 8."""
    head = (
        "نام دستگاه دیگر",
        "نام سامانه های دستگاه دیگر",
        "فیلدهای مورد تبادل",
        "مبلغ (در صورت پرداخت هزینه)",
        "استعلام الکترونیکی برخط online",
        "استعلام الکترونیکی دسته ای (Batch)",
        "اگر استعلام غیر الکترونیکی است، استعلام توسط",
    )
    rows, answers = [], {}
    for place in range(rng.randint(1, 3)):
        row, told = _agency(rng, f"card.external_inquiries.{place}")
        rows.append(row)
        answers |= told
    answers[f"card.external_inquiries.{len(rows)}"] = None
    empty = ("", "", "", "", BOX, BOX, Choice("", _BY, frozenset()))
    return Section("ارتباط خدمت با سایر دستگاههای دیگر"), Table((head, *rows, *_some(rng, empty)), answers)


def _agency(rng: Random, path: str) -> tuple[tuple[Cell, ...], dict[str, Any]]:
    agency, system, fields, way = say(rng, "agency"), say(rng, "system"), say(rng, "field"), rng.choice(_WAYS)
    fee = rng.choice((0, 0, 500, 300_000))
    by = rng.choice(_BY)[0] if way == "paper" else None
    online, batch, _ = _ticks(way)
    cells = (
        agency,
        system,
        fields,
        f"{fee:,} ریال" if fee else "",
        online,
        batch,
        Choice("", _BY, frozenset({by} - {None})),
    )  # type: ignore[arg-type]
    told = {"agency": agency, "system": system, "fields": fields, "modes": [way], "paper_by": by}
    told["fee.amount_rial"] = fee or None
    return cells, {f"{path}.{name}": value for name, value in told.items()}


def costs(rng: Random, label: str) -> Table:
    """Amount, account and e-payment, with the box of «رایگان» below."""
    head = (label, "مبلغ (مبالغ)", "شماره حساب (های) بانکی", "پرداخت بصورت الکترونیک")
    if rng.random() < 0.3:
        free = Choice("", (("free", "رایگان"),), frozenset({"free"}))
        return Table((head, ("", "", "", BOX), ("", free, "", "")), {"card.cost.free": True, "card.cost.items": None})
    amount, account, paid = rng.choice((50_000, 250_000, 1_200_000)), _account(rng), rng.random() < 0.5
    path = "card.cost.items.0"
    told = {f"{path}.amount_rial": amount, f"{path}.account": account, f"{path}.electronic": paid}
    answers = told | {"card.cost.items.1": None, "card.cost.free": None}
    free = Choice("", (("free", "رایگان"),), frozenset())
    return Table((head, ("", f"{amount:,} ریال", account, TICK if paid else BOX), ("", free, "", "")), answers)


def _account(rng: Random) -> str:
    return "2176" + str(rng.randint(10**8, 10**9 - 1))


def foot(rng: Random) -> Table:
    """Who filled the form."""
    name, unit, phone = say(rng, "person"), say(rng, "unit"), f"0{rng.randint(11, 87)}{rng.randint(10**7, 10**8 - 1)}"
    email = f"u{rng.randint(10, 99)}@{say(rng, 'domain')}"
    labels = ("نام و نام خانوادگی تکمیل کننده فرم", "تلفن", "پست الکترونیک", "واحد مربوط")
    row = tuple(f"{label}: {said}" for label, said in zip(labels, (name, phone, email, unit), strict=True))
    paths = ("name", "phone", "email", "unit")
    return Table(
        (row,), dict(zip((f"card.filled_by.{path}" for path in paths), (name, phone, email, unit), strict=True))
    )


def _ticks(way: str) -> tuple[str, ...]:
    return tuple(TICK if way == other else BOX for other in _WAYS)


def _some(rng: Random, empty: tuple[Cell, ...]) -> tuple[tuple[Cell, ...], ...]:
    return (empty,) * rng.randint(0, 2)
