"""Pages of long lists: which rows stand on a page is asked of an index, what they say of those rows alone."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet


class KeyPaginator(Paginator):
    """Page 2,000 costs little more than page 1: the rows before it are passed over as keys, not fetched and dropped."""

    object_list: QuerySet[Any]

    def page(self, number: int) -> Page:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        keys = self.object_list.values("pk")[start : start + self.per_page]
        return self._get_page(list(self.object_list.filter(pk__in=keys)), number, self)
