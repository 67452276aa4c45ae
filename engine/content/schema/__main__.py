"""`python -m engine.content.schema`: write the schemas again, after the model has changed."""

from engine.content.schema import FILES, FOLDER, text

if __name__ == "__main__":
    for name in FILES:
        (FOLDER / f"{name}.json").write_text(text(name), "utf-8")
