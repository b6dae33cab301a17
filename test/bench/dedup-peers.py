"""Finds near-duplicates with another tool: dedup-peers.py TOOL DOCUMENTS OUT

DOCUMENTS is a JSON array of [id, text]; OUT gets one JSON object a line for each document that the tool drops. Prints the
processor time in seconds and the peak of memory in bytes. Every tool compares word 5-shingles with a Jaccard threshold of .8.
"""

import json
import logging
import resource
import sys
import tempfile
import time

os_threads = "RAYON_NUM_THREADS OMP_NUM_THREADS OPENBLAS_NUM_THREADS".split()


def datatrove(documents):
    """Its four steps with the settings it comes with: 14 bands of 8 hashes."""
    from datatrove.data import Document
    from datatrove.pipeline.dedup import minhash

    config = minhash.MinhashConfig()
    with tempfile.TemporaryDirectory() as folder:
        signatures = minhash.MinhashDedupSignature(f"{folder}/signatures", config)
        rows = [Document(text=text, id=id) for id, text in documents]
        yield None
        signatures.run(rows)
        buckets = minhash.MinhashDedupBuckets(f"{folder}/signatures", f"{folder}/buckets", config=config)
        for rank in range(config.num_buckets):
            buckets.run(None, rank, config.num_buckets)
        minhash.MinhashDedupCluster(f"{folder}/buckets", f"{folder}/remove", config).run(None, 0, 1)
        kept = {row.id for row in minhash.MinhashDedupFilter(f"{folder}/remove").run(rows)}
    yield [{"id": id} for id, _ in documents if id not in kept]


def shingles(text):
    words = text.lower().split()
    return [" ".join(words[i : i + 5]) for i in range(max(1, len(words) - 4))]


def rensa(documents):
    """R-MinHash of 128 slots in 16 bands; what a band finds is checked by the estimate against what is kept."""
    from rensa import RMinHash, RMinHashLSH

    yield None
    hashes = RMinHash.from_token_sets([shingles(text) for _, text in documents], 128, 42)
    index = RMinHashLSH(0.8, 128, 16)
    dropped = []
    for row, sketch in enumerate(hashes):
        likely = [(sketch.jaccard(hashes[other]), other) for other in index.query(sketch)]
        similarity, keeper = max(likely, default=(0, 0))
        if similarity >= 0.8:
            dropped.append({"id": documents[row][0], "kept_id": documents[keeper][0], "similarity": similarity})
        else:
            index.insert(row, sketch)
    yield dropped


def rensa_rho(documents):
    """The batch pipeline of its own benchmark, which looks at a sample of the shingles and names no keeper."""
    from rensa import RMinHash, RMinHashLSH

    yield None
    matrix = RMinHash.digest_matrix_from_token_sets_rho([shingles(text) for _, text in documents], 128, 42)
    flags = RMinHashLSH(0.8, 128, 8).query_duplicate_flags_matrix_one_shot(matrix)
    yield [{"id": id} for (id, _), is_duplicate in zip(documents, flags) if is_duplicate]


def main(tool, source, target):
    import os

    for name in os_threads:
        os.environ[name] = "1"
    try:
        from loguru import logger

        logger.remove()
    except ImportError:
        logging.disable()
    with open(source, encoding="utf-8") as file:
        documents = json.load(file)
    steps = {"datatrove": datatrove, "rensa": rensa, "rensa-rho": rensa_rho}[tool](documents)
    next(steps)
    start = time.process_time()
    dropped = next(steps)
    seconds = time.process_time() - start
    with open(target, "w", encoding="utf-8") as file:
        for row in dropped:
            file.write(json.dumps({**row, "action": "drop"}) + "\n")
    print(json.dumps([seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024]))


main(*sys.argv[1:])
