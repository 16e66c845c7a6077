"""The signed letter of a list, as it came: only ever a file to take away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from khedmat.importing.readers.unreadable import Unreadable
from khedmat.importing.uploads import content_of
from khedmat.web.desk.titles.guard import office_titles
from khedmat.web.kept import signed_in


@require_safe
@never_cache
@signed_in
def letter(request: HttpRequest, pk: int) -> HttpResponse:
    file = office_titles(request, pk).letter_file
    if file is None:
        raise Http404
    try:
        answer = HttpResponse(content_of(file), content_type=file.media_type)
    except Unreadable as lost:
        raise Http404 from lost
    answer["Content-Disposition"] = content_disposition_header(True, file.name)
    return answer
