"""Macro-F1 on texts of sources that a model was not trained on, in the languages that have other sources."""

import sys
from collections import Counter

import numpy as np

from features import word_features

HELD_OUT = ("tico19", "bible")
LEAST_OTHER = 1500
MOST = 150
SHORT, LONG = 4, 24


def split(materials):
    """Takes the held-out texts from the materials and returns them as (language, words)."""
    held = {}
    for key, material in materials.items():
        rest = [text for text in material.texts if text[0] not in HELD_OUT]
        out = [words for source, words in material.texts if source in HELD_OUT and len(words) > SHORT]
        if len(rest) + len(material.words) / 10 < LEAST_OTHER or not out:
            continue
        material.texts = rest
        held[key] = out[:: max(1, len(out) // MOST)]
    return held


def report(script, langs, bits, weights, held):
    for name, most in (("short", SHORT), ("sentences", LONG)):
        right, said, wanted = Counter(), Counter(), Counter()
        wrong = Counter()
        for number, lang in enumerate(langs):
            for n, words in enumerate(held.get(f"{lang}_{script}", [])):
                first = (n * 7) % max(1, len(words) - most + 1) if most == SHORT else 0
                answer = classify(words[first : first + most], bits, weights)
                wanted[number] += 1
                said[answer] += 1
                right[number] += answer == number
                if answer != number:
                    wrong[f"{lang}>{langs[answer]}"] += 1
        scores = [2 * right[c] / (said[c] + wanted[c]) for c in wanted]
        if scores:
            print(f"{script} {name}: {100 * np.mean(scores):.2f} of {len(scores)}", wrong.most_common(8), file=sys.stderr)


def classify(words, bits, weights):
    buckets, made = np.empty(64 * 210, np.int64), 0
    for word in words:
        units = np.frombuffer(word.encode("utf-16-le"), np.uint16)
        made = word_features(units, 0, len(units), bits, buckets, made)
    return int(np.argmax(weights[buckets[:made]].sum(axis=0)))
