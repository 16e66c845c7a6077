"""Which versions are meant: those that were ticked, or all that the list of the desk holds as it is narrowed."""

from collections.abc import Sequence
from typing import NamedTuple

from django.http import HttpRequest
from django.utils import timezone

from khedmat.cards.models import ServiceVersion
from khedmat.cards.models.bulk import MOST
from khedmat.web.counting import counted
from khedmat.web.desk.listed import listed


class Chosen(NamedTuple):
    """In the order of the list; `total` is more than they are where a filter holds more than one run takes."""

    versions: Sequence[ServiceVersion]
    total: int

    @property
    def left_out(self) -> int:
        return self.total - len(self.versions)

    @property
    def keys(self) -> str:
        """As the form carries them: what was seen is what is sent."""
        return ",".join(str(one.pk) for one in self.versions)


def chosen(request: HttpRequest) -> Chosen:
    """Scoped: what this person does not see from inside is not there, whatever the address says."""
    if "all" in request.GET and request.method != "POST":
        shown = listed(request).shown
        versions = list(shown[: MOST + 1])
        return Chosen(versions[:MOST], len(versions) if len(versions) <= MOST else shown.count())
    said = request.POST.get("versions", "").split(",") if request.method == "POST" else request.GET.getlist("v")
    keys = list(dict.fromkeys(filter(None, map(counted, said[:MOST]))))
    seen = ServiceVersion.objects.inside_for(request.user, timezone.localdate()).filter(pk__in=keys)
    by_key = {one.pk: one for one in seen.for_list()}
    versions = [by_key[key] for key in keys if key in by_key]
    return Chosen(versions, len(versions))
