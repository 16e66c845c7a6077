"""All services by agency: on which agencies a page falls follows from how many cards each of them has in force."""

from itertools import groupby
from operator import attrgetter

from django.core.paginator import Page
from django.utils.functional import cached_property

from khedmat.web import agencies
from khedmat.web.paging import KeyPaginator


class AgencyPaginator(KeyPaginator):
    """Of an unnarrowed list in the order of agencies: all cards are never sorted by a name of another table."""

    @cached_property
    def counts(self) -> dict[int, int]:
        return agencies.published_by_agency()

    @cached_property
    def count(self) -> int:
        return sum(self.counts.values())

    def page(self, number: int) -> Page:
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        passed, here = self._agencies_at(start, start + self.per_page)
        keys = self.object_list.filter(owner__in=here).values("pk")[start - passed :][: self.per_page]
        return self._get_page(list(self.object_list.filter(pk__in=keys)), number, self)

    def _agencies_at(self, start: int, end: int) -> tuple[int, list[int]]:
        """How many cards stand before those of the agencies on which these places fall, and the agencies."""
        passed, reached, here = 0, 0, []
        for _name, alike in groupby(agencies.publishing(), attrgetter("sort_key")):
            if reached >= end:
                break
            keys = [agency.pk for agency in alike]
            reached += sum(self.counts.get(key, 0) for key in keys)
            if reached > start:
                here += keys
            else:
                passed = reached
        return passed, here
