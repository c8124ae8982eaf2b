"""Characters as they should be: composed, without ligatures, soft hyphens or mojibake."""

import re
import unicodedata

import ftfy

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
_REPLACED = str.maketrans({**_LIGATURES, "\u00ad": None, "\u200b": None, "\ufeff": None})

# What UTF-8 becomes when it is read as Windows-1252 or Latin-1: a lead byte's sign, then
# signs of continuation bytes. The leads of å, ä, ö, é and of dashes and quotation marks.
_MOJIBAKE = re.compile("[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_SUSPECT = re.compile(f"{_MOJIBAKE.pattern}|[\u0300-\u036f\ufb00-\ufb06\u00ad\u200b\ufeff]")
_CHUNK = re.compile(r"\S+")


def has_suspect_characters(text: str) -> bool:
    """Tell whether `clean_characters` may change the text; quick."""
    return _SUSPECT.search(text) is not None


def clean_characters(text: str) -> str:
    """Return the text composed (NFC), ligatures spelt out, soft hyphens out, mojibake undone.

    Mojibake is UTF-8 read as Windows-1252 or Latin-1, once or twice (`fÃ¶r`). Text that
    is well stays as it is.
    """
    if not has_suspect_characters(text):
        return text
    return unicodedata.normalize("NFC", clean_mojibake(text).translate(_REPLACED))


def mojibake_share(text: str) -> float:
    """Return the share, 0 to 1, of words that hold mojibake or a replacement character."""
    chunks = _CHUNK.findall(text)
    bad = sum("\ufffd" in chunk or clean_mojibake(chunk) != chunk for chunk in chunks)
    return bad / len(chunks) if chunks else 0.0


def clean_mojibake(text: str) -> str:
    """Return the text with mojibake undone, nothing else changed."""
    if not _MOJIBAKE.search(text):
        return text
    fixed = ftfy.fix_encoding(text)
    return _CHUNK.sub(lambda chunk: _decode_again(chunk.group()), fixed)


def _decode_again(chunk: str) -> str:
    """Undo mojibake in a word that is too short for statistics to be sure of (`Ã¥r`)."""
    if not _MOJIBAKE.search(chunk):
        return chunk
    try:
        return chunk.encode("sloppy-windows-1252").decode("utf-8")
    except UnicodeError:
        return chunk
