"""Nothing typed is lost: a page that cannot be saved now comes back with all that was typed, to be sent again."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _
from django.views.csrf import csrf_failure as plain_failure

AUTOSAVE = "X-Khedmat-Autosave"
TOKEN = "csrfmiddlewaretoken"
ECHOED = ("/desk/", "/services/")  # elsewhere passwords are typed, which are never echoed
LOST = _(
    "نشست شما پایان یافته است. در برگهٔ دیگری وارد شوید و به همین صفحه بازگردید؛ هر چه نوشته‌اید این‌جا نگه داشته شده است."
)
FILES = _("فایلی که برگزیده بودید نگه داشته نمی‌شود؛ پس از فرستادن، آن را دوباره برگزینید.")
OLD = _("این صفحه پیش از ورود دوبارهٔ شما باز شده بود. هر چه نوشته‌اید این‌جا نگه داشته شده است؛ یک بار دیگر بفرستید.")


def kept(request: HttpRequest, *, sentences: Sequence[Any], status: int) -> HttpResponse:
    """The page with everything that was sent, and a button that sends it again."""
    pairs = [(name, value) for name, values in request.POST.lists() for value in values if name != TOKEN]
    told = [*sentences, FILES] if request.FILES else sentences
    known = {"sentences": told, "kept": pairs, "address": request.get_full_path(), "status": status}
    page = render(request, "kept.html", known, status=status)
    add_never_cache_headers(page)  # also where no view was reached
    return page


def can_keep(request: HttpRequest) -> bool:
    """Somebody typed it who is no program, where no password is asked."""
    return request.method == "POST" and request.path.startswith(ECHOED) and AUTOSAVE not in request.headers


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """`login_required`, which would throw away what somebody typed while their session ended."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            return view(request, *args, **kwargs)
        if request.method != "POST":
            return redirect_to_login(request.get_full_path())
        if request.headers.get(AUTOSAVE):
            return render(request, "desk/editor/refused.html", {"sentences": [LOST]}, status=401)
        return kept(request, sentences=[LOST], status=401)

    return guarded


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page opened before the last sign-in bears an old token: its text is kept. From elsewhere nothing is echoed."""
    if request.headers.get("Sec-Fetch-Site", "") == "same-origin" and can_keep(request):
        return kept(request, sentences=[OLD], status=403)
    return plain_failure(request, reason=reason)
