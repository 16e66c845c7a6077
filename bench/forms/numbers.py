"""Values of section 5 with their answers: durations, visits, costs, recipients, frequency."""

from collections.abc import Callable
from random import Random
from typing import Any

from bench.forms.model import Choice, Words
from bench.forms.words import say

_UNITS = {"minute": "دقیقه", "hour": "ساعت", "day": "روز", "week": "هفته", "month": "ماه", "year": "سال"}
_NUMBERS = ("یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده")
_PERIODS = (("month", "ماه"), ("season", "فصل"), ("year", "سال"))
_VISITS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("{n} بار", {"count": 1}),
    ("{w} بار", {"count": 1}),
    ("{w} مرتبه", {"count": 1}),
    ("{n}", {"count": 1}),
    ("{n} مرتبه", {"count": 1}),
    ("حداکثر {n} بار", {"max": 1}),
)
_NO_VISITS = ("نیاز به مراجعه حضوری ندارد", "بدون مراجعه", "نیازی به مراجعه نیست", "غیرحضوری")
_THOUSANDS = (",", "٬", ".", "،", "/")


def duration(rng: Random) -> Words:
    """One number, a range, a bound, or only words."""
    return rng.choice((_one, _one, _one_in_words, _working, _range, _most, _least, _vague))(rng)


def visits(rng: Random) -> Words:
    """A count, a range, or that none is needed."""
    kind, low = rng.random(), rng.randint(1, 4)
    if kind < 0.15:
        return _visits(rng.choice(_NO_VISITS[:3]), {"count": 0})
    if kind < 0.3:
        high = low + rng.randint(1, 3)
        return _visits(f"{low} {rng.choice(('الی', 'تا'))} {high} بار", {"count": low, "max": high})
    shape, told = rng.choice(_VISITS)
    return _visits(shape.format(n=low, w=_NUMBERS[low - 1]), dict.fromkeys(told, low))


def recipients(rng: Random) -> tuple[Words, Choice] | Words:
    """A count with boxes for its period, or a phrase that says both."""
    count = rng.choice((60, 320, 700, 1200, 4500, 12000, 65000, 250000))
    per, word = rng.choice(_PERIODS)
    told = {"card.recipients.count": count, "card.recipients.per": per}
    if rng.random() < 0.3:
        shape = rng.choice(("{} نفر در {}", "حدود {} نفر در {}", "{} مورد در {}"))
        return Words((shape.format(count, word),), told=told)
    return Words((str(count),), told={"card.recipients.count": count}), periods("card.recipients.per", per)


def periods(path: str, per: str) -> Choice:
    """Month, season, year; one of them ticked."""
    return Choice(path, _PERIODS, frozenset({per}), one=True)


def cost(rng: Random) -> Words:
    """Amounts, tiers, words or nothing to pay."""
    return rng.choice((_amount, _amount, _amount, _free, _tariff, _tiers, _toman, _thousand))(rng)


def grouped(rng: Random, amount: int) -> str:
    """With one of the signs that part thousands, or with none."""
    if rng.random() < 0.3:
        return str(amount)
    return f"{amount:,}".replace(",", rng.choice(_THOUSANDS))


def _one(rng: Random) -> Words:
    unit = rng.choice(("minute", "hour", "day", "day", "day", "week", "month"))
    count = rng.choice((2, 3, 5, 7, 10, 15, 20, 30, 45))
    shape = rng.choice(("{} {}", "{}{}", "حدود {} {}", "{} {} پس از تکمیل مدارک"))
    return _time(shape.format(count, _UNITS[unit]), value=count, unit=unit)


def _one_in_words(rng: Random) -> Words:
    unit, count = rng.choice(("hour", "day", "week", "month", "year")), rng.randint(1, 10)
    return _time(f"{_NUMBERS[count - 1]} {_UNITS[unit]}", value=count, unit=unit)


def _working(rng: Random) -> Words:
    count = rng.randint(1, 10)
    said = rng.choice((str(count), _NUMBERS[count - 1]))
    return _time(f"{said} روز کاری", value=count, unit="day", working=True)


def _range(rng: Random) -> Words:
    low = rng.randint(1, 20)
    high = low + rng.choice((1, 2, 5, 10))
    unit = rng.choice(("hour", "day", "week", "month"))
    shape = rng.choice(("{} تا {} {}", "{} الی {} {}", "{}-{} {}", "بین {} تا {} {}", "از {} تا {} {}"))
    return _time(shape.format(low, high, _UNITS[unit]), min=low, max=high, unit=unit)


def _most(rng: Random) -> Words:
    count, unit = rng.randint(2, 40), rng.choice(("hour", "day", "month"))
    return _time(f"{rng.choice(('حداکثر', 'کمتر از'))} {count} {_UNITS[unit]}", max=count, unit=unit)


def _least(rng: Random) -> Words:
    count, unit = rng.randint(2, 40), rng.choice(("hour", "day", "month"))
    return _time(f"{rng.choice(('حداقل', 'بیش از'))} {count} {_UNITS[unit]}", min=count, unit=unit)


def _vague(rng: Random) -> Words:
    return _time(say(rng, "depends"), value=None, min=None)


def _time(text: str, **told: Any) -> Words:
    answers = {f"card.average_duration.{name}": value for name, value in told.items()}
    return Words((text,), {"card.average_duration.text": "text"}, answers)


def _visits(text: str, told: dict[str, Any]) -> Words:
    return Words((text,), told={f"card.visits.{name}": value for name, value in told.items()})


def _money(text: str, *amounts: int, lines: tuple[str, ...] = ()) -> Words:
    told = {f"card.cost.items.{place}.amount_rial": amount for place, amount in enumerate(amounts)}
    return Words(lines or (text,), told=told | {f"card.cost.items.{len(amounts)}": None, "card.cost.free": None})


def _amount(rng: Random) -> Words:
    amount = rng.choice((50_000, 120_000, 340_000, 850_000, 1_754_900, 2_400_000, 18_500_000))
    shape = rng.choice(("{} ریال", "{} ریال", "{}ریال", "مبلغ {} ریال", "ریال {}", "{} ریال برای هر پرونده"))
    return _money(shape.format(grouped(rng, amount)), amount)


def _free(rng: Random) -> Words:
    return Words((say(rng, "free"),), told={"card.cost.free": True, "card.cost.items": None})


def _tariff(rng: Random) -> Words:
    return Words((say(rng, "tariff"),), {"card.cost.text": "text"}, {"card.cost.items": None, "card.cost.free": None})


def _tiers(rng: Random) -> Words:
    low = rng.choice((100_000, 250_000, 1_500_000))
    names = rng.choice((("حقیقی", "حقوقی"), ("صدور", "تمدید"), ("درجه یک", "درجه دو"), ("بار اول", "بار دوم")))
    tiers = tuple(f"{name}: {grouped(rng, low * (place + 1))} ریال" for place, name in enumerate(names))
    joint = rng.choice((" - ", " و ", "، "))
    return _money(joint.join(tiers).replace(": ", rng.choice((": ", " ")), 2), low, low * 2)


def _toman(rng: Random) -> Words:
    count = rng.choice((10, 50, 85, 500))
    shape: Callable[[int], str] = rng.choice((lambda n: f"{n} هزار تومان", lambda n: f"{grouped(rng, n * 1000)} تومان"))
    return _money(shape(count), count * 10_000)


def _thousand(rng: Random) -> Words:
    count = rng.choice((60, 334, 750))
    return _money(f"{count} هزار ریال{rng.choice(('', ' برای هر متر مکعب', ' به ازای هر واحد'))}", count * 1000)
