"""Pages that PDFium can be trusted with, told by qpdf before it opens them.

It reads what is left of damaged content and says nothing, and it ends its process over
forms that draw themselves. Another reader looks at pages that are not surely sound.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

from pipeline.ingest.pdf_damage import is_flate_whole, is_unreadable

_FLATE = (Name.FlateDecode, Name.Fl)


def is_sound(pdf: pikepdf.Pdf, number: int) -> bool:
    """Tell whether page `number` (from 1) has all of its content, and no forms within forms.

    Content that is packed otherwise than by Flate alone is not looked into.
    """
    page = pdf.pages[number - 1]
    contents = page.obj.get(Name.Contents)
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return (
        not pdf.is_encrypted
        and all(map(_is_whole, parts))
        and not any(map(_draws_forms, _forms(page.resources)))
    )


def _is_whole(part: object) -> bool:
    if not isinstance(part, pikepdf.Stream):
        return False
    filters = part.get(Name.Filter)
    if isinstance(filters, pikepdf.Array) and len(filters) == 1:
        filters = filters[0]
    if filters is None:
        return not is_unreadable(part.read_raw_bytes())
    return filters not in _FLATE or is_flate_whole(part.read_raw_bytes())


def _forms(resources: pikepdf.Object | None) -> Iterator[pikepdf.Object]:
    drawn = None if resources is None else resources.get(Name.XObject)
    things = () if drawn is None else drawn.items()
    yield from (thing for _, thing in things if thing.get(Name.Subtype) == Name.Form)


def _draws_forms(form: pikepdf.Object) -> bool:
    """Tell whether a form may draw another; one without resources has those of the page."""
    resources = form.get(Name.Resources)
    return resources is None or any(True for _ in _forms(resources))
