"""Pages read and judged: what they hold, and what is to be done with them."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.config import IngestConfig
from pipeline.errors import FailureReason, SourceError
from pipeline.ingest import images, pdf_file, pdf_pages
from pipeline.ingest.failing import damaged_as_source_error
from pipeline.ingest.judge import Paper, Verdict, judge_image, judge_page, judge_plain
from pipeline.ingest.page_content import PageContent
from pipeline.ingest.signals import measure_text
from pipeline.ingest.sniffing import sniff_text
from pipeline.ingest.text_pages import divide_pages, read_text_page
from pipeline.ingest.unchanged import check_unchanged
from pipeline.ingest.web_pages import read_web_page
from pipeline.layout import arrange
from pipeline.lexicon import Lexicon
from pipeline.model.page import Line, Page, PageFailure, Reading, Table, TextSource
from pipeline.model.source import Document, MediaType
from pipeline.text.printable import printable

_DAMAGE = "the page's content is damaged, some of it may be missing"

_Result = Page | PageFailure


def read_pages(
    document: Document, first: int, last: int, lexicon: Lexicon, config: IngestConfig
) -> Reading:
    """Return pages `first` to `last`, numbered from 1, both included, read and judged.

    A page that is to be read from its image has the lines of its text layer, if any. A
    page that does not come through is in `failures`; the others go on. Raises SourceError
    where the file as a whole cannot be read any more.
    """
    if not 1 <= first <= last <= document.page_count:
        raise ValueError(f"no pages {first} to {last} in a document of {document.page_count}")
    match document.media_type:
        case MediaType.PDF:
            results = _pdf(document, first, last, lexicon, config)
        case MediaType.TEXT | MediaType.HTML:
            results = _text(document, first, last, lexicon, config)
        case _:
            results = _images(document, first, last)
    check_unchanged(document)
    found = list(results)
    check_unchanged(document)
    return Reading(
        tuple(result for result in found if isinstance(result, Page)),
        tuple(result for result in found if isinstance(result, PageFailure)),
    )


def _pdf(
    document: Document, first: int, last: int, lexicon: Lexicon, config: IngestConfig
) -> Iterator[_Result]:
    file = pdf_file.settle_document(document)
    contents = pdf_pages.read_contents(file, first, last)
    for number, content in enumerate(contents, start=first):
        if isinstance(content, SourceError):
            yield _failure(number, content)
        else:
            yield _pdf_page(content, file.doubt, lexicon, config)


def _pdf_page(content: PageContent, doubt: str, lexicon: Lexicon, config: IngestConfig) -> Page:
    lines, tables = arrange(content.words, content.grids, content.sideways)
    paper = Paper(
        area=content.width * content.height,
        image_share=content.image_share,
        hidden=content.hidden,
        print_size=max((word.font_size or 0.0 for word in content.words), default=0.0),
        drawn=content.drawn,
        own_characters=content.own_characters,
    )
    verdict = judge_page(measure_text([line.text for line in lines], lexicon), paper, config)
    reasons = [verdict.reason, *([_DAMAGE] if content.damaged else []), *([doubt] if doubt else [])]
    return Page(
        number=content.number,
        width_pt=content.width,
        height_pt=content.height,
        text_source=TextSource.TEXT_LAYER,
        decision=verdict.decision,
        decision_reason="; ".join(reasons),
        lines=lines,
        tables=tables,
        rotation=content.rotation,
    )


def _text(
    document: Document, first: int, last: int, lexicon: Lexicon, config: IngestConfig
) -> Iterator[_Result]:
    path = Path(document.path)
    with damaged_as_source_error(path, "cannot be read as text"):
        data = path.read_bytes()
        if document.media_type is MediaType.HTML:
            read = [read_web_page(data)]
        else:
            _, text = sniff_text(data) or (None, "")
            read = [read_text_page(page) for page in divide_pages(text)[first - 1 : last]]
    if document.media_type is MediaType.HTML and not read[0][0]:
        yield _failure(1, _wordless(path))
        return
    for number, (lines, tables) in enumerate(read, start=first):
        signals = measure_text([line.text for line in lines], lexicon)
        yield _plain_page(number, lines, tables, judge_plain(signals, config))


def _wordless(path: Path) -> SourceError:
    return SourceError(
        FailureReason.EMPTY,
        f"{printable(path)} is a web page without a word of text outside its scripts.",
        "Open it in a browser and print it to a PDF.",
    )


def _plain_page(
    number: int, lines: tuple[Line, ...], tables: tuple[Table, ...], verdict: Verdict
) -> Page:
    return Page(
        number=number,
        width_pt=0.0,
        height_pt=0.0,
        text_source=TextSource.PLAIN,
        decision=verdict.decision,
        decision_reason=verdict.reason,
        lines=lines,
        tables=tables,
    )


def _images(document: Document, first: int, last: int) -> Iterator[_Result]:
    verdict = judge_image()
    for number in range(first, last + 1):
        try:
            frame = images.read_frame(Path(document.path), document.media_type, number)
        except SourceError as error:
            yield _failure(number, error)
        else:
            yield Page(
                number=number,
                width_pt=frame.width_pt,
                height_pt=frame.height_pt,
                text_source=TextSource.OCR,
                decision=verdict.decision,
                decision_reason=verdict.reason,
            )


def _failure(number: int, error: SourceError) -> PageFailure:
    return PageFailure(number, "ingest", error.reason, str(error))
