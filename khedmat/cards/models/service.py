"""A service: its identity through all its versions."""

from typing import TYPE_CHECKING

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import PUBLIC, Stage
from khedmat.core.guards import no_truncate
from khedmat.core.persian import key
from khedmat.organizations.models import Organization
from khedmat.organizations.models.moving import moves_by_a_row

if TYPE_CHECKING:
    from khedmat.cards.models.version import ServiceVersion


@models.CharField.register_lookup
class Letters(models.Transform):
    """A key without its spaces: «کنسرسیوم های» and «کنسرسیوم‌های» are one title, and half of all forms write each."""

    lookup_name = "letters"
    template = "REPLACE(%(expressions)s, ' ', '')"


def _titled(title: str) -> Q:
    letters = key(title)[:300].replace(" ", "")
    return Q(versions__title_key__letters=letters) if letters else Q(pk=None)


class ServiceQuerySet(models.QuerySet):
    def public(self) -> "ServiceQuerySet":
        """With a version that readers may see."""
        return self.filter(versions__stage=Stage.PUBLISHED)

    def shown(self) -> "ServiceQuerySet":
        """With a version that anybody may read, be it one of earlier days."""
        return self.filter(versions__stage__in=PUBLIC).distinct()

    def meant_by(self, *, owner: Organization, code: str | None, title: str | None) -> "ServiceQuerySet":
        """Services of one agency that a form speaks of: by ID when it has one, else by title."""
        if not code:
            return self.filter(_titled(title or ""), owner=owner).distinct()
        by_code = self.filter(Q(code=code) | Q(versions__stated_id=code), owner=owner).distinct()
        without_code = self.filter(_titled(title or ""), owner=owner, code=None, versions__stated_id="").distinct()
        return by_code if by_code.exists() else without_code


@pghistory.track(append_only=True)
class Service(models.Model):
    """What an agency does for people, whatever its card says this year."""

    code = models.CharField(  # noqa: DJ001 — NULL is «no ID yet», and only NULLs may repeat in a unique column
        _("شناسهٔ خدمت"), max_length=11, null=True, blank=True
    )
    owner = models.ForeignKey(Organization, models.PROTECT, related_name="services", verbose_name=_("دستگاه"))
    created_at = models.DateTimeField(_("زمان ثبت"))

    objects = ServiceQuerySet.as_manager()

    class Meta:
        verbose_name = _("خدمت")
        verbose_name_plural = _("خدمات")
        constraints = [
            models.UniqueConstraint(
                fields=["code"], name="service_code_once", violation_error_message=_("این شناسه از آن خدمت دیگری است.")
            ),
            models.CheckConstraint(
                condition=Q(code=None) | Q(code__regex=r"^1\d{10}$"),
                name="service_code_shape",
                violation_error_message=_("شناسهٔ خدمت یازده رقم است و با ۱ آغاز می‌شود."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="code_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__code__isnull=False) & pgtrigger.Q(old__code__df=pgtrigger.F("new__code")),
            ),
            moves_by_a_row("cards_servicemove", "service", owner="owner"),
            pgtrigger.Trigger(
                name="versions_follow",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__owner__df=pgtrigger.F("new__owner")),
                func="UPDATE cards_serviceversion SET owner_id = NEW.owner_id WHERE service_id = NEW.id; RETURN NULL;",
            ),
            pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
            no_truncate(),
        ]

    def __str__(self) -> str:
        return self.code or f"#{self.pk}"

    @property
    def published(self) -> "ServiceVersion | None":
        """The version in force; one query."""
        return self.versions.filter(stage=Stage.PUBLISHED).first()
