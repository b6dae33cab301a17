"""The features of src/tag/model/features.ts: buckets of a word's 2- to 5-grams, and of the word as a whole."""

from numba import njit

BUCKET_BITS = 20
_LOW = 0xFFFFFFFF
_SEED = 0x811C9DC5
_BORDER = 0x20
_LONGEST = 5
_WHOLE = 4


@njit(cache=False)
def _mix(hashed, unit):
    mixed = ((hashed ^ unit) * 0x01000193) & _LOW
    return ((mixed << 13) | (mixed >> 19)) & _LOW


@njit(cache=False)
def _bucket(hashed, bits):
    mixed = ((hashed ^ (hashed >> 16)) * 0x85EBCA6B) & _LOW
    mixed = ((mixed ^ (mixed >> 13)) * 0xC2B2AE35) & _LOW
    return (mixed ^ (mixed >> 16)) >> (32 - bits)


@njit(cache=False)
def word_features(units, start, end, bits, out, count):
    """Writes the buckets of the word units[start:end] to out from `count` on; returns the new count."""
    for first in range(start - 1, end):
        hashed = _mix(_SEED, _BORDER if first < start else int(units[first]))
        last = min(end, first + _LONGEST - 1)
        for at in range(first + 1, last + 1):
            hashed = _mix(hashed, _BORDER if at == end else int(units[at]))
            out[count] = _bucket(hashed, bits)
            count += 1
    if end - start >= _WHOLE:
        hashed = (~_SEED) & _LOW
        for at in range(start, end):
            hashed = _mix(hashed, int(units[at]))
        out[count] = _bucket(hashed, bits)
        count += 1
    return count
