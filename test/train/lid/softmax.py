"""A softmax by stochastic gradient descent with one AdaGrad rate for each bucket."""

import math
import sys

import numpy as np
from numba import njit

from samples import LENGTHS, NOISE_ENDS, draw

RATE = 0.6
# Naive Bayes weights, toned down, are where training starts.
TONE, SMOOTH, FIRST_SQUARE = 0.25, 0.5, 0.2
# Buckets seen less often than this while looking ahead get no weights: nothing can be learnt of them.
LEAST_SEEN = 6
REPORT = 500_000


def train(data, classes, bits, look, samples, seed):
    """Weights (a row a bucket) and how often each bucket was seen in `look` samples."""
    weights = np.zeros((2**bits, classes), np.float32)
    state = np.array([seed], np.uint64)
    _count(data, LENGTHS, NOISE_ENDS, state, weights, bits, look)
    seen = weights[:, :-1].sum(axis=1)
    totals = weights.sum(axis=0) / max(1.0, weights.sum())
    for first in range(0, len(weights), 4096):
        rows = slice(first, first + 4096)
        expected = weights[rows].sum(axis=1, keepdims=True) * totals
        weights[rows] = TONE * np.log((weights[rows] + SMOOTH) / (expected + SMOOTH))
    weights[seen < LEAST_SEEN] = 0
    allowed = np.repeat((seen >= LEAST_SEEN)[:, None], classes, axis=1)
    squares = descend(data, weights, allowed, bits, samples, RATE, None, state)
    return weights, seen, squares, state


def descend(data, weights, allowed, bits, samples, rate, squares, state):
    if squares is None:
        squares = np.full(len(weights), FIRST_SQUARE, np.float32)
    done = 0
    while done < samples:
        part = min(REPORT, samples - done)
        loss = _steps(data, LENGTHS, NOISE_ENDS, state, weights, allowed, squares, bits, part, rate, done, samples)
        done += part
        print(f"{done} samples, loss {loss / part:.4f}", file=sys.stderr, flush=True)
    return squares


@njit(cache=False)
def _count(data, lengths, noise_ends, state, counts, bits, samples):
    words, buckets = np.empty(64, np.int64), np.empty(64 * 210, np.int64)
    for _ in range(samples):
        target, made = draw(data, lengths, noise_ends, state, words, buckets, bits)
        for i in range(made):
            counts[buckets[i], target] += 1


@njit(cache=False)
def _steps(data, lengths, noise_ends, state, weights, allowed, squares, bits, samples, rate, done, total):
    words, buckets = np.empty(64, np.int64), np.empty(64 * 210, np.int64)
    classes = weights.shape[1]
    scores, errors = np.empty(classes, np.float32), np.empty(classes, np.float32)
    loss = 0.0
    for n in range(samples):
        target, made = draw(data, lengths, noise_ends, state, words, buckets, bits)
        if made == 0:
            continue
        share = np.float32(1 / math.sqrt(made))
        scores[:] = 0
        for i in range(made):
            row = weights[buckets[i]]
            for c in range(classes):
                scores[c] += row[c]
        most = scores[0]
        for c in range(classes):
            most = max(most, scores[c])
        whole = np.float32(0)
        for c in range(classes):
            scores[c] = math.exp(share * (scores[c] - most))
            whole += scores[c]
        loss -= math.log(max(1e-9, scores[target] / whole))
        norm = np.float32(0)
        for c in range(classes):
            errors[c] = scores[c] / whole - (np.float32(1) if c == target else np.float32(0))
            norm += errors[c] * errors[c]
        if norm < 1e-7:
            continue
        step = rate * (1 - (done + n) / total)
        square = norm * share * share
        for i in range(made):
            bucket = buckets[i]
            squares[bucket] += square
            by = np.float32(step * share / math.sqrt(squares[bucket]))
            row, free = weights[bucket], allowed[bucket]
            for c in range(classes):
                row[c] -= by * errors[c] * free[c]
    return loss
