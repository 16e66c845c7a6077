"""The register of IDs: one row an ID that was given, never changed, never taken back."""

from typing import Any

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.cards.models.service import Service
from khedmat.core.guards import append_only
from khedmat.organizations.models import Organization

MAIN = "000"  # DDD of a main service


def _digits(label: Any, first: int, count: int) -> models.GeneratedField:
    text = models.CharField(max_length=count)
    return models.GeneratedField(
        verbose_name=label, expression=Substr("code", first, count), output_field=text, db_persist=True
    )


class GivenIdQuerySet(models.QuerySet):
    def mains(self) -> "GivenIdQuerySet":
        """Of main services: the gap-free register of CCCC."""
        return self.filter(sub=MAIN)

    def given_here(self) -> "GivenIdQuerySet":
        return self.filter(is_legacy=False)

    def family_of(self, service: Service) -> "GivenIdQuerySet":
        """The main service and its sub-services, in the order of their numbers: one CCCC is one family."""
        return self.filter(main__in=GivenId.objects.filter(service=service).values("main")).order_by("sub", "pk")

    def count_by_function(self, owner: Organization) -> dict[str, int]:
        """How often the IDs of an agency bear each AABB."""
        counted = self.filter(service__owner=owner).order_by().values("function").annotate(count=Count("pk"))
        return dict(counted.values_list("function", "count"))


class GivenId(models.Model):
    """The ID of a service: AABB (function of government) CCCC (its family) DDD (000, sub-services from 100 up).

    `is_legacy`: it came with the form, from before this register, and was kept as it came.
    """

    service = models.OneToOneField(Service, models.PROTECT, related_name="given_id", verbose_name=_("خدمت"))
    code = models.CharField(_("شناسه"), max_length=11)
    function = _digits(_("کارکرد"), 1, 4)
    main = _digits(_("شمارهٔ خدمت اصلی"), 5, 4)
    sub = _digits(_("شمارهٔ زیرخدمت"), 9, 3)
    is_legacy = models.BooleanField(_("از پیش داده شده"), default=False)
    why = models.TextField(_("دلیل"))
    by = models.ForeignKey(User, models.PROTECT, related_name="ids_given", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    objects = GivenIdQuerySet.as_manager()

    class Meta:
        verbose_name = _("شناسهٔ داده‌شده")
        verbose_name_plural = _("شناسه‌های داده‌شده")
        ordering = ["main", "sub", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                name="given_id_once",
                violation_error_message=_("این شناسه پیش‌تر داده شده است و هیچ شناسه‌ای دو بار داده نمی‌شود."),
            ),
            models.UniqueConstraint(
                fields=["main", "sub"],
                condition=Q(is_legacy=False),
                name="given_id_number_once",
                violation_error_message=_("این شماره در دفتر شناسه‌ها گرفته شده است؛ دوباره شماره بگیرید."),
            ),
            models.CheckConstraint(
                condition=Q(code__regex=r"^1\d{10}$"),
                name="given_id_shape",
                violation_error_message=_("شناسهٔ خدمت یازده رقم است و با ۱ آغاز می‌شود."),
            ),
            models.CheckConstraint(
                condition=~Q(why=""),
                name="given_id_says_why",
                violation_error_message=_("دلیل گزیدن کارکرد را بنویسید؛ با شناسه نگه داشته می‌شود."),
            ),
        ]
        indexes = [models.Index(fields=["main"], name="given_id_family")]
        triggers = append_only()

    def __str__(self) -> str:
        return self.code

    @property
    def is_main(self) -> bool:
        return self.sub == MAIN
