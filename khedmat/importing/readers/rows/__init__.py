"""Files of tables: a card a row below a header of the form's labels, and all else as it stands."""

from khedmat.importing.readers.rows.files import OPENERS, of_separated
from khedmat.importing.readers.rows.leaves import leaves

__all__ = ["OPENERS", "leaves", "of_separated"]
