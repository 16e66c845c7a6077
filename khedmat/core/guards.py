"""Guards in the database: what no program, console or raw SQL may change."""

from typing import Any

import pgtrigger


class Frozen(pgtrigger.ReadOnly):
    """`pgtrigger.ReadOnly` drops its `condition` silently (4.17): drafts would be frozen too."""

    def get_condition(self, model: Any) -> pgtrigger.Condition:
        return self.condition & super().get_condition(model)


class FrozenWithParent(pgtrigger.Trigger):
    """Rows live and die with their parent: no insert, update or delete once it left its first stage.

    The parent is locked before its stage is read: a row could slip in beside a submission under way else.
    A row without a parent is written once and stays.
    """

    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete
    parent = "version"

    def get_func(self, model: Any) -> str:
        field = model._meta.get_field(self.parent)
        table, column = field.related_model._meta.db_table, field.column
        return f"""
            PERFORM 1 FROM {table} WHERE id IN (OLD.{column}, NEW.{column}) ORDER BY id FOR SHARE;
            IF EXISTS (SELECT 1 FROM {table} WHERE id IN (OLD.{column}, NEW.{column}) AND stage <> 'draft') THEN
                RAISE EXCEPTION 'khedmat: frozen with its parent: %', TG_TABLE_NAME;
            END IF;
            IF TG_OP <> 'INSERT' AND OLD.{column} IS NULL THEN
                RAISE EXCEPTION 'khedmat: written once: %', TG_TABLE_NAME;
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        """


def no_truncate() -> pgtrigger.Trigger:
    """TRUNCATE passes every row trigger: it needs a guard of its own."""
    return pgtrigger.Trigger(
        name="no_truncate",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'khedmat: this table is never emptied: %', TG_TABLE_NAME; RETURN NULL;",
    )


def signatures_stay(*signed: str, unsigned: tuple[str, ...] = ()) -> pgtrigger.Trigger:
    """Who signed and when, once it is there; of `unsigned` only when."""
    pairs = [(name, f"OLD.{name}_by_id", f"NEW.{name}_by_id") for name in signed]
    func = " ".join(
        f"IF OLD.{name}_at IS NOT NULL AND (OLD.{name}_at, {old}) IS DISTINCT FROM (NEW.{name}_at, {new}) "
        "THEN RAISE EXCEPTION 'khedmat: a signature is never changed'; END IF;"
        for name, old, new in [*pairs, *((name, "1", "1") for name in unsigned)]
    )
    return pgtrigger.Trigger(
        name="signatures_stay", when=pgtrigger.Before, operation=pgtrigger.Update, func=f"{func} RETURN NEW;"
    )


def append_only() -> list[pgtrigger.Trigger]:
    """A log: rows are written and never touched again."""
    return [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete), no_truncate()]


def frozen_with_version() -> list[pgtrigger.Trigger]:
    """The guards of a version's children."""
    return [FrozenWithParent(name="frozen_with_version"), no_truncate()]


def frozen_with_version_but(*following: str) -> list[pgtrigger.Trigger]:
    """The same where some fields say nothing of their own: they follow what another row says now."""
    written = FrozenWithParent(
        name="frozen_as_written", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=list(following))
    )
    born = FrozenWithParent(name="frozen_with_version", operation=pgtrigger.Insert | pgtrigger.Delete)
    return [born, written, no_truncate()]


def written_once_but(*fields: str) -> list[pgtrigger.Trigger]:
    """The row of a log whose place may change by a guard of its own; its words are never touched again."""
    return [
        pgtrigger.ReadOnly(name="stays_as_written", exclude=list(fields)),
        pgtrigger.Protect(name="never_deleted", operation=pgtrigger.Delete),
        no_truncate(),
    ]
