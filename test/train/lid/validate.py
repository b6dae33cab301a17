"""Macro-F1 on texts of sources that a model was not trained on, in the main languages that have other sources."""

import math
import sys
from collections import Counter

import numpy as np

from features import word_features
from languages import MAIN
from pack import prior

HELD_OUT = ("tico19", "bible", "udhr", "gnome")
LEAST_OTHER = 1500
MOST = 150
# Words of a short text, least and most; of a sentence.
SHORT, LONG = (2, 5), (24, 24)
# Texts with fewer words are not held out.
LEAST_WORDS = 4


def split(materials):
    """Takes the held-out texts from the materials and returns them as (language, words)."""
    held = {}
    for key, material in materials.items():
        rest = [text for text in material.texts if text[0] not in HELD_OUT]
        out = [words for source, words in material.texts if source in HELD_OUT and len(words) > LEAST_WORDS]
        if len(rest) + len(material.words) / 10 < LEAST_OTHER or not out:
            continue
        material.texts = rest
        held[key] = out[:: max(1, len(out) // MOST)]
    return held


def report(script, langs, bits, weights, held):
    """`weights` in natural logarithms of odds."""
    priors = np.log([prior(lang, script) for lang in langs])
    for name, (least, most) in (("short", SHORT), ("sentences", LONG)):
        right, said, wanted, wrong = Counter(), Counter(), Counter(), Counter()
        for lang in MAIN[script].split():
            for n, words in enumerate(held.get(f"{lang}_{script}", [])):
                size = least + n % (most - least + 1)
                first = (n * 7) % max(1, len(words) - size + 1)
                answer = langs[classify(words[first : first + size], bits, weights, priors)]
                wanted[lang] += 1
                said[answer] += 1
                right[lang] += answer == lang
                if answer != lang:
                    wrong[f"{lang}>{answer}"] += 1
        scores = {lang: 200 * right[lang] / (said[lang] + wanted[lang]) for lang in wanted}
        if scores:
            worst = [f"{lang} {scores[lang]:.0f}" for lang in sorted(scores, key=scores.get)[:10]]
            mean = np.mean(list(scores.values()))
            print(f"{script} {name}: {mean:.2f} of {len(scores)}", worst, wrong.most_common(10), file=sys.stderr)


def classify(words, bits, weights, priors):
    buckets, made = np.empty(64 * 210, np.int64), 0
    for word in words:
        units = np.frombuffer(word.encode("utf-16-le"), np.uint16)
        made = word_features(units, 0, len(units), bits, buckets, made)
    return int(np.argmax(weights[buckets[:made]].sum(axis=0) / math.sqrt(max(1, made)) + priors))
