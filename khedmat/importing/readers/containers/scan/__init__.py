"""Scans and photos: pictures of pages → blocks with their places, by what is drawn in them and by Tesseract."""

from khedmat.importing.readers.containers.scan.memory import keep_in
from khedmat.importing.readers.containers.scan.reading import laid_out, pages, pages_of_pdf, picture
from khedmat.importing.readers.containers.scan.seen import UNSEEN, Seen
from khedmat.importing.readers.containers.scan.tesseract import is_here

__all__ = ["UNSEEN", "Seen", "is_here", "keep_in", "laid_out", "pages", "pages_of_pdf", "picture"]
