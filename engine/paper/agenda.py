"""An agenda on paper: a card that stands before whoever chairs, as many marks as can be put off in a round,
and how all of it is played without a computer."""

from collections.abc import Iterator
from typing import Any

from engine.content.model import Agenda
from engine.language import ntr, tr
from engine.paper.wanted import Wanted
from engine.telling import agenda as telling


def agenda(wanted: Wanted) -> dict[str, Any]:
    """For each table of players: a card to fold and stand before whoever chairs, a mark for each project that
    can be put off at once."""
    written = _written(wanted)
    return {
        "title": title(wanted),
        "scenario": wanted.reader.read(wanted.scenario.title),
        "fold": tr("Pliez sur le trait : « {chair} » vers la salle.", chair=chair()),
        "chair": chair(),
        "you": tr("Vous présidez ce tour"),
        "cut": tr("À découper : une marque par chantier de trop. Elle se pose sur sa carte, pour ce tour."),
        "mark": mark(),
        "mark_says": tr("Ni promesse ni jeton à ce tour. Il vieillit quand même."),
        "boards": [
            {
                "title": title(wanted),
                "told": telling.time_for(places(wanted), written.treats),
                "how": list(_how(wanted)),
                "marks": too_many(wanted),
            }
        ],
    }


def chair() -> str:
    """What stands before whoever chairs."""
    return tr("Présidence")


def mark() -> str:
    """What a mark says."""
    return tr("Reporté")


def _written(wanted: Wanted) -> Agenda:
    written = wanted.scenario.agenda
    assert written is not None  # nobody asks elsewhere
    return written


def places(wanted: Wanted) -> int:
    """How many projects lie on the table at most."""
    return wanted.scenario.parameters.slots


def too_many(wanted: Wanted) -> int:
    """How many of them can be put off in a round, at most; 0 without an agenda."""
    written = wanted.scenario.agenda
    return max(0, places(wanted) - written.treats) if written is not None else 0


def _how(wanted: Wanted) -> Iterator[str]:
    """What whoever chairs reads on their side of the card."""
    yield tr(
        "À voix haute, posez une marque « {mark} » sur chaque chantier de trop. Lesquels ? C’est à vous de "
        "le dire, et vous n’avez pas à dire pourquoi.",
        mark=mark(),
    )
    yield _nothing(wanted)


def _nothing(wanted: Wanted) -> str:
    """That what is put off can be given nothing, and ages."""
    return ntr(
        "Un chantier reporté ne reçoit ni promesse ni jeton à ce tour. Il garde les jetons qu’il a, et le "
        "tour compte : après {n} tour ouvert, il est abandonné.",
        "Un chantier reporté ne reçoit ni promesse ni jeton à ce tour. Il garde les jetons qu’il a, et le "
        "tour compte : après {n} tours ouvert, il est abandonné.",
        wanted.scenario.parameters.open_rounds,
    )


# ---- The rules --------------------------------------------------------------------------------------------


def title(wanted: Wanted) -> str:
    """What whoever chairs sets; "" where there is no agenda."""
    written = wanted.scenario.agenda
    return wanted.reader.read(written.title) if written is not None else ""


def rules(wanted: Wanted) -> Iterator[str]:
    """How much there is time for, what can be put off, and what becomes of it."""
    written = wanted.scenario.agenda
    if written is None:
        return
    yield tr(
        "{told} Qui préside reporte le reste. Ce qui n’est pas sur une place du plateau, comme la carte "
        "blanche, ne se reporte pas.",
        told=telling.time_for(places(wanted), written.treats),
    )
    yield _nothing(wanted)
    yield tr("On peut le reporter plusieurs fois. À chaque tour, le sort désigne de nouveau qui préside.")


def chairing(wanted: Wanted) -> Iterator[str]:
    """The phase in which somebody takes the chair, and says what waits."""
    written = wanted.scenario.agenda
    if written is None:
        return
    yield ntr(
        "Plus de {n} chantier ouvert sur le plateau ? Sinon, passez.",
        "Plus de {n} chantiers ouverts sur le plateau ? Sinon, passez.",
        written.treats,
    )
    yield tr(
        "Qui veut présider avance sa carte de personnage. L’animation les mélange, face cachée, et en tire "
        "une ; si personne ne se propose, elle mélange celles de tous."
    )
    yield tr(
        "Qui préside prend le chevalet « {chair} » et pose, à voix haute, une marque « {mark} » sur chaque "
        "chantier de trop. On ne vote pas, et on ne commence pas à négocier avant.",
        chair=chair(), mark=mark(),
    )  # fmt: skip


def given(wanted: Wanted) -> Iterator[str]:
    """What is not written on a sheet of choice."""
    if wanted.scenario.agenda is not None:
        yield tr("Rien à ce qui est reporté.")


def lapses(wanted: Wanted) -> Iterator[str]:
    """What a reveal does to marks."""
    if wanted.scenario.agenda is not None:
        yield tr("Le tour compte aussi pour ce qui est reporté. Ôtez les marques.")


def rows(wanted: Wanted) -> list[dict[str, str]]:
    """On the sheet that is filled in: who chaired, and what was put off."""
    if wanted.scenario.agenda is None:
        return []
    return [{"title": tr("Qui préside"), "start": ""}, {"title": mark(), "start": ""}]


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    if wanted.scenario.agenda is not None:
        yield tr(
            "« {title} » : pliez le chevalet « {chair} », coupez les marques « {mark} ».",
            title=title(wanted), chair=chair(), mark=mark(),
        )  # fmt: skip


# ---- For whoever leads ------------------------------------------------------------------------------------


def leading(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """How whoever leads finds a chair, lets it decide, and comes back to it."""
    if wanted.scenario.agenda is None:
        return
    yield (
        tr("Chercher qui préside"),
        tr(
            "Lisez à voix haute les chantiers ouverts, puis laissez du silence. Ne poussez personne, ne "
            "demandez à personne pourquoi."
        ),
    )
    yield (
        tr("Laisser décider"),
        tr(
            "Qui préside décide, vite, devant tous. Ne donnez pas votre avis ; ne laissez pas la salle "
            "voter à la place."
        ),
    )
    yield (
        tr("Au bilan"),
        tr(
            "Relisez qui a présidé, et ce qui a été reporté plus d’une fois. Demandez : choisir de quoi l’on "
            "parle, est-ce déjà décider ?"
        ),
    )
