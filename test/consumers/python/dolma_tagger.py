import json
import tempfile
from glob import glob

import msgspec
import smart_open
from dolma.core.data_types import InputSpecWithMetadata
from dolma.core.runtime import create_and_run_tagger
from report import main, shapes

DECODER = msgspec.json.Decoder(InputSpecWithMetadata)


def load(folder):
    """Runs a tagger of dolma's over all parts, and reads them with dolma's own types."""
    parts = sorted(glob(f"{folder}/data/**/*.jsonl*", recursive=True))
    documents = [row for part in parts for row in map(DECODER.decode, smart_open.open(part, "rt", encoding="utf-8"))]
    with tempfile.TemporaryDirectory() as out:
        create_and_run_tagger(documents=parts, destination=out, experiment="length", taggers=["char_length_v1"])
        lengths = {}
        for path in glob(f"{out}/**/*.jsonl*", recursive=True):
            with smart_open.open(path, "rt", encoding="utf-8") as attributes:
                for row in map(json.loads, attributes):
                    [[_, _, length]] = row["attributes"]["length__char_length_v1__length"]
                    lengths[row["id"]] = length
    assert lengths == {row.id: len(row.text) for row in documents}, "the tagger saw other documents"
    return [(row.id, row.text) for row in documents], str(shapes(row.metadata for row in documents))


if __name__ == "__main__":
    main(load)
