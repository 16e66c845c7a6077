"""Things that go from one agency to another when agencies change: the row that says so, and the guard that asks it."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from khedmat.accounts.models import User
from khedmat.core.guards import append_only
from khedmat.organizations.models.agency import Organization
from khedmat.organizations.models.change import OrganizationChange


class Move(models.Model):
    """A thing has another agency since a change of agencies; its words stay. Never changed.

    A kind names in `THING` its foreign key to what moves, and in `OWNER` the agency's column there.
    """

    THING: str
    OWNER = "organization"

    change = models.ForeignKey(
        OrganizationChange, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("تغییر")
    )
    before = models.ForeignKey(
        Organization, models.PROTECT, related_name="%(class)s_given", verbose_name=_("دستگاه پیشین")
    )
    after = models.ForeignKey(
        Organization, models.PROTECT, related_name="%(class)s_taken", verbose_name=_("دستگاه جانشین")
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="%(class)s_rows", verbose_name=_("به دست"))
    at = models.DateTimeField(_("زمان"))

    class Meta:
        abstract = True
        ordering = ["at", "pk"]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{getattr(self, self.THING)} · {self.before} ← {self.after}"


def elsewhere(name: str, message: Promise) -> models.CheckConstraint:
    return models.CheckConstraint(condition=~Q(before=F("after")), name=name, violation_error_message=message)


def once_a_change(name: str, thing: str, message: Promise) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=[thing, "change"], name=name, violation_error_message=message)


def moves_by_a_row(log: str, thing: str, *, owner: str = "organization") -> pgtrigger.Trigger:
    """A thing goes to another agency by a change of agencies alone, and the row that says so stands first.

    `log`: the table of its moves; `thing`: the column that names it there; `owner`: the field of its agency.
    """
    return pgtrigger.Trigger(
        name="moves_by_a_row",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.Q(**{f"old__{owner}__df": pgtrigger.F(f"new__{owner}")}),
        func=f"""
            IF NOT EXISTS (
                SELECT 1 FROM (
                    SELECT before_id, after_id FROM {log} WHERE {thing}_id = NEW.id ORDER BY id DESC LIMIT 1
                ) AS last WHERE last.before_id = OLD.{owner}_id AND last.after_id = NEW.{owner}_id
            ) THEN
                RAISE EXCEPTION 'khedmat: moves by a change of agencies: %', TG_TABLE_NAME;
            END IF;
            RETURN NEW;
        """,
    )
