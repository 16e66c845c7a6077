"""The registers that ship with the program; where names are new, cards are looked at anew."""

from datetime import datetime

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.registers.loading import load_shipped


def load_registers(*, at: datetime) -> int:
    """How many entries are new or read differently. May be run again; the caller enqueues the job that looks anew."""
    count = load_shipped(at=at)
    if count:
        ServiceVersion.objects.exclude(stage=Stage.DISCARDED).update(checked_with="")
    return count
