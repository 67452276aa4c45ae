"""The lock says what pyproject.toml asks for, and what install.py puts in place can be moved and mended."""

import importlib.util
import os
import re
import shutil
import site
import subprocess
import sys
import tomllib
import venv
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "lock.txt").read_text("utf-8")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("install", ROOT / "install.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


install = _load()


def asked() -> list[Requirement]:
    """Every requirement of pyproject.toml: to build, to play, and of each extra."""
    project = PROJECT["project"]
    extras = project["optional-dependencies"].values()
    lines = [*PROJECT["build-system"]["requires"], *project["dependencies"], *chain.from_iterable(extras)]
    return [Requirement(line) for line in lines]


def pins() -> dict[str, list[str]]:
    """The versions that the lock gives to each package."""
    entries, _ = install.locked(LOCK)
    return {name: [re.split(r"==|[ ;\\]", entry)[1] for entry in found] for name, found in entries.items()}


def selected(*extras: str) -> set[str]:
    names = [name for extra in (None, *extras) for name in install.roots(extra)]
    return set(install.locked(install.wanted(LOCK, names))[0])


@pytest.mark.parametrize("requirement", asked(), ids=lambda requirement: requirement.name)
def test_the_lock_pins_what_is_asked_for_within_its_range(requirement: Requirement) -> None:
    found = pins().get(canonicalize_name(requirement.name), [])
    assert found, "not in lock.txt: make lock"
    assert all(requirement.specifier.contains(version) for version in found), found


@pytest.mark.parametrize("requirement", asked(), ids=lambda requirement: requirement.name)
def test_every_range_ends(requirement: Requirement) -> None:
    assert {"<", ">="} <= {bound.operator for bound in requirement.specifier}


def test_every_package_of_the_lock_is_pinned_with_hashes_and_names_no_host() -> None:
    entries = [entry for found in install.locked(LOCK)[0].values() for entry in found]
    assert len(entries) == len(re.findall(r"^[a-z0-9]", LOCK, re.MULTILINE)), "every entry is read"
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+ (; .*)?\\\n    --hash=sha256:[0-9a-f]{64}", entry), entry
    assert "//" not in LOCK


def test_the_lock_leaves_no_python_out() -> None:
    """Versions that differ by Python leave no gap from the oldest to the newest."""
    for name, found in install.locked(LOCK)[0].items():
        if len(found) == 1:
            continue
        for minor in (11, 12, 13, 14):
            here = {"python_full_version": f"3.{minor}.0", "python_version": f"3.{minor}"}
            lines = [Requirement(entry.split("\\")[0].strip()) for entry in found]
            fitting = [line for line in lines if line.marker is None or line.marker.evaluate(here)]
            assert len(fitting) == 1, f"{name} for Python 3.{minor}"


def test_playing_needs_neither_numba_nor_what_tests_need() -> None:
    play = selected()
    assert {"pygame-ce", "pydantic", "pydantic-core", "hatchling"} <= play
    assert not {"numba", "llvmlite", "pytest", "mypy", "ruff", "distributed"} & play
    assert {"numba", "llvmlite", "numpy"} <= selected("fast")
    assert {"pytest", "iniconfig", "mypy", *play} <= selected("test")


def test_what_the_lock_does_not_know_is_told() -> None:
    with pytest.raises(install.InstallError) as failure:
        install.wanted(LOCK, ["pygame-ce", "nowhere"])
    assert all("nowhere" in sentence for sentence in failure.value.args)


@pytest.mark.skipif(os.name == "nt", reason="launchers are programs there, made anew by pip")
def test_a_moved_folder_is_noticed_and_mended_without_a_network(tmp_path: Path) -> None:
    before, after = tmp_path / "avant", tmp_path / "été à la mer"
    before.mkdir()
    for name in ("install.py", "lock.txt", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, before)
    for name in ("engine", "game", "cards", "scenarios"):
        (before / name).mkdir()
        (before / name / "__init__.py").write_text('__version__ = "1"\n', "utf-8")
    (before / "game" / "cli.py").write_text("def main(): print(__file__)\n", "utf-8")
    venv.create(before / ".venv", with_pip=False, symlinks=True)
    packages = next((before / ".venv" / "lib").iterdir()) / "site-packages"
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), "utf-8")
    stub = "here = E('.venv'); here.install_project(); here.remember(**dict(now, fast=True))"
    now = "import install; E = install.Environment; now = install.stamp([], {})"
    subprocess.run([sys.executable, "-c", f"{now}; {stub}"], cwd=before, check=True)
    assert _coop(before) == str(before / "game" / "cli.py")

    before.rename(after)
    with pytest.raises(FileNotFoundError):
        _coop(after)
    said = [_installed(after) for _ in range(2)]
    assert _coop(after) == str(after / "game" / "cli.py")
    assert said[0].count("\n") == 2, "in two languages"
    assert said[1] == "", "once is enough"


def _coop(folder: Path) -> str:
    said = subprocess.run([folder / ".venv" / "bin" / "coop"], capture_output=True, text=True, cwd=folder)
    return said.stdout.strip()


def _installed(folder: Path) -> str:
    words = [sys.executable, "install.py"]
    said = subprocess.run(words, capture_output=True, text=True, cwd=folder, timeout=60)
    assert said.returncode == 0, said.stderr
    return said.stdout
