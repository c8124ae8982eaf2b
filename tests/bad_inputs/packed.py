"""Packed nothing: bombs, made in no time."""

import zlib

_BLOCK = bytes(1 << 20)


def packed_zeros(mebibytes: int) -> bytes:
    """Return so many MiB of zeros as Flate packs them (RFC 1950).

    After a full flush the same block packs to the same bytes, so it is packed once.
    """
    packer = zlib.compressobj(9, wbits=-15)
    block = packer.compress(_BLOCK) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (mebibytes * len(_BLOCK) % 65521) << 16 | 1
    return b"\x78\xda" + block * mebibytes + b"\x03\x00" + checksum.to_bytes(4)
