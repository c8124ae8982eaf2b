"""What a PDF carries beside its pages: what other programs act on, and what they show over them.

None of it is run.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from pipeline.ingest.overlays import has_overlaid_text
from pipeline.model.source import Note

_SIGNS = {
    Note.JAVASCRIPT: re.compile(rb"/(?:JavaScript|JS)\b"),
    Note.LAUNCHES_PROGRAM: re.compile(rb"/Launch\b"),
    Note.ATTACHMENTS: re.compile(rb"/(?:EmbeddedFiles?|EF)\b"),
    Note.XFA_FORM: re.compile(rb"/XFA\b"),
}


def find_active_content(path: Path) -> tuple[Note, ...]:
    """Return what a PDF carries beside its pages, in the order of Note.

    Objects are compared as qpdf writes them, where names have one spelling. A file that
    qpdf does not open tells nothing.
    """
    try:
        with pikepdf.open(path) as pdf:
            written = b"\n".join(_dictionaries(pdf))
            overlaid = [Note.OVERLAID_TEXT] if has_overlaid_text(pdf) else []
    except (pikepdf.PdfError, OSError, RuntimeError, ValueError):
        return ()
    return (*(note for note, sign in _SIGNS.items() if sign.search(written)), *overlaid)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            yield thing.unparse(resolved=True)
