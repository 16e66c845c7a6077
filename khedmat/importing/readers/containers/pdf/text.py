"""What the text of a PDF gives."""

from typing import NamedTuple

from khedmat.importing.readers.containers.geometry import Printed


class Text(NamedTuple):
    """`pictures`: pages whose words are pictures, counted from 0; nothing of them is printed.

    `is_loose`: some page has a table without rules whose rows nobody can tell.
    """

    printed: Printed
    pictures: tuple[int, ...]
    is_loose: bool
