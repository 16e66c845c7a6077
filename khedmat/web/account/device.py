"""What a browser says of itself, in two Persian words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The first that fits: nearly all of them also call themselves Chrome and Safari.
BROWSERS: dict[str, Promise] = {
    "Edg": gettext_lazy("اج"),
    "OPR/": gettext_lazy("اپرا"),
    "SamsungBrowser": gettext_lazy("مرورگر سامسونگ"),
    "Firefox": gettext_lazy("فایرفاکس"),
    "Chrome": gettext_lazy("کروم"),
    "Safari": gettext_lazy("سافاری"),
}
SYSTEMS: dict[str, Promise] = {
    "Android": gettext_lazy("اندروید"),
    "iPhone": gettext_lazy("آیفون"),
    "iPad": gettext_lazy("آیپد"),
    "Windows": gettext_lazy("ویندوز"),
    "Mac OS": gettext_lazy("مک"),
    "Linux": gettext_lazy("لینوکس"),
}


def device(user_agent: str) -> str:
    """«فایرفاکس روی ویندوز»; what is not known is said so."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return _("%(browser)s روی %(system)s") % {"browser": browser, "system": system}
    return str(browser or system or _("مرورگر ناشناخته"))


def _first(words: dict[str, Promise], user_agent: str) -> Promise | None:
    return next((word for mark, word in words.items() if mark in user_agent), None)
