"""The model file; its format is told in src/tag/model/load.ts."""

import gzip
import json
import math

import numpy as np

from languages import TAIL, TAIL_PRIOR

# How much the frequency of a feature counts for whether its weights are kept.
OFTEN = 0.35
# Larger weights are cut to this: the one in 20,000 of the sizes.
CUT = 1 - 1 / 20_000
# Buckets with weights for so great a part of the classes, or for so many, have a row: it takes no more memory, and less time.
DENSE_PART, DENSE = 1 / 5, 63
# Each part begins at a multiple of so many bytes.
ALIGNED = 4
# How many classes each class is told apart from when a text is only checked to be in it, besides `und`.
RIVALS = 14


def prune(weights, seen, keep):
    """Leaves the `keep` weights that matter most, the others 0; tells which are left."""
    # A softmax does not see what is added to a whole row: with its median taken off, most weights are near 0.
    worth = np.empty(weights.shape, np.float32)
    for first in range(0, len(weights), 4096):
        rows = slice(first, first + 4096)
        weights[rows] -= np.sort(weights[rows], axis=1)[:, weights.shape[1] // 2][:, None]
        worth[rows] = np.abs(weights[rows]) * (np.maximum(seen[rows], 1) ** OFTEN)[:, None]
    kept = max(0, worth.size - keep)
    kept = worth >= max(np.partition(worth, kept, axis=None)[kept], 1e-9)
    weights *= kept
    return kept


def quantize(weights):
    sizes = np.sort(np.abs(weights[weights != 0]))
    scale = float(sizes[int(len(sizes) * CUT)]) / 127
    return np.clip(np.floor(weights / np.float32(scale) + 0.5), -127, 127).astype(np.int8), scale


def rivals(values):
    """For each class but the last its nearest by the angle between their weights, nearest first, then the last."""
    dots = np.zeros((values.shape[1], values.shape[1]))
    for first in range(0, len(values), 4096):
        part = values[first : first + 4096].astype(np.float64)
        dots += part.T @ part
    sizes = np.sqrt(dots.diagonal())
    near = dots / np.outer(sizes, sizes)
    last = len(near) - 1
    order = np.argsort(-near[:last, :last], axis=1, kind="stable")
    return [[int(other) for other in row if other != own][:RIVALS] + [last] for own, row in enumerate(order)]


def pack(models):
    """`models`: script, langs (`und` last), bits, values (int8, a row a bucket), scale."""
    header, body = [], []
    for script, langs, bits, values, scale in models:
        entry = {"script": script, "langs": langs, "bits": bits, "scale": scale}
        parts = rows_of(values), entries_of(values), counts_of(values)
        entry.update(rows=len(parts[0]), entries=len(parts[1]))
        body += [aligned(part.tobytes()) for part in parts]
        header.append({**entry, "rivals": rivals(values), "priors": [prior(lang, script) for lang in langs]})
    head = json.dumps({"format": 2, "scripts": header}, separators=(",", ":")).encode()
    head += b" " * (-len(head) % ALIGNED)
    return gzip.compress(len(head).to_bytes(4, "little") + head + b"".join(body), 9, mtime=0)


def prior(lang, script):
    return TAIL_PRIOR if lang in TAIL.get(script, "").split() else 1


def aligned(part):
    return part + bytes(-len(part) % ALIGNED)


def counts_of(values):
    """How many weights each bucket has, `DENSE` where it has a row."""
    counts = (values != 0).sum(axis=1)
    return np.where(is_dense(values, counts), DENSE, counts).astype(np.uint8)


def is_dense(values, counts):
    return counts >= min(DENSE, math.ceil(values.shape[1] * DENSE_PART))


def rows_of(values):
    """A row for each bucket with many weights, a byte a class, 128 more than the weight; before them one of none."""
    dense = values[is_dense(values, (values != 0).sum(axis=1))]
    rows = np.full((len(dense) + 1, -(-values.shape[1] // 4) * 4), 128, np.uint8)
    rows[1:, : values.shape[1]] = (dense.astype(np.int16) + 128).astype(np.uint8)
    return rows


def entries_of(values):
    """The weights of the other buckets, one after another: class and weight."""
    sparse = values * ~is_dense(values, (values != 0).sum(axis=1))[:, None]
    rows, columns = np.nonzero(sparse)
    return (columns.astype("<u2") << 8) | sparse[rows, columns].view(np.uint8)
