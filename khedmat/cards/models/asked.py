"""Which entry of a register a line of a card means: made from the card, made anew when the register changes."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from khedmat.cards.enums import SystemUse
from khedmat.cards.models.version import ServiceVersion
from khedmat.registers.models import Audience, DataElement, DocumentType, LegalSource, System


class Line(models.Model):
    """A name in a version, and the entry that it means; none where the register does not know it. `column`: its key."""

    column = ""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="%(class)s_lines", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))
    name = models.TextField(_("نام"))
    letters = models.CharField(_("حروف نام"), max_length=200, db_index=True)

    class Meta:
        abstract = True
        ordering = ["version", "order"]

    def __str__(self) -> str:
        return self.name

    @property
    def entry_id(self) -> int | None:
        found: int | None = getattr(self, f"{self.column}_id")
        return found

    @classmethod
    def put(cls, lines: "list[Line]") -> None:
        """Each in the place of the one that stood at its order: one question, whatever there was."""
        said = [one.name for one in cls._meta.concrete_fields if not one.primary_key]
        where = ["version", "order"]
        told = [name for name in said if name not in where]
        cls._default_manager.bulk_create(lines, update_conflicts=True, unique_fields=where, update_fields=told)

    def said(self) -> tuple[Any, ...]:
        """All that it holds, but its own key."""
        return tuple(getattr(self, field.attname) for field in self._meta.concrete_fields if not field.primary_key)


def order_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["version", "order"], name=name, violation_error_message=_("دو ردیف با یک ترتیب آمده است.")
    )


def meant(model: type[models.Model], label: Any, related_name: str) -> models.ForeignKey:
    return models.ForeignKey(model, models.PROTECT, null=True, related_name=related_name, verbose_name=label)


class AskedDocument(Line):
    """A line of the documents of a version, and the type that it means."""

    column = "document_type"

    document_type = meant(DocumentType, _("گونهٔ مدرک"), "asked")

    class Meta(Line.Meta):
        verbose_name = _("مدرک خواسته‌شده")
        verbose_name_plural = _("مدارک خواسته‌شده")
        constraints = [order_once("asked_document_order_once")]


class UsedSystem(Line):
    """A system that a version names, what it is to the service, and the entry that it means."""

    column = "system"

    system = meant(System, _("سامانه"), "used")
    use = models.CharField(_("نسبت سامانه با خدمت"), max_length=10, choices=SystemUse)

    class Meta(Line.Meta):
        verbose_name = _("سامانهٔ به‌کاررفته")
        verbose_name_plural = _("سامانه‌های به‌کاررفته")
        constraints = [
            order_once("used_system_order_once"),
            models.CheckConstraint(
                condition=models.Q(use__in=SystemUse.values),
                name="used_system_known_words",
                violation_error_message=_("نسبت سامانه با خدمت شناخته نیست."),
            ),
        ]


class ExchangedElement(Line):
    """A piece of data that a version exchanges with another system, and the entry that it means."""

    column = "element"

    element = meant(DataElement, _("قلم داده"), "exchanged")

    class Meta(Line.Meta):
        verbose_name = _("قلم دادهٔ مبادله‌شده")
        verbose_name_plural = _("اقلام دادهٔ مبادله‌شده")
        constraints = [order_once("exchanged_element_order_once")]


class NamedAudience(Line):
    """A group that a version names as its audience, and the entry that it means."""

    column = "audience"

    audience = meant(Audience, _("گروه مخاطبان"), "named")

    class Meta(Line.Meta):
        verbose_name = _("مخاطب نام‌برده")
        verbose_name_plural = _("مخاطبان نام‌برده")
        constraints = [order_once("named_audience_order_once")]


class CitedLaw(models.Model):
    """A line of the laws of a version, and the legal source that it cites; none where the register does not know it."""

    version = models.ForeignKey(ServiceVersion, models.PROTECT, related_name="cited_laws", verbose_name=_("نسخه"))
    order = models.PositiveIntegerField(_("ترتیب"))
    text = models.TextField(_("متن استناد"))
    letters = models.CharField(_("حروف نام قانون"), max_length=200, db_index=True, default="")
    law = models.ForeignKey(LegalSource, models.PROTECT, null=True, related_name="cited", verbose_name=_("قانون"))

    class Meta:
        verbose_name = _("قانون مورد استناد")
        verbose_name_plural = _("قوانین مورد استناد")
        ordering = ["version", "order"]
        constraints = [order_once("cited_law_order_once")]

    def __str__(self) -> str:
        return self.text
