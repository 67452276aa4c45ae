"""`python -m engine.content.schema`: write the schemas again, after the model or the cards have changed."""

from engine.content.schema import FOLDER, schemas, shipped, text

if __name__ == "__main__":
    for name, made in schemas(shipped()).items():
        (FOLDER / f"{name}.json").write_text(text(made), "utf-8")
