"""What is too large to be read at all: refused by its announced size, before a byte of it fills the disk."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse

MOST_BYTES = 64 * 1024**2  # of a whole request with its files
MOST_OF_ARCHIVES = 210 * 1024**2  # of one to the import desk, by somebody who is signed in
IMPORT_DESK = "/desk/import/"


class LargeBodyMiddleware:
    """Files of a body are written down before any page asks who sends them: without a bound, anybody fills the disk.

    A body that does not say its size is not read at all by Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _announced(request) > MOST_BYTES:
            _demand_archive(request)
        return self.get_response(request)


def _announced(request: HttpRequest) -> int:
    """Thousands of digits are no number to Python either."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced[:15]) if announced.isascii() and announced.isdecimal() else 0


def _demand_archive(request: HttpRequest) -> None:
    """Hundreds of megabytes are never held in memory."""
    is_brought = request.path == IMPORT_DESK and request.user.is_authenticated
    if not is_brought or _announced(request) > MOST_OF_ARCHIVES:
        raise RequestDataTooBig("body of more than 64 MB")
    request.upload_handlers = [TemporaryFileUploadHandler(request)]
