"""Pages as lines with labels and features, and what dropping lines does to a page's score."""

import json
import random
import re
import subprocess
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

TOKEN = re.compile(r"\w+")
GRAM = 4


def tokens(text):
    return TOKEN.findall(text.lower())


def grams(words):
    return {tuple(words[i : i + GRAM]) for i in range(len(words) - GRAM + 1)} if len(words) >= GRAM else {tuple(words)}


def content_share(lines, gold):
    """For each line the share of its words that lie in runs of four words of the article, or 1 if it is a line of it."""
    reference = grams(tokens(gold))
    whole = {" ".join(tokens(line)) for line in gold.split("\n")}
    words = [tokens(line) for line in lines]
    stream = [word for line in words for word in line]
    owner = [i for i, line in enumerate(words) for _ in line]
    hit = np.zeros(len(stream), bool)
    for i in range(len(stream) - GRAM + 1):
        if tuple(stream[i : i + GRAM]) in reference:
            hit[i : i + GRAM] = True
    hits = Counter(o for o, h in zip(owner, hit) if h)
    return [
        None if not line else 1.0 if " ".join(line) in whole else hits[i] / len(line)
        for i, line in enumerate(words)
    ]


@dataclass
class Page:
    row: dict
    lines: list
    share: list = field(default_factory=list)
    features: np.ndarray = None

    @property
    def labels(self):
        return np.array([share is None or share >= 0.5 for share in self.share])

    @property
    def words(self):
        return np.array([len(tokens(line)) for line in self.lines])


def read_pages(path, program):
    """The rows of a set in the form of eval/boilerplate, with the lines that the rules leave."""
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    out = run(program, "lines", rows)
    pages = [Page(row, json.loads(line)["lines"]) for row, line in zip(rows, out.decode().splitlines(), strict=True)]
    pages = [page for page in pages if page.lines]
    for page in pages:
        page.share = content_share(page.lines, page.row["gold"])
    return pages


def thin(pages, seed):
    """Each page once more with part of its furniture gone, as a second pass or a better extractor leaves it."""
    chance = random.Random(seed)
    thinned = []
    for page in pages:
        rate = chance.choice([0.0, 0.0, 0.1, 0.3])
        kept = [i for i, label in enumerate(page.labels) if label or chance.random() < rate]
        if 0 < len(kept) < len(page.lines):
            thinned.append(Page(page.row, [page.lines[i] for i in kept], [page.share[i] for i in kept]))
    return thinned


def add_features(pages, program, width):
    values = np.frombuffer(run(program, "features", [{"lines": page.lines} for page in pages]), np.float32)
    values = values.reshape(-1, width)
    start = 0
    for page in pages:
        page.features = values[start : start + len(page.lines)]
        start += len(page.lines)


def run(program, what, rows):
    text = "".join(json.dumps(row) + "\n" for row in rows)
    return subprocess.run(["node", program, what], input=text.encode(), stdout=subprocess.PIPE, check=True).stdout


def outcome(page, dropped):
    """Token F1 before and after, and the share of the article that is lost (of what the input held of it)."""
    kept = Counter(word for line, gone in zip(page.lines, dropped) if not gone for word in tokens(line))
    before, gold = Counter(tokens(page.row["text"])), Counter(tokens(page.row["gold"]))
    available = gold & before
    held = sum((available & kept).values())
    lost = 1 - held / max(1, sum(available.values()))
    return f1(sum(available.values()), before, gold), f1(sum((gold & kept).values()), kept, gold), lost


def f1(common, predicted, gold):
    total = sum(predicted.values()) + sum(gold.values())
    return 2 * common / total if total else 0.0
