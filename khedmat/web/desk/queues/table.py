"""The table of all queues, in the order of the page. A module adds its own by one entry here."""

from khedmat.web.desk.queues.of_cards import CARDS
from khedmat.web.desk.queues.of_offices import OFFICES
from khedmat.web.desk.queues.of_people import PEOPLE
from khedmat.web.desk.queues.of_registers import REGISTERS
from khedmat.web.desk.queues.of_upkeep import UPKEEP
from khedmat.web.desk.queues.queue import Queue

QUEUES: tuple[Queue, ...] = (*CARDS, *OFFICES, *UPKEEP, *REGISTERS, *PEOPLE)
