from datatrove.pipeline.readers import JsonlReader
from report import main, shapes


def load(folder):
    documents = list(JsonlReader(f"{folder}/data", add_file_path=False)())
    types = shapes(document.metadata for document in documents)
    return [(document.id, document.text) for document in documents], str(types)


main(load)
