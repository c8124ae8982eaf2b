"""Ids that are the same in every run: digests of what they name."""

from hashlib import sha256

_ID_DIGITS = 16


def digest(*parts: str | int | None) -> str:
    """Return the SHA-256 (64 hex digits) of the parts; order and borders count."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def make_id(prefix: str, *parts: str | int | None) -> str:
    """Return `prefix-` and 16 hex digits, the same for the same parts always."""
    return f"{prefix}-{digest(*parts)[:_ID_DIGITS]}"


def document_id(content_sha256: str) -> str:
    """Return a document's id: `doc-` and the first 16 digits of its content's SHA-256."""
    return f"doc-{content_sha256[:_ID_DIGITS]}"
