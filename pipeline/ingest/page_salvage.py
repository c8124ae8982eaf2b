"""Pages of a PDF whose catalog or page tree is lost: found one by one, and hung on a new tree.

A file that was cut short has lost its end, where most writers put what leads to the pages;
the pages themselves may all be there. Readers start at that end and find nothing.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from itertools import islice, pairwise
from typing import TypeGuard

import pikepdf
from pikepdf import Name

CUT_OFF = b"\nendstream\nendobj\n"
"""What ends a stream of which the file has but the beginning, so that qpdf keeps that."""
_OBJECT = re.compile(rb"(?<!\d)(\d{1,7}) \d{1,5} obj\b")
_GUIDES = re.compile(rb"trailer|startxref|/XRef\b")
"""What tells a reader where to start; what is left of it leads nowhere."""
_LOCKED = b"/Encrypt"
_INHERITED = (Name.Resources, Name.MediaBox, Name.CropBox, Name.Rotate)
"""What a page may leave to the branches that it hangs on (ISO 32000-1, table 30)."""
_A4 = (0, 0, 595, 842)
_DEEPEST = 64
_MOST_OBJECTS = 8_388_607
"""Objects that a PDF may have (ISO 32000-1, annex C)."""
_TREE = b"""
%d 0 obj
<< /Type /Catalog /Pages %d 0 R >>
endobj
%d 0 obj
<< /Type /Pages /Kids [%d 0 R] /Count 1 >>
endobj
%d 0 obj
<< /Type /Page /Parent %d 0 R >>
endobj
trailer
<< /Root %d 0 R /Size %d >>
%%%%EOF
"""


def salvage_pages(data: bytes) -> pikepdf.Pdf | None:
    """Return a PDF of all pages that are left in the bytes of one; None where none has content.

    Pages that a branch of the old tree names, but that are gone, are there without content.
    Locked files are left alone: what unlocks them is lost. Raises pikepdf.PdfError.
    """
    if _LOCKED in data:
        return None
    plain = _GUIDES.sub(lambda found: b"%" * len(found[0]), data)
    with _opened(plain) as pdf:
        packed = b"".join(_unpacked_objects(pdf))
    # What stands plainly in the file is the newer one: it is read last.
    whole = b"%PDF-1.7\n" + packed + plain
    pdf = _opened(whole)
    pages = list(_pages_in_order(pdf, whole))
    for page in pages:
        _settle(page)
        pdf.pages.append(pikepdf.Page(page))
    return pdf if any(Name.Contents in page for page in pages) else None


def _opened(data: bytes) -> pikepdf.Pdf:
    numbers = (int(found[1]) for found in _OBJECT.finditer(data))
    new = max((number for number in numbers if number < _MOST_OBJECTS - 3), default=0) + 1
    tree, page = new + 1, new + 2
    planted = _TREE % (new, tree, tree, page, page, tree, new, page + 1)
    pdf = pikepdf.open(BytesIO(data + CUT_OFF + planted))
    del pdf.pages[0]  # qpdf mends no file without one
    return pdf


def _unpacked_objects(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield the objects that lie in streams of objects (ISO 32000-1, 7.5.7), written plainly."""
    for stream in pdf.objects:
        if isinstance(stream, pikepdf.Stream) and stream.get(Name.Type) == Name.ObjStm:
            with suppress(pikepdf.PdfError, ValueError, TypeError):
                yield from _unpacked(stream.read_bytes(), int(stream.get(Name.First, 0)))


def _unpacked(data: bytes, first: int) -> Iterator[bytes]:
    words = [int(word) for word in data[:first].split()]
    places = sorted(zip(words[1::2], words[::2], strict=False))
    for (start, number), (end, _) in pairwise([*places, (len(data) - first, 0)]):
        yield b"%d 0 obj\n%s\nendobj\n" % (number, data[first + start : first + end])


def _pages_in_order(pdf: pikepdf.Pdf, data: bytes) -> Iterator[pikepdf.Object]:
    """Yield pages as the branches that are left name them, then others as they lie in the file."""
    things = {thing.objgen[0]: thing for thing in pdf.objects if _is(thing, Name.Page, Name.Pages)}
    order = dict.fromkeys(int(found[1]) for found in _OBJECT.finditer(data))
    ordered = [things[number] for number in order if number in things]
    branches = [thing for thing in ordered if _is(thing, Name.Pages)]
    tops = [branch for branch in branches if not _is(branch.get(Name.Parent), Name.Pages)]
    seen: set[int] = set()
    hung = [page for top in tops for page in _hung_on(pdf, top, seen)]
    yield from hung
    yield from (page for page in ordered if _is(page, Name.Page) and page.objgen[0] not in seen)


def _hung_on(pdf: pikepdf.Pdf, top: pikepdf.Object, seen: set[int]) -> Iterator[pikepdf.Object]:
    """Yield the pages below a branch, each once; an empty one where a page is gone."""
    waiting: list[object] = [top]
    while waiting:
        kid = waiting.pop()
        if kid is None:
            yield pdf.make_indirect(pikepdf.Dictionary(Type=Name.Page, MediaBox=[*_A4]))
        if not _is(kid, Name.Page, Name.Pages) or kid.objgen[0] in seen:
            continue
        seen.add(kid.objgen[0])
        if _is(kid, Name.Page):
            yield kid
        elif isinstance(kids := kid.get(Name.Kids), pikepdf.Array):
            waiting += reversed(list(kids))


def _is(thing: object, *types: pikepdf.Name) -> TypeGuard[pikepdf.Dictionary]:
    return isinstance(thing, pikepdf.Dictionary) and thing.get(Name.Type) in types


def _settle(page: pikepdf.Object) -> None:
    """Give a page what it has from the branches above it, and let go of them."""
    for branch in islice(_above(page), _DEEPEST):
        for name in _INHERITED:
            if name in branch and name not in page:
                page[name] = branch[name]
    if Name.Parent in page:
        del page[Name.Parent]


def _above(page: pikepdf.Object) -> Iterator[pikepdf.Object]:
    branch = page.get(Name.Parent)
    while _is(branch, Name.Pages):
        yield branch
        branch = branch.get(Name.Parent)
