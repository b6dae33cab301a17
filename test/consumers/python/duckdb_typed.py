import os
import re

import duckdb
from report import main


def load(folder):
    """The statement that the dataset card shows."""
    with open(f"{folder}/README.md", encoding="utf-8") as card:
        statement = re.search(r"```sql\n(.*?);\n```", card.read(), re.S)[1]
    os.chdir(os.path.dirname(folder))
    documents = duckdb.sql(statement.replace("'clean/", f"'{os.path.basename(folder)}/"))
    rows = duckdb.sql("SELECT id, text FROM documents").fetchall()
    return rows, str(dict(zip(documents.columns, map(str, documents.types))))


main(load)
