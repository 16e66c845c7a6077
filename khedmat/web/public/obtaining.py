"""How many services fetch a document themselves, in words."""

from typing import Any

from django.utils.translation import gettext as _

from khedmat.cards.beside.standing import counted_ways
from khedmat.cards.enums import ObtainedBy
from khedmat.core.persian import number

SAID = {
    ObtainedBy.AGENCY: lambda: _("در %(n)s مورد دستگاه خود آن را از دارنده می‌گیرد و متقاضی چیزی نمی‌آورد."),
    ObtainedBy.APPLICANT: lambda: _("در %(n)s مورد متقاضی آن را می‌آورد."),
}


def ways_said(**which: Any) -> list[str]:
    """A sentence for each way in which lines of published cards are obtained; none where nobody said anything."""
    counts = counted_ways(**which)
    return [words() % {"n": number(counts[way])} for way, words in SAID.items() if counts[way]]
