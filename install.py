"""Install the game in .venv beside this file: exactly the versions of lock.txt, checked by their hashes.

    python3 install.py          to play            (make play)
    python3 install.py test     to test it too     (make test)
    python3 install.py latest   the newest versions that pyproject.toml allows, in .venv-latest
    python3 install.py lowest   the lowest ones, in .venv-lowest
    python3 install.py lock     write lock.txt anew (make lock)

Does nothing where all is there already; repairs what a moved folder or another Python has broken. Needs
nothing but Python; a Python too old for the game must still be able to read this file and be told so.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LOCK = "lock.txt"
OLDEST, NEWEST = (3, 11), (3, 14)  # the versions of Python that lock.txt is made for
LOCKING = (
    "--all-extras --universal --generate-hashes --python-version 3.11 --annotation-style line --upgrade"
    " --quiet --no-emit-index-url --custom-compile-command"
).split()


class InstallError(Exception):
    """What stops here, in French and in English."""

    def __init__(self, french, english):
        super().__init__(french, english)


def say(french, english, stream=None):
    """Tell in both languages, on any terminal."""
    stream = stream or sys.stdout
    text = french + "\n" + english
    encoding = stream.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), file=stream, flush=True)


# Which packages


def locked(text):
    """name -> its entries in the lock (several where versions differ by Python), and name -> who needs it."""
    entries, needed_by, name = {}, {}, ""
    for entry in re.split(r"\n(?=[a-z0-9])", text):
        found = re.match(r"([a-z0-9._-]+)==", entry)
        if not found:
            continue
        name = found.group(1)
        whole, _, parents = entry.partition("    # via ")
        entries.setdefault(name, []).append(whole.rstrip())
        needed_by.setdefault(name, set()).update(
            parent.split()[0] for parent in parents.split(",") if parent.strip()
        )
    return entries, needed_by


def wanted(text, roots):
    """The lines of the lock that some packages need: themselves and all that they stand on."""
    entries, needed_by = locked(text)
    missing = sorted(set(roots) - set(entries))
    if missing:
        raise InstallError(
            "lock.txt ne dit rien de : " + ", ".join(missing), "Not in lock.txt: " + ", ".join(missing)
        )
    chosen, more = set(), set(roots)
    while more:
        chosen |= more
        more = {name for name, parents in needed_by.items() if parents & chosen} - chosen
    return "\n".join(entry for name in sorted(chosen) for entry in entries[name]) + "\n"


def named(requirement):
    """The normalised name of a requirement."""
    return re.sub(r"[-_.]+", "-", re.match(r"[A-Za-z0-9._-]+", requirement).group()).lower()


def roots(extra=None):
    """The names that pyproject.toml asks for: to play and to build, or for an extra."""
    import tomllib

    with open(os.path.join(HERE, "pyproject.toml"), "rb") as stream:
        project = tomllib.load(stream)
    if extra:
        return [named(line) for line in project["project"]["optional-dependencies"][extra]]
    return [named(line) for line in project["project"]["dependencies"] + project["build-system"]["requires"]]


# Which Python


def version(python):
    """(3, 12) and so on, or None where it cannot run."""
    try:
        asked = [python, "-c", "import sys, ensurepip; print('%d %d' % sys.version_info[:2])"]
        said = subprocess.run(asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return tuple(int(part) for part in said.stdout.split()) or None
    except (OSError, ValueError):
        return None


def python_to_use():
    """This Python if the lock is made for it, else another one of this computer that it is made for."""
    here = tuple(sys.version_info[:2])
    if OLDEST <= here <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        other = shutil.which("python3.%d" % minor)
        if other and version(other) == (3, minor):
            return other
    if here < OLDEST:
        raise InstallError(
            "Il faut Python 3.11 à 3.14 ; celui-ci est %d.%d : make PYTHON=python3.12" % here,
            "Python 3.11 to 3.14 is needed; this one is %d.%d: make PYTHON=python3.12" % here,
        )
    say(
        "Python %d.%d est plus récent que ceux qui ont été essayés (3.11 à 3.14)." % here,
        "Python %d.%d is newer than those that were tried (3.11 to 3.14)." % here,
    )
    return sys.executable


# The environment


class Environment:
    """A virtual environment, and the stamp that says what was put in it, from what, and where it stood."""

    def __init__(self, name):
        self.folder = os.path.join(HERE, name)
        self.stamp = os.path.join(self.folder, ".installed")
        self.tools = os.path.join(self.folder, "Scripts" if os.name == "nt" else "bin")
        self.python = os.path.join(self.tools, "python.exe" if os.name == "nt" else "python")

    def remembered(self):
        try:
            with open(self.stamp, encoding="utf-8") as stream:
                told = json.load(stream)
            return told if isinstance(told, dict) else {}
        except (OSError, ValueError):
            return {}

    def remember(self, **told):
        with open(self.stamp, "w", encoding="utf-8") as stream:
            json.dump(told, stream)

    def works(self):
        """Whether its Python still runs and still finds its packages: after an upgrade it may not."""
        asked = [self.python, "-c", "import pip, sys; sys.exit(sys.prefix == sys.base_prefix)"]
        try:
            return subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
        except OSError:
            return False

    def create(self):
        if not version(sys.executable):
            raise InstallError(
                "Python n'a pas de quoi installer (Debian, Ubuntu : apt install python3-venv).",
                "This Python cannot make environments (Debian, Ubuntu: apt install python3-venv).",
            )
        shutil.rmtree(self.folder, ignore_errors=True)
        run([sys.executable, "-m", "venv", self.folder])

    def pip(self, *words):
        run([self.python, "-m", "pip", "--disable-pip-version-check", "install", *words])

    def install_locked(self, *names, **options):
        """Exactly what the lock says for some packages and what they stand on, hash by hash."""
        lines = wanted(read(LOCK).decode("utf-8"), names)
        handle, path = tempfile.mkstemp(suffix=".txt", prefix="lock-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                stream.write(lines)
            wheels = ["--only-binary=:all:"] if options.get("only_wheels") else []
            self.pip("--require-hashes", *wheels, "-r", path)
        finally:
            os.remove(path)

    def install_project(self):
        """The game itself, which stays in its folder; needs no network."""
        # Before Python 3.13, Windows does not find a folder with accents again: there, the game is copied.
        lost = os.name == "nt" and sys.version_info < (3, 13) and not HERE.isascii()
        self.pip("--no-deps", "--no-index", "--no-build-isolation", *([] if lost else ["-e"]), HERE)

    def move(self, before):
        """Mend what holds the place of the folder: the game's entry and the first line of each script."""
        say(
            "Le dossier a changé de place : je répare l'installation.",
            "The folder has moved: mending the installation.",
        )
        old, new = (os.path.join(place, os.path.basename(self.folder)).encode() for place in (before, HERE))
        for name in os.listdir(self.tools) if os.name != "nt" else ():
            path = os.path.join(self.tools, name)
            if os.path.islink(path) or not os.path.isfile(path):
                continue
            with open(path, "rb") as stream:
                text = stream.read()
            if old in text and b"\0" not in text:
                with open(path, "wb") as stream:
                    stream.write(text.replace(old, new))
        self.install_project()


def read(name):
    with open(os.path.join(HERE, name), "rb") as stream:
        return stream.read()


def run(words):
    """Run a command with a sign of life; raises InstallError with the end of what it said."""
    alive = sys.stdout.isatty()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen([*words], stdout=said, stderr=subprocess.STDOUT, cwd=HERE)
        while True:
            try:
                code = process.wait(timeout=1)
                break
            except subprocess.TimeoutExpired:
                if alive:
                    print(".", end="", flush=True)
        if alive:
            print("\r\033[K", end="", flush=True)
        if code:
            said.seek(0)
            end = said.read().decode("utf-8", "replace").strip().splitlines()[-12:]
            command = " ".join(os.path.basename(word) for word in words[:6])
            raise InstallError(
                "\n".join([*end, "Cela n'a pas marché : " + command]), "This did not work: " + command
            )


# What can be asked


def stamp(parts, before):
    """What an environment must have been made from, for what, and where; what was there before stays."""
    return {
        "from": hashlib.sha256(read(LOCK) + read("pyproject.toml") + read("engine/__init__.py")).hexdigest(),
        "parts": sorted(set(parts) | set(before.get("parts", ()))),
        "place": HERE,
    }


def as_locked(parts):
    """`.venv`, with what it takes to play, and to test where `parts` says so."""
    here = Environment(".venv")
    before = here.remembered()
    now = stamp(parts, before)
    if all(before.get(key) == value for key, value in now.items()) and here.works():
        return
    if not here.works():
        before = {}
    if before.get("from") == now["from"] and before.get("parts") == now["parts"]:
        here.move(before["place"])
        here.remember(**dict(before, **now))
        return
    start = time.monotonic()
    say(
        "Installation du jeu dans .venv (la première fois seulement, une à trois minutes).",
        "Installing the game in .venv (the first time only, one to three minutes).",
    )
    if not before:
        here.create()
    here.install_locked(*roots(), *(name for part in now["parts"] for name in roots(part)))
    fast = with_fast(here)
    here.install_project()
    here.remember(fast=fast, **now)
    say(*("%s %d s." % (word, time.monotonic() - start) for word in ("C'est fait, en", "Done, in")))


def with_fast(here):
    """Add numba where it can be had; the game does without."""
    try:
        here.install_locked(*roots("fast"), only_wheels=True)
    except InstallError as failure:
        say(*failure.args, stream=sys.stderr)
        say(
            "Les simulations seront lentes : numba n'a pas pu être installé ici. Le jeu s'en passe.",
            "Simulations will be slow: numba could not be installed here. The game does without.",
        )
        return False
    return True


def resolved(which):
    """`.venv-latest` or `.venv-lowest`: what pyproject.toml allows, resolved today, without the lock."""
    here = Environment(".venv-" + which)
    if not here.works():
        here.create()
    say("Versions « %s »…" % which, "The %s versions…" % which)
    here.pip("uv<1")
    lowest = ["--resolution", "lowest-direct"] if which == "lowest" else ["--upgrade"]
    uv = [here.python, "-m", "uv", "pip", "install", "--python", here.python, *lowest]
    run([*uv, "-e", HERE + "[test,fast]"])


def lock():
    """Write lock.txt anew, with uv from an environment of its own."""
    here = Environment(".venv-lock")
    if not here.works():
        here.create()
    here.pip("uv<1")
    run([here.python, "-m", "uv", "pip", "compile", "pyproject.toml", *LOCKING, "make lock", "-o", LOCK])


def main(words):
    asked = words[0] if words else "play"
    ways = {
        "play": lambda: as_locked([]),
        "test": lambda: as_locked(["test"]),
        "latest": lambda: resolved("latest"),
        "lowest": lambda: resolved("lowest"),
        "lock": lock,
    }
    if asked not in ways:
        print(__doc__)
        return 2
    try:
        python = python_to_use()
        if python != sys.executable:
            return subprocess.call([python, os.path.join(HERE, "install.py"), asked])
        ways[asked]()
    except InstallError as failure:
        say(*failure.args, stream=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
