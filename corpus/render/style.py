"""How a plan is laid out on paper."""

from dataclasses import dataclass

from corpus.render.fonts import Font, load_font

A4_WIDTH = 595.28
A4_HEIGHT = 841.89

_HEADING_SCALES = (1.75, 1.4, 1.2, 1.08, 1.0)


@dataclass(frozen=True, slots=True)
class Style:
    """Typefaces, measures (points) and running furniture of A4 pages.

    `page_number` is a pattern of `{page}` and `{pages}`, printed at the foot; header, footer
    and page number are left out where empty. In several columns, all before the first
    heading runs across the page. `heading_typeface` falls back to `typeface`.
    """

    typeface: str = "liberation-serif"
    size: float = 11.0
    heading_typeface: str = ""
    heading_scale: float = 1.0
    leading: float = 1.3
    columns: int = 1
    gutter: float = 22.0
    margin: float = 71.0
    justify: bool = False
    hyphenate: bool = True
    header: str = ""
    footer: str = ""
    page_number: str = ""

    @property
    def body(self) -> Font:
        """The font of running text."""
        return load_font(self.typeface, self.size)

    @property
    def bold(self) -> Font:
        """The bold font of running text."""
        return load_font(self.typeface, self.size, bold=True)

    @property
    def small(self) -> Font:
        """The font of tables, headers and footers."""
        return load_font(self.typeface, self.size - 1)

    @property
    def small_bold(self) -> Font:
        """The font of table heads."""
        return load_font(self.typeface, self.size - 1, bold=True)

    def heading(self, level: int) -> Font:
        """Return the font of a heading; level 0 is the title."""
        scale = 1 + (_HEADING_SCALES[level] - 1) * self.heading_scale
        return load_font(self.heading_typeface or self.typeface, self.size * scale, bold=True)

    def line_height(self, font: Font) -> float:
        """Return the distance of two baselines, in points."""
        return font.size * self.leading
