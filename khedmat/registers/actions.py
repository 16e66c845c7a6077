"""Filling the registers."""

from collections.abc import Mapping

from django.db import transaction

from khedmat.registers.models import Code, CodeList


@transaction.atomic
def load_code_lists(lists: Mapping[str, Mapping[str, tuple[str, str]]]) -> int:
    """Add or update codes, {list: {value: (fa, en)}}; safe to run again. A code that left a list stays."""
    CodeList.objects.bulk_create([CodeList(name=name) for name in lists], ignore_conflicts=True)
    owners = CodeList.objects.in_bulk(list(lists), field_name="name")
    codes = [
        Code(code_list=owners[name], value=value, fa=fa, en=en, order=order)
        for name, codes in lists.items()
        for order, (value, (fa, en)) in enumerate(codes.items(), start=1)
    ]
    Code.objects.bulk_create(
        codes, update_conflicts=True, unique_fields=["code_list", "value"], update_fields=["fa", "en", "order"]
    )
    return len(codes)
