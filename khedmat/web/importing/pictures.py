"""The pages of a printed original as pictures: drawn when somebody of the office looks, kept by nobody else."""

from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from khedmat.cards.models import ServiceVersion
from khedmat.files.models import StoredFile
from khedmat.importing.readers.original.printed import PAGE
from khedmat.importing.readers.paper import picture_of
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import content_of
from khedmat.web.desk.guard import office_version
from khedmat.web.kept import signed_in

WIDTH = 1200  # pixels: sharp on a screen, a tenth of a megabyte
AN_HOUR = 3600  # seconds


@require_safe
@cache_control(private=True, max_age=AN_HOUR)
@signed_in
def picture(request: HttpRequest, pk: int, page: int) -> HttpResponse:
    version = office_version(request, pk)
    if version.source_file is None or not page:
        raise Http404
    try:
        return HttpResponse(_drawn(version.source_file.sha256, page - 1), content_type="image/png")
    except Unreadable as refusal:
        raise Http404(refusal.message) from refusal


@lru_cache(maxsize=24)
def _drawn(sha256: str, page: int) -> bytes:
    """The last ones are at hand: a colleague looks at the same page."""
    return picture_of(content_of(StoredFile.objects.get(sha256=sha256)), page, width=WIDTH)


def with_pictures(html: str, version: ServiceVersion) -> str:
    """The original with the addresses of its pictures. Text of theirs holds no quotation mark, it is escaped."""
    first = reverse("web:desk-source-page", args=[version.pk, 1])
    return html.replace(f'src="{PAGE}', f'src="{first.removesuffix("1.png")}')
