"""Draws samples of one script's classes for ever; the class after the last is no language."""

import random

import numpy as np
from numba import njit

from features import word_features
from languages import TAIL
from words import bare

# How many words a sample has: snippets of a few words, sentences, paragraphs (share, least, most).
LENGTHS = np.array([(0.12, 1, 2), (0.36, 2, 5), (0.34, 6, 12), (0.18, 12, 24)])
# Share of the samples drawn from word lists: where they are long, and where they hold a few dozen words.
FROM_LIST, FROM_SHORT_LIST, LONG_LIST = 0.45, 0.08, 2000
# Share of those in no language, of those with a foreign word, and of those without accents.
NOISE, MIXED, BARE = 0.04, 0.05, 0.03
# Classes with much material come more often, but far less so than in proportion; the long tail less often.
BALANCE, LEAST, LIST_WORTH, TAIL_SHARE = 0.25, 600, 0.1, 0.35
# Frequent words come less often than they are used, so that they do not drown the others.
FLATTEN = 0.6
NOISE_WORDS = 4000

PROGRAM = """abstract args array async attr await bool boolean bufsize byte calloc catch char charset class cls cmd
cnt config const constexpr ctx data def delete dest dict dir div double elif elsif endif endl enum env err errno exec
export extends float fmt foreach fprintf func getattr goto href html id idx impl img implements import init inline
innerhtml int interface isinstance iter json kwargs lambda len let li malloc mut namespace nil npm null nullptr num
numpy obj param params parseint pkg private printf proc props ptr public px readonly regex req res ret return rgba
sizeof sql src std stderr stdin stdout str strcmp strlen struct sudo super svg switch sys td throw tmp tr tuple
typedef typeof uint undefined unsigned url usr utf util utils val var vec virtual void while width xhr xml yield""".split()


class Vocabulary:
    """Words by number; their units in one array."""

    def __init__(self):
        self.numbers, self.words = {}, []

    def number(self, word):
        known = self.numbers.get(word)
        if known is None:
            known = self.numbers[word] = len(self.words)
            self.words.append(word)
        return known

    def arrays(self):
        starts = np.zeros(len(self.words) + 1, np.int64)
        np.cumsum([len(word) for word in self.words], out=starts[1:])
        units = np.frombuffer("".join(self.words).encode("utf-16-le"), np.uint16)
        return units, starts


def noise_words(words, rng):
    """Words in no language: other letters, letters in another order, the keys of a keyboard, names in programs."""
    letters = sorted(set("".join(words)))
    picked = [words[rng.randrange(len(words))] for _ in range(NOISE_WORDS * 3)]

    def made(source, length):
        return "".join(source[rng.randrange(len(source))] for _ in range(length))

    keys = ["asdfghjkl", "qwertyuiop"]
    return [
        [made("abcdefghijklmnopqrstuvwxyz", len(word)) for word in picked],
        [made(letters, len(word)) for word in picked],
        [made(word, len(word)) for word in picked],
        [made(keys[rng.randrange(2)], len(word)) for word in picked[:NOISE_WORDS]],
        PROGRAM,
    ]


# How often each kind of noise comes.
NOISE_ENDS = np.cumsum([0.3, 0.2, 0.25, 0.1, 0.15])


def prepare(materials, seed):
    """Everything that `draw` reads, as arrays."""
    vocabulary, rng = Vocabulary(), random.Random(seed)
    tokens, text_ends, class_texts, text_weights = [], [0], [0], []
    listed, list_starts, list_weights = [], [0], []
    shares, weights = [], []
    for material in materials:
        for _, words in material.texts:
            tokens.extend(vocabulary.number(word) for word in words)
            text_ends.append(len(tokens))
            text_weights.append(len(words) ** 0.5)
        class_texts.append(len(text_weights))
        for word, weight in material.words.items():
            listed.append(vocabulary.number(word))
            list_weights.append(weight**FLATTEN)
        list_starts.append(len(listed))
        amount = len(material.words)
        share = max(FROM_LIST * min(1, amount / LONG_LIST), FROM_SHORT_LIST if amount else 0)
        shares.append(share if material.texts else 1)
        size = (len(material.texts) + amount * LIST_WORTH + LEAST) ** BALANCE
        weights.append(size * (TAIL_SHARE if material.lang in TAIL.get(material.script, "").split() else 1))
    own = [word for word in vocabulary.words if len(word) > 1]
    for kind in noise_words(own, rng):
        listed.extend(vocabulary.number(word) for word in kind)
        list_weights.extend([1.0] * len(kind))
        list_starts.append(len(listed))
    bares = np.arange(len(vocabulary.words), dtype=np.int32)
    for number, word in enumerate(list(vocabulary.words)):
        plain = bare(word)
        if plain != word and plain:
            bares[number] = vocabulary.number(plain)
    bares = np.concatenate([bares, np.arange(len(bares), len(vocabulary.words), dtype=np.int32)])
    units, starts = vocabulary.arrays()
    return (
        units,
        starts,
        np.array(tokens, np.int32),
        np.array(text_ends, np.int64),
        np.array(class_texts, np.int64),
        np.cumsum(text_weights),
        np.array(listed, np.int32),
        np.array(list_starts, np.int64),
        np.cumsum(list_weights),
        np.array(shares),
        np.cumsum(weights),
        bares,
    )


@njit(cache=False)
def chance(state):
    """xorshift64*: a number from 0 to 1."""
    s = state[0]
    s ^= s >> np.uint64(12)
    s ^= s << np.uint64(25)
    s ^= s >> np.uint64(27)
    state[0] = s
    return float((s * np.uint64(0x2545F4914F6CDD1D)) >> np.uint64(11)) / 9007199254740992.0


@njit(cache=False)
def pick(ends, first, last, state):
    """A place from first to last - 1, by running sums."""
    before = ends[first - 1] if first > 0 else 0.0
    at = before + chance(state) * (ends[last - 1] - before)
    low, high = first, last - 1
    while low < high:
        middle = (low + high) >> 1
        if ends[middle] > at:
            high = middle
        else:
            low = middle + 1
    return low


@njit(cache=False)
def draw_words(data, target, length, state, out, count):
    units, starts, tokens, text_ends, class_texts, text_weights, listed, list_starts, list_weights, shares, _, _ = data
    if chance(state) < shares[target]:
        for _ in range(min(length, 12)):
            out[count] = listed[pick(list_weights, list_starts[target], list_starts[target + 1], state)]
            count += 1
        return count
    until = count + length
    # Running on into other texts keeps classes whose texts are short from being known by their length.
    while count < until:
        text = pick(text_weights, class_texts[target], class_texts[target + 1], state)
        first, last = text_ends[text], text_ends[text + 1]
        at = first + int(chance(state) * max(1, last - first - (until - count) + 1))
        while at < last and count < until:
            out[count] = tokens[at]
            at += 1
            count += 1
    return count


@njit(cache=False)
def draw(data, lengths, noise_ends, state, words, buckets, bits):
    """Draws a sample: its class, and how many features it has; they go to `buckets`."""
    units, starts, list_starts, ends, bares = data[0], data[1], data[7], data[10], data[11]
    classes = len(ends)
    rest = chance(state)
    length = 1
    for row in range(len(lengths)):
        if rest < lengths[row, 0]:
            span = lengths[row, 2] - lengths[row, 1] + 1
            length = int(lengths[row, 1] + int(rest / lengths[row, 0] * span))
            break
        rest -= lengths[row, 0]
    fate = chance(state)
    if fate < NOISE:
        kind = classes + pick(noise_ends, 0, len(noise_ends), state)
        count = 0
        while count < length:
            words[count] = data[6][list_starts[kind] + int(chance(state) * (list_starts[kind + 1] - list_starts[kind]))]
            count += 1
        target = classes
    else:
        target = pick(ends, 0, classes, state)
        count = draw_words(data, target, length, state, words, 0)
        if fate < NOISE + MIXED and count > 3:
            count = draw_words(data, pick(ends, 0, classes, state), 1, state, words, count)
    made = 0
    for i in range(count):
        word = bares[words[i]] if fate > 1 - BARE else words[i]
        made = word_features(units, starts[word], starts[word + 1], bits, buckets, made)
    return target, made
