"""Words as src/tag/model/words.ts reads them: lower case, one apostrophe, letters of the known blocks alone."""

import re
import unicodedata
from pathlib import Path

SCRIPT_TABLE = Path(__file__).parents[3] / "src/tag/script.ts"
APOSTROPHES = "'’‘ʻʼ`´"
JOINER = "\u200c"
MAX_WORD = 40


def _blocks():
    """First and last code unit of each block, by script, from the table of the product itself."""
    source = SCRIPT_TABLE.read_text("utf8")
    rows = re.findall(r"^  (\w{4}): '([0-9A-F -]+)',$", source, re.M)
    return {name: [[int(end, 16) for end in block.split("-")] for block in blocks.split()] for name, blocks in rows}


BLOCKS = _blocks()


def _folds():
    folds = {unit: " " for unit in range(0x10000)}
    for ranges in BLOCKS.values():
        for first, last in ranges:
            for unit in range(first, last + 1):
                char = chr(unit)
                if unicodedata.category(char)[0] not in "LM" and unicodedata.category(char) != "Nl":
                    continue
                lower = char.lower()
                folds[unit] = lower if len(lower) == 1 else "i" if unit == 0x130 else char
    for char in APOSTROPHES:
        folds[ord(char)] = "'"
    folds[ord(JOINER)] = JOINER
    return folds


FOLDS = _folds()
_ASTRAL = re.compile(r"[\U00010000-\U0010ffff]")


def words_of(text):
    """The words of a text, folded."""
    folded = _ASTRAL.sub(" ", unicodedata.normalize("NFC", text)).translate(FOLDS)
    return [word for word in (part.strip("'")[:MAX_WORD] for part in folded.split(" ")) if word]


_CLASSES = {
    script: re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in ranges) + "]")
    for script, ranges in BLOCKS.items()
}


def letters_in(words, script):
    """Units of the words that belong to a script, and all their units."""
    text = "".join(words)
    return len(_CLASSES[script].findall(text)), len(text)


def bare(word):
    """Without accents, as people write on keyboards that lack them."""
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", plain)
