"""What every consumer tells of a folder that limpia wrote: how many records, of which types, with which content."""
import hashlib
import json
import sys


def shape(value):
    """The type of a value as Python sees it; of a mapping and a list, of all that is in it."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in sorted(value.items())}
    if isinstance(value, list):
        return sorted({json.dumps(shape(inner)) for inner in value})
    return type(value).__name__


def shapes(values):
    """All types that occur among values; one, when all are alike."""
    return sorted({json.dumps(shape(value)) for value in values})


def main(load):
    """Calls load(folder) for each folder on the command line; it gives (id, text) of each record, and the types."""
    for folder in sys.argv[1:]:
        rows, types = load(folder)
        digest = hashlib.sha256()
        for identifier, text in sorted(rows):
            digest.update(f"{identifier}\0{text}\0".encode())
        print(json.dumps({"records": len(rows), "sha256": digest.hexdigest(), "types": types}))
