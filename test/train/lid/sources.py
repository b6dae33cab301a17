"""What each class (language and script) is trained on: running texts and word lists. README.md tells the sources."""

import gzip
import html
import itertools
import json
import lzma
import math
import re
from collections import defaultdict
from pathlib import Path

import msgpack

import packages
from languages import CLDR, MAIN, SAME, TAIL, TOP_WORDS, WORD_FREQ
from words import letters_in, words_of

HERE = Path(__file__).parent
SCRIPTS = list(MAIN)

# Program messages that stand in so many languages alike were never translated.
MANY_LANGUAGES = 5
# Nor were those of which so great a share are words that only English has.
ENGLISH = set("the and of to for with this that you not are from your been which have".split())
ENGLISH_SHARE = 0.2
# Placeholders, markup and shortcuts of program messages.
MARKUP = re.compile(r"<[^>]*>|\{\{?[^}]*\}?\}|\$\(?[\w.]+\)?|%(?:\d\$)?\w+%?|&\w+;|https?:\S+|\\[nt]")
SHORTCUT = re.compile(r"[~_&](?=\w)")
# Words rarer than this are names and slips; how many of a list are read (most frequent first).
MOST_WORDS = 80_000

CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш"
LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()
SERBIAN = {ord(a): b for a, b in zip(CYRILLIC, LATIN)}


class Material:
    """Texts (lists of words) with their source, and words with their probability, of one class."""

    def __init__(self, lang, script):
        self.lang, self.script = lang, script
        self.texts, self.words = [], {}


def classes():
    return {
        f"{lang}_{script}": Material(lang, script)
        for script in SCRIPTS
        for lang in (MAIN[script] + TAIL.get(script, "")).split()
    }


def read_sources(text, udhr, cldr, top_words, word_freq, packed):
    """The material of every class, in the order of languages.py."""
    materials = classes()

    def add(key, source, line):
        lang, _, script = key.partition("_")
        material = materials.get(f"{SAME.get(lang, lang)}_{script}")
        if material is None:
            return
        words = words_of(SHORTCUT.sub("", MARKUP.sub(" ", line)))
        own, letters = letters_in(words, script)
        if own < 4 or own < letters * 0.7 or (script == "Latn" and lang != "eng" and english(words)):
            return
        material.texts.append((source, words))
        if key == "srp_Cyrl":
            materials["srp_Latn"].texts.append((source, [word.translate(SERBIAN) for word in words]))

    rows = list(table(Path(text) / "text.tsv.xz"))
    rows += [(f"{lang}_{script_of(line)}", source, line) for lang, source, line in packages.texts(packed)]
    seen = defaultdict(set)
    for key, _, line in rows:
        seen[line].add(key)
    for key, source, line in rows:
        if len(seen[line]) < MANY_LANGUAGES:
            add(key, source, line)
    declarations(udhr, add)
    annotations(cldr, add)
    lists(text, top_words, word_freq, packed, materials)
    return materials


def script_of(text):
    words = words_of(text)
    return max(SCRIPTS, key=lambda script: letters_in(words, script)[0])


def english(words):
    return len(words) > 3 and sum(word in ENGLISH for word in words) > len(words) * ENGLISH_SHARE


def table(path):
    with lzma.open(path, "rt", encoding="utf8") as file:
        for line in file:
            yield line.rstrip("\n").split("\t")


def declarations(folder, add):
    """The Universal Declaration of Human Rights, a paragraph a text."""
    for path in sorted((Path(folder) / "declaration").iterdir()):
        page = path.read_text("utf8")
        lang = re.search(r'data-iso6393="(\w+)"', page)
        for paragraph in re.findall(r"<p>([^<]*)</p>", page):
            text = html.unescape(paragraph)
            add(f"{lang[1] if lang else ''}_{script_of(text)}", "udhr", text)


def annotations(folder, add):
    """The names of emoji, with their keywords: everyday nouns in many languages."""
    for path in sorted((Path(folder) / "annotations").iterdir()):
        lang = CLDR.get(path.name)
        if lang is None:
            continue
        found = json.loads((path / "annotations.json").read_text("utf8"))["annotations"].get("annotations", {})
        for entry in found.values():
            line = ", ".join(dict.fromkeys(entry.get("tts", []) + entry.get("default", [])))
            add(f"{lang}_{script_of(line)}", "cldr", line)


def lists(text, top_words, word_freq, packed, materials):
    """Counted words: of subtitles, of Wikipedia, of many sources together, and, where there are none, the commonest ones and those of lists without a count."""
    subtitles, encyclopedia, mixed = defaultdict(dict), defaultdict(dict), defaultdict(dict)
    for key, word, count in table(Path(text) / "words.tsv.xz"):
        put(subtitles[key], word, float(count))
    for code, lang in TOP_WORDS.items():
        with gzip.open(Path(top_words) / f"topwords-{code}.txt.gz", "rt", encoding="utf8") as file:
            for n, line in enumerate(file):
                if line.startswith("#"):
                    continue
                if n > MOST_WORDS:
                    break
                word, probability = line.rsplit(" ", 1)
                put_by_script(encyclopedia, materials, lang, word, math.exp(float(probability)))
    for word, count in encyclopedia["srp_Cyrl"].items():
        put(encyclopedia["srp_Latn"], word.translate(SERBIAN), count)
    for code, lang in WORD_FREQ.items():
        for word, probability in ranked(Path(word_freq), code):
            put_by_script(mixed, materials, lang, word, probability)
    common, uncounted = defaultdict(dict), defaultdict(dict)
    for line in (HERE / "function-words.tsv").read_text("utf8").splitlines():
        if not line.startswith("#"):
            key, words = line.split("\t")
            for rank, word in enumerate(words.split()):
                put(common[key], word, 1 / (rank + 10))
    for lang, words in packages.vocabularies(packed):
        for word in words:
            put_by_script(uncounted, materials, lang, word, 1)
    for key, material in materials.items():
        counted = [source for source in (subtitles[key], encyclopedia[key], mixed[key]) if source]
        for source in counted or [common[key], uncounted[key]]:
            total = sum(source.values())
            for word, count in source.items():
                material.words[word] = material.words.get(word, 0) + count / total


def ranked(folder, code):
    """The words of wordfreq's list for a language, the larger one where there are two, most frequent first."""
    path = next(path for size in ("large", "small") if (path := folder / f"{size}_{code}.msgpack.gz").exists())
    with gzip.open(path) as file:
        bands = msgpack.load(file, raw=False)[1:]
    # A word of band n is used once in 10^(n / 100) words.
    words = ((word, 10 ** (-band / 100)) for band, same in enumerate(bands) for word in same)
    return itertools.islice(words, MOST_WORDS)


def put_by_script(known, materials, lang, word, count):
    for script in SCRIPTS:
        if f"{lang}_{script}" in materials and letters_in([word[:1]], script)[0]:
            put(known[f"{lang}_{script}"], word, count)


def put(known, word, count):
    folded = words_of(word)
    if len(folded) == 1:
        known[folded[0]] = known.get(folded[0], 0) + count
