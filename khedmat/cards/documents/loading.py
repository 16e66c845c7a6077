"""The registers that ship with the program; where names are new, cards are looked at anew."""

from datetime import datetime

from khedmat.cards.enums import Stage
from khedmat.cards.models import ServiceVersion
from khedmat.registers.enums import Register
from khedmat.registers.loading import document_rows, load, load_laws


def load_registers(*, at: datetime) -> int:
    """How many entries are new or read differently. May be run again; the caller enqueues the job that looks anew."""
    count = load(Register.DOCUMENTS, document_rows(), at=at) + load_laws(at=at)
    if count:
        ServiceVersion.objects.exclude(stage=Stage.DISCARDED).update(checked_with="")
    return count
