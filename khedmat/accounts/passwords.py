"""What a password must be, said in Persian: Django's own sentences are only half translated."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext as _

from khedmat.core.persian import persian_digits


class LongEnough(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return _("گذرواژه کوتاه است؛ دست‌کم %(count)s نویسه لازم است.") % {"count": persian_digits(self.min_length)}

    def get_help_text(self) -> str:
        return _("دست‌کم %(count)s نویسه.") % {"count": persian_digits(self.min_length)}


class NotCommon(CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("این گذرواژه بسیار رایج است و زود حدس زده می‌شود.")

    def get_help_text(self) -> str:
        return _("از گذرواژه‌های رایج نباشد.")


class NotLikeTheName(UserAttributeSimilarityValidator):
    """Asks only what this program knows of a person."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("username", "full_name", "email"))

    def get_error_message(self) -> str:
        return _("گذرواژه به نام یا رایانامهٔ کاربر شبیه است.")

    def get_help_text(self) -> str:
        return _("به نام و رایانامهٔ شما شبیه نباشد.")
