"""What the text of a PDF gives."""

from typing import NamedTuple

from khedmat.importing.readers.containers.geometry import Printed


class Text(NamedTuple):
    """`pictures`: pages whose words are pictures, counted from 0; nothing of them is printed."""

    printed: Printed
    pictures: tuple[int, ...]
