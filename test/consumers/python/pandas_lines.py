from glob import glob

import pandas
from report import main, shapes


def load(folder):
    parts = sorted(glob(f"{folder}/data/**/*.jsonl*", recursive=True))
    documents = pandas.concat(pandas.read_json(part, lines=True) for part in parts)
    types = [documents.dtypes.astype(str).to_dict(), shapes(documents["metadata"])]
    return list(zip(documents["id"], documents["text"])), str(types)


main(load)
