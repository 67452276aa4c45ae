"""`python -m engine.report`: write the schema of a record's JSON again, after the record has changed."""

from engine.report.json_ import SCHEMA, schema

if __name__ == "__main__":
    SCHEMA.write_text(schema(), "utf-8")
