"""What the API refuses in its own words, Persian and English."""

from typing import NamedTuple

from khedmat.core.persian import persian_digits
from khedmat.organizations.enums import TokenScope


class Words(NamedTuple):
    """One sentence in both languages."""

    fa: str
    en: str

    def about(self, **facts: object) -> "Words":
        """Numbers are in the digits of each language; a text of the sender stays as it is."""
        said = {name: persian_digits(fact) if isinstance(fact, int) else fact for name, fact in facts.items()}
        return Words(self.fa % said, self.en % facts)


NO_TOKEN = Words(
    "این نشانی نشانهٔ دسترسی می‌خواهد؛ نویسنده یا تأییدکنندهٔ دستگاه آن را در /desk/tokens/ می‌سازد و برنامه آن را در "
    "سرآیند Authorization پس از Bearer می‌فرستد.",
    "This needs a token: an author or approver of the agency makes one at /desk/tokens/; the program sends it "
    "in the Authorization header after Bearer.",
)
NO_SCOPE = Words(
    "این نشانه اجازهٔ «%(label)s» (%(scope)s) ندارد؛ نویسنده یا تأییدکنندهٔ «%(agency)s» در /desk/tokens/ نشانه‌ای با این "
    "اجازه می‌سازد.",
    "This token lacks the scope %(scope)s; an author or approver of the agency makes one that has it at /desk/tokens/.",
)
NOT_MANAGING = Words(
    "وب‌هوک‌های «%(agency)s» کار مدیر کاربران همان دستگاه است و سازندهٔ این نشانه این نقش را ندارد؛ مدیری که نویسنده یا "
    "تأییدکننده هم هست در /desk/tokens/ نشانه بسازد، یا نشانی را در /desk/webhooks/ بیفزاید.",
    "Webhooks are the work of the agency's managers of people, and the maker of this token is none: a manager who is "
    "also an author or approver makes the token at /desk/tokens/, or adds the address at /desk/webhooks/.",
)
OUTDATED = Words(
    "آن‌چه این‌جاست همان نیست که دیده بودید؛ آن را بخوانید (GET)، تغییر خود را در آن بنشانید و با ETag تازه بفرستید.",
    "What is here is not what you saw: GET it, merge your change, and send it with the new ETag.",
)
UNSEEN = Words(
    "این کلید پیش‌نویسی با متن دیگری دارد؛ ETag آن را در If-Match بفرستید، یا If-Match: * اگر متن شما جای آن را می‌گیرد.",
    "This key has a draft with another text: send its ETag in If-Match, or If-Match: * if yours replaces it.",
)
OTHER_QUESTION = Words(
    "با همین Idempotency-Key پرسش دیگری فرستاده‌اید؛ برای هر کار کلید تازه‌ای بسازید.",
    "This Idempotency-Key was sent with another question: make a new key for each task.",
)
UNDER_WAY = Words(
    "پرسشی با همین Idempotency-Key در دست انجام است؛ چند ثانیه بعد همان را دوباره بفرستید.",
    "A question with this Idempotency-Key is under way: send the same again in seconds.",
)
UNREADABLE = Words(
    "متن درخواست JSON درست نیست؛ آن را با کدبندی UTF-8 بنویسید و از بسته‌شدن نشانه‌ها و کروشه‌ها مطمئن شوید.",
    "The body is no valid JSON: write it in UTF-8 and close every quote and bracket.",
)
NO_FORM = Words(
    "درخواست فرم چندبخشی درستی نیست؛ پرونده را با multipart/form-data و مرز (boundary) بفرستید، مانند curl -F.",
    "The request is no valid multipart form: send the file as multipart/form-data with its boundary, as curl -F does.",
)
TOO_LARGE = Words(
    "متن درخواست بیش از %(megabytes)s مگابایت است؛ آن را به چند درخواست بخش کنید.",
    "The body is larger than %(megabytes)s MB: send it in several requests.",
)
OTHER_CURSOR = Words(
    "cursor از این فهرست با همین صافی‌ها نیست؛ نشانی صفحهٔ بعد را همان‌گونه بخوانید که در next آمده است.",
    "This cursor is not of this list: follow the address in next as it stands.",
)
UNASKED = Words(
    "این نشانی این صافی‌ها را نمی‌شناسد: %(names)s؛ آنچه می‌توان پرسید: %(known)s.",
    "This address knows nothing called %(names)s; what it may be asked by is: %(known)s.",
)
BROKEN = "این خانه‌ها با قرارداد نمی‌خوانند: %s."
TOO_MANY = Words(
    "پرسش‌ها بیش از اندازه است؛ %(seconds)s ثانیهٔ دیگر دوباره بفرستید.",
    "Too many questions: send it again in %(seconds)s seconds.",
)


ROWS_REFUSED = Words(
    "%(rows)s ردیف پذیرفته نشد و هیچ ردیفی نوشته نشد؛ آن‌ها را چنان که در rows آمده است درست کنید و همه را باز بفرستید.",
    "%(rows)s of the rows were refused and none was written: mend them as `rows` tells and send all of them again.",
)
COUNTS = {  # English of `cards.counts.refusals`, by the same names
    "unknown": "No published service of this agency has this ID or key: take it from the list of its services.",
    "not_over": "This period is not over yet: send its counts after its last day.",
    "twice": "The list tells this service, period and channel twice: take one of them away.",
    "nothing": "No number was sent: send at least one, or `not_offered` where there was no such service.",
    "both": "Numbers and `not_offered` exclude each other: take one of them away.",
    "told": "This period was reported already: name that report in `corrects` if it is wrong.",
    "outdated": "`corrects` names a report that is not the last one of this service, period and channel: "
    "read `GET /services/{id}/statistics` and name the last one.",
}


class Refused(Exception):
    """An answer that is no success: its status, its sentence, its headers."""

    def __init__(self, status: int, words: Words, **headers: str) -> None:
        super().__init__(words.en)
        self.status = status
        self.words = words
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def no_scope(scope: TokenScope, agency: str) -> Refused:
    words = NO_SCOPE.about(label=scope.label, scope=scope.value, agency=agency)
    challenge = f'Bearer realm="khedmat", error="insufficient_scope", scope="{scope.value}"'
    return Refused(403, words, WWW_Authenticate=challenge)
