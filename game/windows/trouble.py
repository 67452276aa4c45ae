"""One place for what should not happen: a sentence for people, the details in a log file."""

import datetime
import traceback

from engine.language import tr
from game.front import settings

_LARGEST = 512_000


def report(error: BaseException, session: str = "") -> str:
    """Write the details of an error to the log, and return the sentence to show."""
    file = None
    try:
        file = settings.log_folder() / "coop.log"
        file.parent.mkdir(parents=True, exist_ok=True)
        mode = "w" if file.exists() and file.stat().st_size > _LARGEST else "a"
        with file.open(mode, encoding="utf-8") as log:
            log.write(f"\n{datetime.datetime.now().isoformat(timespec='seconds')} {session}\n")
            log.write("".join(traceback.format_exception(error)))
    except OSError:
        file = None
    if file is not None:
        return tr(
            "Quelque chose n'a pas marché ; la séance est intacte. Le détail est dans {file}.", file=file
        )
    return tr("Quelque chose n'a pas marché ({error}) ; la séance est intacte.", error=type(error).__name__)
