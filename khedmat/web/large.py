"""What is too large to be read at all: refused by its announced size, before a byte of it fills the disk."""

from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse

MOST_BYTES = 64 * 1024**2  # of a whole request with its files


class LargeBodyMiddleware:
    """Files of a body are written down before any page asks who sends them: without a bound, anybody fills the disk.

    A body that does not say its size is not read at all by Django.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        announced = request.META.get("CONTENT_LENGTH") or "0"
        if announced.isdecimal() and (len(announced) > 15 or int(announced) > MOST_BYTES):
            raise RequestDataTooBig("body of more than 64 MB")
        return self.get_response(request)
