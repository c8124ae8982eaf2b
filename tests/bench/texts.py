"""The texts that rivals are measured on: lines as read beside the lines truly printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from pathlib import Path

from pipeline.config import Config
from pipeline.ingest import read_pages, take_in
from pipeline.lexicon import open_lexicon
from pipeline.lexicon.sources import read_rows
from pipeline.model.page import Line

READINGS = Path(__file__).resolve().parents[2] / "corpus" / "readings" / "test.tsv.gz"
SHARED = Path(__file__).resolve().parents[2].parent / "shared"
_PRINTING = ("document", "typeface", "size", "dpi", "scan", "language")
_BARE = str.maketrans("åäöÅÄÖ", "aaoAAO")


@dataclass(frozen=True, slots=True)
class Document:
    """Lines as they were read, and as they were printed; as many of both."""

    read: tuple[str, ...]
    true: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.read) != len(self.true):
            raise ValueError(f"{len(self.read)} lines were read, {len(self.true)} printed")


@dataclass(frozen=True, slots=True)
class Text:
    """Documents measured together."""

    name: str
    documents: tuple[Document, ...]

    @property
    def words(self) -> int:
        """How many words were read, as white space divides them."""
        return sum(len(line.split()) for one in self.documents for line in one.read)

    def cut(self, words: int) -> "Text":
        """Return the first documents, with about so many words; the last one is cut short."""
        kept = []
        for document in self.documents:
            lengths = accumulate(len(line.split()) for line in document.read)
            lines = sum(length <= words for length in lengths)
            kept.append(Document(document.read[:lines], document.true[:lines]))
            words -= sum(len(line.split()) for line in kept[-1].read)
            if lines < len(document.read):
                break
        return Text(self.name, tuple(kept))


def texts(readings: Path = READINGS) -> Iterator[Text]:
    """Yield every text that is here: what was read with `eng`, then those beside the project."""
    if readings.is_file():
        yield Text("read by Tesseract `eng`", tuple(_readings(readings)))
    if SHARED.is_dir():
        yield Text("ruined strategy", (_ruined_strategy(),))
        yield from _stripped_and_whole("seeds", [_seed("000"), _seed("003")])
    yield from _stripped_and_whole("news and encyclopedia", list(_annotated()))
    yield from _stripped_and_whole("municipal PDF", list(_text_layers()))


def _readings(file: Path) -> Iterator[Document]:
    """Yield what was read of each printing of each document, paragraphs divided."""
    rows = (row for row in read_rows(file) if row["language"] == "eng" and row["true"])
    for _, printing in groupby(rows, key=lambda row: [row[name] for name in _PRINTING]):
        read: list[str] = []
        true: list[str] = []
        for _, block in groupby(printing, key=lambda row: (row["page"], row["block"])):
            lines = [(row["read"], row["true"]) for row in block]
            read += [line for line, _ in lines] + [""]
            true += [line for _, line in lines] + [""]
        yield Document(tuple(read), tuple(true))


def _stripped_and_whole(name: str, documents: Sequence[tuple[str, ...]]) -> Iterator[Text]:
    """Yield a healthy text without its å, ä and ö, and as it is."""
    if documents:
        bare = [Document(tuple(li.translate(_BARE) for li in one), one) for one in documents]
        yield Text(f"{name}, stripped", tuple(bare))
        yield Text(f"{name}, healthy", tuple(Document(one, one) for one in documents))


def _ruined_strategy() -> Document:
    gold = next((SHARED / "gold").glob("001*.txt")).read_text(encoding="utf-8")
    true = gold.replace("\f", "\n").split("\n")
    return Document(*(tuple(filter(str.strip, lines)) for lines in (_seed("001"), true)))


def _seed(number: str) -> tuple[str, ...]:
    text = next((SHARED / "seeds").glob(f"{number}*.txt")).read_text(encoding="utf-8")
    return tuple(text.replace("\f", "\n").split("\n"))


def _annotated() -> Iterator[tuple[str, ...]]:
    """Yield the sentences of each CoNLL file, one a line, a blank line between documents."""
    for path in sorted((SHARED / "text").glob("*.iob2")):
        lines: list[str] = []
        for row in path.read_text(encoding="utf-8").splitlines():
            if row.startswith("# newdoc") and lines:
                lines.append("")
            elif row.startswith("# text = "):
                lines.append(row.removeprefix("# text = "))
        yield tuple(lines)


def _text_layers() -> Iterator[tuple[str, ...]]:
    """Yield the lines of each PDF as the pipeline takes them from its text layer."""
    config = Config().ingest
    for path in sorted((SHARED / "pdf").glob("*.pdf")):
        document = take_in(path, config)
        reading = read_pages(document, 1, document.page_count, open_lexicon(), config)
        yield tuple(text for page in reading.pages for text in _paragraphs(page.lines))


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    for _, block in groupby(lines, key=lambda line: line.block):
        yield from (line.text for line in block)
        yield ""
