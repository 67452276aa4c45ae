"""YAML to the model, and the only place that reads YAML.

    decode  bytes -> text (UTF-8 only)
    characters  what nobody sees, or takes for another
    parse, strict, syntax, causes, recover  text -> nodes; what is no YAML, why, and the rest of it
    nodes   text -> a tree whose every part knows its file, line and column
    texts   French, English and their easy versions of a file -> one tree
    shelf   cards by id, a scenario's own before those shipped
    scenario  the whole tree -> `Scenario`, through pydantic
    faults, references  what is refused, said at its place
    strays  files that nobody reads
    data    `Scenario` to and from plain data

Nothing stops at the first defect, and nothing here raises for bad content.
"""

from engine.content.reader.data import from_data, to_data
from engine.content.reader.scenario import (
    Glossary,
    Loaded,
    listed_cards,
    load_folder,
    read_glossary,
    read_terms,
)
from engine.content.reader.strays import read_instead

__all__ = [
    "Glossary",
    "Loaded",
    "from_data",
    "listed_cards",
    "load_folder",
    "read_glossary",
    "read_instead",
    "read_terms",
    "to_data",
]
