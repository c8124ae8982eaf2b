"""Text that lies over the pages of a PDF: fields filled in, typed notes, stamps.

A viewer shows it and a printer prints it, but readers of text leave it out: to them a form
is what it was before it was filled in. qpdf can make it part of the pages.
"""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Name

_WRITTEN = (Name.Widget, Name.FreeText, Name.Stamp)
"""Kinds of annotations that show text of their own; comments that pop up are not on paper."""
_HIDDEN = 2 | 32
"""Flags of what a viewer does not show (ISO 32000-1, table 165: Hidden, NoView)."""
_HELV = "/Helv"
"""What programs call the font of fields if no other is asked for."""
_DRAWS_TEXT = re.compile(rb"\bT[jJ]\b|[)>]\s*['\"]|\bDo\b")
"""Operators that show text, or another form that may."""


def has_overlaid_text(pdf: pikepdf.Pdf) -> bool:
    """Tell whether something that lies over a page shows text, as far as qpdf reads the pages."""
    try:
        return _are_values_undrawn(pdf) or any(
            _shows_text(look) for shown in _all_annotations(pdf) for look in _appearances(shown)
        )
    except (pikepdf.PdfError, RuntimeError, ValueError):
        return False


def print_overlays(pdf: pikepdf.Pdf) -> None:
    """Make what lies over the pages part of them, as a viewer shows it."""
    if _are_values_undrawn(pdf):
        pdf.Root.AcroForm.NeedAppearances = True
        _give_fonts_swedish_letters(pdf.Root.AcroForm)
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("screen")


def _are_values_undrawn(pdf: pikepdf.Pdf) -> bool:
    """Tell whether the file leaves it to viewers to draw the values of some of its fields."""
    form = pdf.Root.get(Name.AcroForm)
    if not isinstance(form, pikepdf.Dictionary):
        return False
    all_of_them = bool(form.get(Name.NeedAppearances, False))
    return any(
        _has_value(field) and (all_of_them or Name.AP not in field)
        for field in _all_annotations(pdf)
    )


def _give_fonts_swedish_letters(form: pikepdf.Object) -> None:
    """Put a font that qpdf can write å with in place of those that values are to be drawn in.

    It writes a question mark where a font's encoding has no name of its own, or there is none.
    """
    resources = form.get(Name.DR)
    fonts = resources.get(Name.Font) if isinstance(resources, pikepdf.Dictionary) else None
    names = fonts.keys() if isinstance(fonts, pikepdf.Dictionary) else ()
    font = pikepdf.Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    form[Name.DR] = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(dict.fromkeys((*names, _HELV), font))
    )


def _all_annotations(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    for page in pdf.pages:
        yield from _annotations(page.obj)


def _annotations(page: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield what lies over a page, may show text and is not hidden."""
    found = page.get(Name.Annots)
    for annotation in found if isinstance(found, pikepdf.Array) else ():
        if isinstance(annotation, pikepdf.Dictionary) and annotation.get(Name.Subtype) in _WRITTEN:
            flags = annotation.get(Name.F, 0)
            if not (isinstance(flags, int) and flags & _HIDDEN):
                yield annotation


def _appearances(annotation: pikepdf.Dictionary) -> Iterator[pikepdf.Stream]:
    """Yield how an annotation looks, in each of its states if it has several."""
    looks = annotation.get(Name.AP)
    normal = looks.get(Name.N) if isinstance(looks, pikepdf.Dictionary) else None
    if isinstance(normal, pikepdf.Stream):
        yield normal
    elif isinstance(normal, pikepdf.Dictionary):
        state = annotation.get(Name.AS)
        shown = normal.get(state) if isinstance(state, Name) else None
        if isinstance(shown, pikepdf.Stream):
            yield shown


def _shows_text(appearance: pikepdf.Stream) -> bool:
    try:
        return _DRAWS_TEXT.search(appearance.read_bytes()) is not None
    except pikepdf.PdfError:
        return False


def _has_value(field: pikepdf.Dictionary) -> bool:
    """Tell whether a field holds text; one of several places of a field has it from above."""
    holder = field if Name.V in field else field.get(Name.Parent)
    value = holder.get(Name.V) if isinstance(holder, pikepdf.Dictionary) else None
    return isinstance(value, pikepdf.String) and bool(str(value).strip())
