"""Which addresses are checked: those of published cards, read once from each, since its text never changes."""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, TextField
from django.db.models.functions import Cast

from khedmat.cards.links.reading import addresses
from khedmat.cards.links.target import target
from khedmat.cards.models import CardLink, ServiceVersion, WebAddress

LOOKS_LIKE_ONE = r"https?://|[wW]{3}\.|url\": \""  # of the whole card: most say nothing of it and are not read


def gather(on: date) -> int:
    """How many cards were read. Safe to run twice, and to be killed: each card is read or not."""
    known = CardLink.objects.filter(version=OuterRef("pk"))
    text = Cast("content", TextField())
    unread = (
        ServiceVersion.objects.published().filter(~Exists(known)).annotate(text=text).filter(text__regex=LOOKS_LIKE_ONE)
    )
    waiting = list(unread.order_by("pk").values_list("pk", flat=True))
    for pk in waiting:
        note(ServiceVersion.objects.only("content").get(pk=pk), on)
    return len(waiting)


@transaction.atomic
def note(version: ServiceVersion, on: date) -> list[CardLink]:
    """The links of one card. Two at once write the same rows once."""
    found = list(addresses(version.content))
    new = [WebAddress(address=one, host=target(one).host, due_on=on) for one in dict.fromkeys(one for _, one in found)]
    WebAddress.objects.bulk_create(sorted(new, key=str), ignore_conflicts=True)
    known = WebAddress.objects.in_bulk([one.address for one in new], field_name="address")
    links = [CardLink(version=version, path=path, address=known[one]) for path, one in found]
    return CardLink.objects.bulk_create(links, ignore_conflicts=True)
