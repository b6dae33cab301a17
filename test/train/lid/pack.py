"""The model file; its format is told in src/tag/model/load.ts."""

import gzip
import json

import numpy as np

from languages import TAIL

# How much the frequency of a feature counts for whether its weights are kept.
OFTEN = 0.35
# Larger weights are cut to this: the one in 20,000 of the sizes.
CUT = 1 - 1 / 20_000
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
        rows, columns = np.nonzero(values)
        counts = np.bincount(rows, minlength=len(values)).astype(np.uint8)
        body += [counts.tobytes(), columns.astype(np.uint8).tobytes(), values[rows, columns].tobytes()]
        entry = {"script": script, "langs": langs, "bits": bits, "weights": len(columns), "scale": scale}
        tail = TAIL.get(script, "").split()
        rare = [number for number, lang in enumerate(langs) if lang in tail]
        header.append({**entry, "rivals": rivals(values), "rare": rare})
    head = json.dumps({"format": 1, "scripts": header}, separators=(",", ":")).encode()
    return gzip.compress(len(head).to_bytes(4, "little") + head + b"".join(body), 9, mtime=0)
