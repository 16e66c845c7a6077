"""A document kept small between the plan and the writing, so that no file is read twice."""

import pickle
import zlib

from khedmat.cards.form import Document


def packed(document: Document) -> bytes:
    """With its trace. These bytes never leave the process: pickled words of others would be run."""
    return zlib.compress(pickle.dumps(document), level=1)


def unpacked(data: bytes) -> Document:
    return pickle.loads(zlib.decompress(data))
