"""Sources as found, and the documents they hold."""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.ids import document_id


class MediaType(StrEnum):
    """Kinds of source that can be read."""

    PDF = "application/pdf"
    TIFF = "image/tiff"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TEXT = "text/plain"
    HTML = "text/html"


class Note(StrEnum):
    """What a file carries beside its pages, or lacks.

    The first four a program may act on; Prickfri never does. Overlaid text, of fields filled
    in, typed notes and stamps, is read with the pages that it lies over. Of a damaged file
    pages may be gone without a trace.
    """

    JAVASCRIPT = "javascript"
    LAUNCHES_PROGRAM = "launches_program"
    ATTACHMENTS = "attachments"
    XFA_FORM = "xfa_form"
    OVERLAID_TEXT = "overlaid_text"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Document:
    """The content of one or more sources with the same bytes.

    `path` is where the bytes can be read; `source_paths` are all the places where they
    were found, sorted. `notes` tell what the file carries beside its pages.
    """

    sha256: str
    byte_size: int
    media_type: MediaType
    page_count: int
    source_paths: tuple[str, ...]
    notes: tuple[Note, ...] = ()

    def __post_init__(self) -> None:
        if self.page_count < 1 or not self.source_paths:
            raise ValueError(f"a document has a page and a source: {self.source_paths}")

    @property
    def id(self) -> str:
        """The document's id, made from its content alone."""
        return document_id(self.sha256)

    @property
    def path(self) -> str:
        """A place where the bytes can be read."""
        return self.source_paths[0]
