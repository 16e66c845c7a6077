"""People who sign in."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person with a sign-in. What they may do comes from memberships, never from here."""

    first_name = None
    last_name = None
    full_name = models.CharField(_("نام و نام خانوادگی"), max_length=150, blank=True)
    email = models.EmailField(_("رایانامه"), blank=True)

    class Meta:
        verbose_name = _("کاربر")
        verbose_name_plural = _("کاربران")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=~Q(email=""),
                name="user_one_email",
                violation_error_message=_("این رایانامه از آن کاربر دیگری است."),
            )
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
