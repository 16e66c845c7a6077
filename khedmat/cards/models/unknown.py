"""Names in cards in force that no entry of a register bears, with how many cards write each: counted, never written."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from khedmat.cards.models.asked import Line
from khedmat.registers.enums import Register
from khedmat.registers.models import NamePassing

LETTERS = Line._meta.get_field("letters").max_length


class UnknownNameQuerySet(models.QuerySet):
    def waiting(self) -> "UnknownNameQuerySet":
        """Those that the keeper of their register did not pass over; most cards first."""
        passed = NamePassing.objects.standing(OuterRef("register")).filter(letters=OuterRef("letters"))
        return self.filter(~Exists(passed)).order_by("-cards", "letters")


class UnknownName(models.Model):
    """One name of one register; `text` is one of its writings. Made anew by `lines.unknown.recount`."""

    register = models.CharField(_("فهرست"), max_length=20, choices=Register)
    letters = models.CharField(_("حروف نام"), max_length=LETTERS)
    text = models.TextField(_("نوشته"))
    cards = models.PositiveIntegerField(_("شمار شناسنامه‌ها"))

    objects = UnknownNameQuerySet.as_manager()

    class Meta:
        verbose_name = _("نام ناشناخته")
        verbose_name_plural = _("نام‌های ناشناخته")
        ordering = ["register", "-cards", "letters"]
        indexes = [models.Index(fields=["register", "-cards", "letters"], name="unknown_name_by_cards")]
        constraints = [
            models.UniqueConstraint(
                fields=["register", "letters"],
                name="unknown_name_once",
                violation_error_message=_("این نام در همین فهرست یک بار شمرده شده است."),
            ),
            models.CheckConstraint(
                condition=Q(register__in=Register.values, cards__gte=1) & ~Q(letters=""),
                name="unknown_name_in_a_card",
                violation_error_message=_("نام ناشناخته دست‌کم در یک شناسنامه آمده است."),
            ),
        ]

    def __str__(self) -> str:
        return self.text
