"""The files that an author chose to show with a published card."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from khedmat.cards.models import Attachment
from khedmat.web.attached import file_of
from khedmat.web.public.access import in_force_or_404, public_page


@public_page
def attachment(request: HttpRequest, pk: int, attachment: int) -> HttpResponse:
    """Also of a version that was replaced: somebody may hold the link. Of a service that ended it is gone."""
    in_force_or_404(pk)
    public = Attachment.objects.public().select_related("file")
    return file_of(get_object_or_404(public, version__service=pk, pk=attachment))
