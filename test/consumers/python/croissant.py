import mlcroissant
from report import main


def load(folder):
    dataset = mlcroissant.Dataset(jsonld=f"{folder}/croissant.json")
    assert not dataset.metadata.issues.errors, dataset.metadata.issues.report()
    records = list(dataset.records("documents"))
    rows = [(row["documents/id"].decode(), row["documents/text"].decode()) for row in records]
    return rows, str(sorted(records[0]))


main(load)
