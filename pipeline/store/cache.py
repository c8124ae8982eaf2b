"""Results kept between runs, by a key made of all that they depend on."""

from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec
import zstandard

from pipeline.store.files import write_bytes

T = TypeVar("T")

_MAGIC = b"PFR1"
_DIGEST_BYTES = 32
_HEADER_BYTES = len(_MAGIC) + _DIGEST_BYTES
_LEVEL = 3


class Cache:
    """Results by key, verified when read, whole when written.

    Values are frozen dataclasses of plain types, kept as compressed MessagePack with the
    SHA-256 of what was compressed. Any number of processes may use one folder. An entry
    that is torn, or does not decode as the type asked for, is removed and counts as
    missing: it is made again. To begin anew, delete the folder.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def get(self, key: str, type_: type[T]) -> T | None:
        """Return the value kept under a key, or None."""
        path = self._path(key)
        try:
            return msgspec.msgpack.decode(_unpack(path.read_bytes()), type=type_)
        except FileNotFoundError:
            return None
        except (ValueError, MemoryError, zstandard.ZstdError, msgspec.MsgspecError):
            # A torn header may ask for any amount of memory.
            path.unlink(missing_ok=True)
            return None

    def put(self, key: str, value: object) -> str:
        """Keep a value; return the SHA-256 (64 hex digits) of its encoded form."""
        encoded = msgspec.msgpack.encode(value)
        content = sha256(encoded)
        packed = zstandard.ZstdCompressor(_LEVEL).compress(encoded)
        path, entry = self._path(key), _MAGIC + content.digest() + packed
        # What a machine's end tears is found out when it is read, and made again.
        try:
            write_bytes(path, entry, durable=False)
        except FileNotFoundError:  # the first in its folder
            path.parent.mkdir(parents=True, exist_ok=True)
            write_bytes(path, entry, durable=False)
        return content.hexdigest()

    def forget(self, key: str) -> None:
        """Have the value of a key count as missing."""
        self._path(key).unlink(missing_ok=True)

    def digest(self, key: str) -> str | None:
        """Return what `put` returned for a key, without reading the value; None if missing."""
        try:
            # A run over unchanged sources does this for each of them.
            with open(self._place(key), "rb", buffering=0) as file:  # noqa: PTH123 (takes half)
                header = file.read(_HEADER_BYTES)
        except FileNotFoundError:
            return None
        whole = len(header) == _HEADER_BYTES and header.startswith(_MAGIC)
        return header[len(_MAGIC) :].hex() if whole else None

    def _path(self, key: str) -> Path:
        return Path(self._place(key))

    def _place(self, key: str) -> str:
        # Hashed, so that no key leads out of the folder, and the folders fill evenly.
        name = sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.root}/{name[:2]}/{name[2:4]}/{name[4:]}"


def _unpack(data: bytes) -> bytes:
    """Return the encoded value of an entry. Raises ValueError or ZstdError for a torn one."""
    if not data.startswith(_MAGIC):
        raise ValueError("not an entry of the cache")
    encoded = zstandard.ZstdDecompressor().decompress(data[_HEADER_BYTES:])
    if sha256(encoded).digest() != data[len(_MAGIC) : _HEADER_BYTES]:
        raise ValueError("the entry is torn")
    return encoded
