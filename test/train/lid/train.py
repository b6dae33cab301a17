"""Derives src/tag/model/lid.bin.gz, the language model. README.md beside this file tells sources and licences.

    python3 train.py TEXT UDHR CLDR TOP_WORDS WORD_FREQ PACKAGES OUT [--validate] [--samples N] [--scripts Latn,Cyrl]
"""

import argparse
import sys
from pathlib import Path

import numpy as np

from languages import MAIN
from pack import pack, prune, quantize
from samples import prepare
from softmax import descend, train
from sources import read_sources
from validate import report, split

SEED = 20261121
# Samples for each class of a script; how many are looked at beforehand; those that follow the pruning.
SAMPLES, LOOK, AFTER = 60_000, 10_000, 0.25
AFTER_RATE = 0.15
# Buckets, as a power of 2; weights that ship.
BITS = {"Latn": 20, "Cyrl": 18}
KEEP = {"Latn": 3_300_000, "Cyrl": 450_000, "Arab": 160_000}
OTHER_BITS, OTHER_KEEP = 17, 60_000


def main():
    parser = argparse.ArgumentParser()
    for name in ("text", "udhr", "cldr", "top_words", "word_freq", "packages", "out"):
        parser.add_argument(name)
    parser.add_argument("--validate", action="store_true")
    parser.add_argument("--samples", type=int, default=SAMPLES)
    parser.add_argument("--scripts", default=",".join(MAIN))
    args = parser.parse_args()
    materials = read_sources(args.text, args.udhr, args.cldr, args.top_words, args.word_freq, args.packages)
    held = split(materials) if args.validate else {}
    models = []
    for script in args.scripts.split(","):
        own = [material for material in materials.values() if material.script == script]
        for material in own:
            print(f"{material.lang}_{script} {len(material.texts)} texts, {len(material.words)} words", file=sys.stderr)
        models.append(model(script, own, args.samples, held))
    Path(args.out).write_bytes(pack(models))


def model(script, own, samples, held):
    langs = [material.lang for material in own] + ["und"]
    bits = BITS.get(script, OTHER_BITS)
    data = prepare(own, SEED)
    amount = samples * len(langs)
    weights, seen, squares, state = train(data, len(langs), bits, LOOK * len(langs), amount, SEED)
    report(script, langs, bits, weights, held)
    kept = prune(weights, seen, KEEP.get(script, OTHER_KEEP))
    descend(data, weights, kept, bits, int(amount * AFTER), AFTER_RATE, squares, state)
    values, scale = quantize(weights)
    report(script, langs, bits, values.astype(np.float32) * scale, held)
    return script, langs, bits, values, scale


main()
