"""The installed game works away from its source: built as a wheel, in an environment of its own."""

import os
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHIPPED = ("engine", "game", "briefing", "cards", "scenarios")
CRUE = "au-lendemain-de-la-crue"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(build, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def home(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with nothing but the wheel; libraries are borrowed, so that no network is needed."""
    home = tmp_path_factory.mktemp("home")
    venv.create(home / "venv", with_pip=False, symlinks=os.name != "nt")
    python = _tool(home, "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", "-q"]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    ask = "import site; print(site.getsitepackages()[-1])"
    packages = subprocess.run([python, "-c", ask], check=True, capture_output=True, text=True).stdout.strip()
    borrowed = "\n".join(site.getsitepackages())
    (Path(packages) / "borrowed.pth").write_text(borrowed, "utf-8")
    return home


def _tool(home: Path, name: str) -> Path:
    return home / "venv" / ("Scripts" if os.name == "nt" else "bin") / name


def coop(home: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """Run the installed command from a folder that has traps: content folders of the same names, empty."""
    elsewhere = home / "elsewhere"
    for name in SHIPPED:
        (elsewhere / name).mkdir(parents=True, exist_ok=True)
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "COV_"))}
    return subprocess.run(
        [_tool(home, "coop"), *words],
        cwd=elsewhere,
        env={**clean, "HOME": str(home), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_the_wheel_holds_every_file_of_the_game_and_nothing_else(wheel: Path) -> None:
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    listed = subprocess.run(["git", "ls-files", "-z", *SHIPPED], cwd=ROOT, capture_output=True, text=True)
    assert {name.split("/")[0] for name in packed} == set(SHIPPED)
    tracked = {name for name in listed.stdout.split("\0") if name and (ROOT / name).exists()}
    assert tracked - packed == set()


def test_the_installed_game_is_not_the_checkout(home: Path) -> None:
    where = subprocess.run(
        [_tool(home, "python"), "-c", "import engine, game; print(engine.__file__, game.__file__)"],
        cwd=home,
        capture_output=True,
        text=True,
    ).stdout
    assert where.count(str(home)) == 2


def test_scenarios_are_listed_away_from_the_checkout(home: Path) -> None:
    said = coop(home, "list")
    assert (said.returncode, said.stderr) == (0, "")
    assert CRUE in said.stdout


def test_a_scenario_is_checked_away_from_the_checkout(home: Path) -> None:
    said = coop(home, "check", CRUE)
    assert (said.returncode, said.stderr) == (0, "")
    assert coop(home, "check", "nowhere").returncode == 2


def test_a_whole_session_is_played_away_from_the_checkout(home: Path) -> None:
    said = [coop(home, "demo", CRUE, "--seed", "1", "--headless") for _ in range(2)]
    assert (said[0].returncode, said[0].stderr) == (0, "")
    assert said[0].stdout == said[1].stdout
    assert len(said[0].stdout.splitlines()) > 50
