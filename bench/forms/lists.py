"""Lists of services, permit forms 1 and 2, and the record of one permit."""

from random import Random
from typing import Any

from bench.forms.boxes import service_id
from bench.forms.choices import group
from bench.forms.model import BOX, TICK, Cell, Choice, Line, Page, Pair, Row, Table, Words
from bench.forms.words import say, several

_ACTIONS = (("issue", "صدور"), ("renew", "تمدید"), ("amend", "اصلاح"), ("cancel", "لغو"), ("revive", "احیا"))
_APPLICANTS = (("natural", "حقیقی"), ("legal", "حقوقی"), ("government", "دولتی"))
_FORM_1 = (
    "ردیف",
    "عنوان مجوز",
    "نوع مجوز",
    "مستندات قانونی (مصوبه، بخشنامه، آیین نامه)",
    "مدارک مورد نیاز",
    "مدت اعتبار",
    "هزینه (ریال)",
    "متقاضی مجوز: حقیقی",
    "متقاضی مجوز: حقوقی",
    "متقاضی مجوز: دولتی",
    "فرآیند صدور مجوز: اختصاصی",
    "فرآیند صدور مجوز: مشترک",
    "مراجع ناظر",
    "زمان تقریبی فرآیند مجوز (روز / ساعت)",
    "فرآیند مجوز: الکترونیکی",
    "فرآیند مجوز: غیر الکترونیکی",
    "توضیحات",
)
_FORM_2 = (
    "ردیف",
    "عنوان دستگاه استعلام شونده",
    "استعلام (ذکر نام)",
    "سایر",
    "مدارک مورد نیاز",
    "مدت اعتبار",
    "هزینه (ریال)",
    "زمان انجام کار (روز/ساعت)",
    "الکترونیکی",
    "غیر الکترونیکی",
    "توضیحات",
)


def service_list(rng: Random) -> Page:
    """Main services, some with sub-services, a row each."""
    family = rng.randint(1076, 2600)
    rows: list[tuple[str, str, str | None]] = []
    for number in range(rng.randint(2, 5)):
        main = service_id(rng, family=str(family + number), part="000")
        rows.append((say(rng, "title"), main, None))
        subs = range(rng.choice((0, 0, 1, 2, 3)))
        rows += [(say(rng, "title"), service_id(rng, family=main[4:8], part=f"1{place:02}"), main) for place in subs]
    return Page(
        (Line("فهرست خدمات دستگاه"), _listed(rng, rows)), {"kind": "service_list", "card": None}, "service list"
    )


def _listed(rng: Random, rows: list[tuple[str, str, str | None]]) -> Table:
    answers: dict[str, Any] = {f"services.{len(rows)}": None}
    for place, (title, code, main) in enumerate(rows):
        told = {"title": title, "service_id": code, "parent_service_id": main}
        answers |= {f"services.{place}.{name}": value for name, value in told.items()}
    order = rng.choice(((0, 1, 2), (0, 2, 1), (2, 1, 0)))
    names = ("ردیف", rng.choice(("عنوان خدمت", "نام خدمت")), rng.choice(("شناسه خدمت", "کد خدمت")))
    cells = [(str(place), title, code) for place, (title, code, _) in enumerate(rows, start=1)]
    return Table(tuple(tuple(row[at] for at in order) for row in (names, *cells)), answers)


def permit_forms(rng: Random) -> Page:
    """Form 1, each permit with some of its actions, and often form 2."""
    rows: list[tuple[Cell, ...]] = []
    answers: dict[str, Any] = {}
    for number in range(1, rng.randint(2, 3) + 1):
        title = say(rng, "permit")
        for action in _ACTIONS[: rng.randint(1, 4)]:
            path, first = f"permits.{len(rows)}", action is _ACTIONS[0]
            row, told = _permit(rng, action, title)
            rows.append((str(number) if first else "", title if first else "", *row))
            answers |= {f"{path}.{name}": value for name, value in told.items()}
    answers[f"permits.{len(rows)}"] = None
    head = f"لیست اطلاعات مجوزهای حقیقی، حقوقی و دولتی در وزارتخانه/سازمان: {say(rng, 'ministry')}"
    printed: list[Row] = [Line(head), Line("فرم شماره یک"), Table((_FORM_1, *rows), answers)]
    printed += [Line("فرم شماره دو"), _inquiries(rng)] if rng.random() < 0.6 else []
    return Page(tuple(printed), {"kind": "permit_list", "card": None}, "permit forms")


def _permit(rng: Random, action: tuple[str, str], title: str) -> tuple[tuple[Cell, ...], dict[str, Any]]:
    value, word = action
    law, papers, days, fee = say(rng, "law"), say(rng, "document"), rng.randint(2, 60), rng.choice((None, 0, 800_000))
    applicants = rng.sample(_APPLICANTS, rng.randint(1, 3))
    process, electronic = rng.choice(("exclusive", "shared")), rng.random() < 0.5
    told = {"title": title, "action": value, "legal_basis": law, "documents": papers, "process": process}
    told |= {"applicants": [name for name, _ in applicants], "duration.value": days, "duration.unit": "day"}
    told |= {"fee.amount_rial": fee, "electronic": electronic, "non_electronic": not electronic, "notes": None}
    money = {None: "", 0: "رایگان"}.get(fee, f"{fee or 0:,}")
    ticks = (
        *(_tick(pair in applicants) for pair in _APPLICANTS),
        _tick(process == "exclusive"),
        _tick(process == "shared"),
    )
    last = (_tick(electronic), _tick(not electronic), "")
    return (word, law, papers, "یک سال", money, *ticks, "سازمان بازرسی", f"{days} روز", *last), told


def _inquiries(rng: Random) -> Table:
    rows: list[tuple[Cell, ...]] = []
    answers: dict[str, Any] = {}
    for place in range(rng.randint(1, 3)):
        agency, name, days, electronic = say(rng, "agency"), say(rng, "inquiry"), rng.randint(1, 30), rng.random() < 0.5
        row = (agency, name, "", "", "", "", f"{days} روز", _tick(electronic), _tick(not electronic), "")
        rows.append((str(place + 1), *row))
        told = {"agency": agency, "name": name, "kind": "inquiry", "duration.value": days, "electronic": electronic}
        answers |= {f"inquiries.{place}.{key}": value for key, value in told.items()}
    return Table((_FORM_2, *rows), answers | {f"inquiries.{len(rows)}": None})


def permit_record(rng: Random) -> Page:
    """The page of one permit on a portal."""
    days, fee = rng.randint(2, 90), rng.choice((500_000, 3_200_000))
    papers, how = several(rng, "document", 4), rng.choice(("الکترونیکی", "غیر الکترونیکی"))
    path = "permits.0"
    boxes = (
        (rng.choice(("عنوان مجوز", "نام مجوز")), _told(say(rng, "permit"), f"{path}.title")),
        (
            rng.choice(("مرجع صدور مجوز", "مرجع صادر کننده", "مرجع صدور")),
            _told(say(rng, "agency"), f"{path}.organization"),
        ),
        (rng.choice(("کد مجوز", "شناسه مجوز")), Words((str(rng.randint(10000, 19999)),))),
        ("مستندات قانونی", _told(say(rng, "law"), f"{path}.legal_basis")),
        ("مدارک مورد نیاز", Words(papers, told={f"{path}.documents": {"has": papers[0]}}, listed=True)),
        (rng.choice(("مدت اعتبار مجوز", "مدت اعتبار")), _told("5 سال", f"{path}.validity")),
        (
            rng.choice(("زمان صدور مجوز", "مدت زمان صدور مجوز")),
            Words((f"{days} روز",), told={f"{path}.duration.value": days}),
        ),
        (rng.choice(("هزینه صدور", "هزینه")), Words((f"{fee:,} ریال",), told={f"{path}.fee.amount_rial": fee})),
        (rng.choice(("متقاضی مجوز", "امکان دریافت مجوز توسط اشخاص")), _applicants(rng, path)),
        (
            rng.choice(("نحوه صدور مجوز", "چگونگی فرآیند صدور")),
            Words((how,), told={f"{path}.electronic": how == "الکترونیکی"}),
        ),
    )
    rows = tuple(Pair("permit", label, box) for label, box in boxes)
    return Page(rows, {"kind": "permit_list", "permits.1": None, "card": None}, "permit record")


def _told(value: str, path: str) -> Words:
    return Words((value,), {path: "text"})


def _applicants(rng: Random, path: str) -> Choice:
    chosen = group(rng, "", _APPLICANTS)
    return Choice(f"{path}.applicants", chosen.options, chosen.ticked)


def _tick(ticked: bool) -> str:
    return TICK if ticked else BOX
