"""What the registers offer beside a box; another name may be typed all the same, and its steward hears of it."""

from khedmat.registers.enums import Register
from khedmat.registers.models import System
from khedmat.registers.naming import known


def offered_papers() -> list[str]:
    return [entry.title for entry in known(Register.DOCUMENTS).entries.values()]


def offered_systems() -> list[str]:
    return list(System.objects.standing().order_by("title").values_list("title", flat=True))
