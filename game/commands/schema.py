"""`coop schema`: what an editor needs to complete and explain a scenario's files."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from engine.language import tr
from game.front.problem import Problem


def add(verbs: Any) -> argparse.ArgumentParser:
    described: argparse.ArgumentParser = verbs.add_parser(
        "schema",
        help=tr("aider l’éditeur à compléter et expliquer les fichiers"),
        description=tr(
            "Écrit dans le dossier d’un scénario les schémas de ses fichiers et les réglages de l’éditeur."
        ),
    )
    described.add_argument(
        "--out",
        metavar=tr("DOSSIER"),
        default=".",
        help=tr("le dossier du scénario ; sinon, celui où l’on est"),
    )
    return described


def run(options: argparse.Namespace) -> int:
    from engine.content import schema

    folder = Path(options.out)
    if not folder.is_dir():
        raise Problem(tr("« {folder} » n’est pas un dossier.", folder=options.out))
    shipped = schema.shipped_folders()
    try:
        inside = folder / ".coop-schema"
        inside.mkdir(exist_ok=True)
        for name, made in schema.schemas(schema.names(*shipped, folder)).items():
            (inside / f"{name}.json").write_text(schema.text(made), "utf-8")
        kept = _settings(folder / ".vscode" / "settings.json", schema.settings("./.coop-schema"))
    except OSError as error:
        raise Problem(
            tr("« {folder} » ne se laisse pas écrire : {why}", folder=options.out, why=error.strerror or "")
        ) from error
    sys.stdout.write(
        tr("Schémas écrits dans {folder}, réglages dans {file}", folder=str(inside), file=str(kept)) + "\n"
    )
    return 0


def _settings(file: Path, ours: dict[str, Any]) -> Path:
    """Our lines in an editor's settings, the designer's kept; in a file beside where those cannot be read."""
    file.parent.mkdir(exist_ok=True)
    try:
        kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
        whole = {**kept, **ours, "yaml.schemas": {**kept.get("yaml.schemas", {}), **ours["yaml.schemas"]}}
    except (ValueError, TypeError, AttributeError):
        file, whole = file.with_name("settings.coop.json"), ours
    file.write_text(json.dumps(whole, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return file
