"""An attachment as an answer: only ever a file to take away."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from khedmat.cards.models import Attachment
from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import content_of


def file_of(attachment: Attachment) -> HttpResponse:
    """Were it opened all the same, it could neither run nor fetch anything, nor be taken for something else."""
    try:
        answer = HttpResponse(content_of(attachment.file), content_type=attachment.media_type)
    except Unreadable as lost:
        raise Http404 from lost
    answer["Content-Disposition"] = content_disposition_header(True, attachment.name)
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
