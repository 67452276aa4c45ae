"""The YAML language server that editors use, spoken to over its own protocol, for tests of the schemas."""

import json
import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

VERSION = "1.25.0"
CACHE = (
    Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    / f"coop-tests/yaml-language-server-{VERSION}"
)


class MissingServerError(Exception):
    """There is no language server here; the sentence says why."""


def command() -> list[str]:
    """What starts the server, installed by npm the first time; MissingServerError where that cannot be."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        raise MissingServerError("the language server needs Node and npm, which are not here")
    server = CACHE / "node_modules/yaml-language-server/bin/yaml-language-server"
    if not server.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        package = f"yaml-language-server@{VERSION}"
        asked = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(CACHE), package]
        done = subprocess.run(asked, check=False, timeout=300, capture_output=True, text=True)
        if done.returncode or not server.exists():
            raise MissingServerError(f"npm cannot install {package}: {done.stderr.strip()[-400:]}")
    return [node, str(server), "--stdio"]


_TRIES, _PAUSE = 20, 0.1


class Editor:
    """An editor that opened a folder with some settings."""

    def __init__(self, started: list[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self.settings = settings
        self.problems: dict[str, list[dict[str, Any]]] = {}
        self.last = 0
        self.server = subprocess.Popen(
            started, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        root = folder.as_uri()
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=root,
            workspaceFolders=[{"uri": root, "name": "coop"}],
            capabilities={
                "workspace": {"configuration": True},
                "textDocument": {
                    "hover": {"contentFormat": ["plaintext"]},
                    "completion": {"completionItem": {"snippetSupport": True}},
                },
            },
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={"yaml": self.yaml()})

    def yaml(self) -> dict[str, Any]:
        return {
            "schemas": self.settings,
            "schemaStore": {"enable": False},
            "validate": True,
            "hover": True,
            "completion": True,
        }

    def close(self) -> None:
        self.server.kill()
        self.server.communicate()

    def open(self, file: Path, text: str) -> str:
        """Open a text under a file's name; its URI."""
        uri = file.as_uri()
        self.tell(
            "textDocument/didOpen",
            textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text},
        )
        return uri

    def problems_of(self, uri: str) -> list[dict[str, Any]]:
        """What is underlined in a document: waits until the server said it."""
        while uri not in self.problems:
            self.heed(self.read())
        return self.problems[uri]

    def complete(self, uri: str, line: int, column: int) -> set[str]:
        """What is offered at a place, from 0; asked again for a while, as a server under load answers nothing
        before it has read its schemas."""
        place = {"line": line, "character": column}
        for _ in range(_TRIES):
            found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=place)
            if found and found.get("items"):
                return {item["label"] for item in found["items"]}
            time.sleep(_PAUSE)
        return set()

    def explained(self, uri: str, line: int, column: int) -> str:
        """What is shown when the mouse rests on a place."""
        place = {"line": line, "character": column}
        found = self.ask("textDocument/hover", textDocument={"uri": uri}, position=place)
        contents = (found or {}).get("contents", "")
        return contents if isinstance(contents, str) else contents.get("value", "")

    def ask(self, method: str, **params: Any) -> Any:
        self.last += 1
        asked = self.last
        self.send({"id": asked, "method": method, "params": params})
        while True:
            said = self.read()
            if said.get("id") == asked and "method" not in said:
                return said.get("result")
            self.heed(said)

    def tell(self, method: str, **params: Any) -> None:
        self.send({"method": method, "params": params})

    def heed(self, said: dict[str, Any]) -> None:
        """Answer what the server asks of an editor, and keep what it underlines."""
        if said.get("method") == "textDocument/publishDiagnostics":
            self.problems[said["params"]["uri"]] = said["params"]["diagnostics"]
        elif said.get("method") == "workspace/configuration":
            answers = [
                self.yaml() if item.get("section") == "yaml" else None for item in said["params"]["items"]
            ]
            self.send({"id": said["id"], "result": answers})
        elif "id" in said and "method" in said:
            self.send({"id": said["id"], "result": None})

    def send(self, message: Mapping[str, Any]) -> None:
        assert self.server.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.server.stdin.flush()

    def read(self) -> dict[str, Any]:
        assert self.server.stdout is not None
        length = 0
        while line := self.server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server is gone"
        said: dict[str, Any] = json.loads(self.server.stdout.read(length))
        return said
