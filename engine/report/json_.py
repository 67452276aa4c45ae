"""A record as JSON, which `record.schema.json` describes: `python -m engine.report` writes it."""

import json
from pathlib import Path
from typing import Final

from engine.report.record import Record

SCHEMA: Final = Path(__file__).with_name("record.schema.json")


def files(record: Record) -> dict[str, bytes]:
    """One file."""
    return {".json": _text(record.model_dump(mode="json")).encode()}


def schema() -> str:
    """The JSON Schema (2020-12) of a record, as it is committed."""
    made = Record.model_json_schema(mode="serialization")
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **made})


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
