import duckdb
from report import main


def load(folder):
    documents = duckdb.sql(f"SELECT * FROM read_json('{folder}/data/**/*.jsonl*')")
    rows = duckdb.sql("SELECT id, text FROM documents").fetchall()
    types = dict(zip(documents.columns, map(str, documents.types)))
    # Where every record has a date DuckDB makes it one.
    for date in ("added", "created"):
        if types[date] == "TIMESTAMP WITH TIME ZONE":
            types[date] = "VARCHAR"
    return [(str(identifier), text) for identifier, text in rows], str(types)


main(load)
