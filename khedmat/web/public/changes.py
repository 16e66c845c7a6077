"""What a published version of a card changed, for anybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from khedmat.cards.models import ServiceVersion
from khedmat.web.differences import differences, public_document
from khedmat.web.public.access import public_page


@public_page
def changes(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Beside the public version before it; the first one has none."""
    known = ServiceVersion.objects.public().filter(service=pk)
    found = get_object_or_404(known.for_page(), number=number)
    before = known.filter(number__lt=number).order_by("-number").first()
    shown = differences(public_document(before), public_document(found)) if before else []
    return render(request, "public/changes.html", {"version": found, "before": before, "changes": shown})
