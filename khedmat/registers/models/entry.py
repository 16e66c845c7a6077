"""What entries of all registers share: a title, other names, a place in addresses, a successor after a merge."""

from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from khedmat.core.guards import no_truncate
from khedmat.core.persian import fold_line, sort_key, squeeze

LONGEST = 300


class EntryQuerySet(models.QuerySet):
    def standing(self) -> "EntryQuerySet":
        """Those that were not merged into another."""
        return self.filter(merged_into=None)

    def named(self, words: str) -> "EntryQuerySet":
        """Whose title or another name holds the words, however they are spelt."""
        letters = squeeze(words)
        return self.filter(Q(letters__contains=letters) | Q(alias_letters__contains=letters)) if letters else self

    def for_list(self) -> "EntryQuerySet":
        return self.order_by("sort_key", "pk")


def said_of(title: str, aliases: list[str]) -> dict[str, Any]:
    """The columns that come from the names; an alias that says the title again is none."""
    title = fold_line(title)
    others = {squeeze(name): fold_line(name) for name in aliases}
    others.pop(squeeze(title), None)
    others.pop("", None)
    return {
        "title": title,
        "letters": squeeze(title),
        "sort_key": sort_key(title)[:LONGEST],
        "aliases": list(others.values()),
        "alias_letters": "\n".join(others),
    }


class Entry(models.Model):
    """An entry of a register. `revision` counts what people did to it; what ships with the program is revision 0."""

    code = models.SlugField(_("نام در نشانی (حروف لاتین)"), max_length=60)
    title = models.CharField(_("عنوان"), max_length=LONGEST)
    letters = models.CharField(_("حروف عنوان"), max_length=LONGEST, db_index=True, editable=False)
    sort_key = models.CharField(_("کلید ترتیب"), max_length=LONGEST, db_index=True, editable=False)
    aliases = ArrayField(models.CharField(max_length=LONGEST), verbose_name=_("نام‌های دیگر"), default=list, blank=True)
    alias_letters = models.TextField(_("حروف نام‌های دیگر"), blank=True, editable=False)
    revision = models.PositiveIntegerField(_("شمارهٔ ویرایش"), default=0, editable=False)
    merged_into = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged",
        verbose_name=_("ادغام‌شده در"),
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["sort_key", "pk"]
        triggers = [pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete), no_truncate()]

    def __str__(self) -> str:
        return self.title

    def names(self) -> list[str]:
        """The title first."""
        return [self.title, *self.aliases]


def code_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["code"],
        name=name,
        violation_error_message=_("مدخل دیگری همین نام را در نشانی دارد؛ نام دیگری بنویسید."),
    )


def title_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(
        fields=["letters"],
        condition=Q(merged_into=None),
        name=name,
        violation_error_message=_("مدخلی با همین عنوان در فهرست هست؛ همان را ویرایش کنید."),
    )


def not_into_itself(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(merged_into=None) | ~Q(merged_into=models.F("pk")),
        name=name,
        violation_error_message=_("مدخل در خودش ادغام نمی‌شود؛ مدخل دیگری برگزینید."),
    )


def taken_over_by() -> models.ForeignKey:
    """The entry that came in the place of one that holds no more."""
    return models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="replaces",
        verbose_name=_("جایگزین"),
    )


def not_replacing_itself(name: str, sentence: Any) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(replaced_by=None) | ~Q(replaced_by=models.F("pk")), name=name, violation_error_message=sentence
    )
