from datasets import load_dataset
from report import main


def load(folder):
    documents = load_dataset(folder, split="train", streaming=True)
    return [(row["id"], row["text"]) for row in documents], str(documents.features)


main(load)
