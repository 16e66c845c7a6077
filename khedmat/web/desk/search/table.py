"""The table of what is searched, in the order of the page. A module adds its own by one entry here."""

from khedmat.web.desk.search.agencies import AGENCIES
from khedmat.web.desk.search.cards import CARDS
from khedmat.web.desk.search.copies import COPIES
from khedmat.web.desk.search.entries import ENTRIES
from khedmat.web.desk.search.finder import Finder
from khedmat.web.desk.search.papers import BATCHES, ROUNDS
from khedmat.web.desk.search.people import PEOPLE
from khedmat.web.desk.search.titles import TITLES

FINDERS: tuple[Finder, ...] = (CARDS, COPIES, TITLES, PEOPLE, AGENCIES, ENTRIES, BATCHES, ROUNDS)
