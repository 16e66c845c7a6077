"""Systems in which services are given or asked about, and the data that agencies ask of each other."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.organizations.models import Organization
from khedmat.registers.enums import SystemState
from khedmat.registers.models.entry import (
    Entry,
    code_once,
    not_into_itself,
    not_replacing_itself,
    taken_over_by,
    title_once,
)


class System(Entry):
    """A system: whose it is, where it stands on the web, whether it works. Empty is not known."""

    owner = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="systems", verbose_name=_("دستگاه صاحب")
    )
    url = models.URLField(_("نشانی وب"), blank=True)
    state = models.CharField(_("وضع"), max_length=10, choices=SystemState, default=SystemState.RUNNING, editable=False)
    replaced_by = taken_over_by()

    class Meta(Entry.Meta):
        verbose_name = _("سامانه")
        verbose_name_plural = _("سامانه‌ها")
        constraints = [
            code_once("system_code_once"),
            title_once("system_title_once"),
            not_into_itself("system_not_into_itself"),
            models.CheckConstraint(
                condition=Q(state=SystemState.REPLACED, replaced_by__isnull=False)
                | Q(state__in=[SystemState.RUNNING, SystemState.CLOSED], replaced_by=None),
                name="system_replaced_by_one",
                violation_error_message=_("سامانهٔ جایگزین‌شده جایگزین خود را نام می‌برد و جز آن جایگزینی ندارد."),
            ),
            not_replacing_itself("system_not_replacing_itself", _("سامانه جایگزین خودش نیست؛ سامانهٔ دیگری برگزینید.")),
        ]

    @property
    def holds(self) -> bool:
        return self.state == SystemState.RUNNING


class DataElement(Entry):
    """A piece of data that agencies ask of each other: the system that gives it, the agency that holds it."""

    system = models.ForeignKey(
        System, models.PROTECT, null=True, blank=True, related_name="elements", verbose_name=_("سامانه‌ای که می‌دهد")
    )
    holder = models.ForeignKey(
        Organization, models.PROTECT, null=True, blank=True, related_name="elements", verbose_name=_("دستگاه دارنده")
    )

    class Meta(Entry.Meta):
        verbose_name = _("قلم داده")
        verbose_name_plural = _("اقلام داده")
        constraints = [
            code_once("data_element_code_once"),
            title_once("data_element_title_once"),
            not_into_itself("data_element_not_into_itself"),
        ]
