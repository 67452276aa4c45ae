"""The week of the rooms and what passes from hand to hand, on paper: a board, slips to lay on it, a card to
hand on, and how both are played without a computer."""

from collections.abc import Iterator
from typing import Any

from engine.content.model import ProjectCard
from engine.content.model.timetable import Baton, Timetable
from engine.language import capital, signed, tr
from engine.look import pictograms
from engine.look.palette import PAPER
from engine.paper.wanted import Wanted
from engine.telling import people, projects, timetable
from engine.telling.gauges import indicator_title


def week(wanted: Wanted) -> dict[str, Any]:
    """A board for each table: its rooms, its times, its hours room by room; a slip for each hour that a
    project takes; the card of what passes from hand to hand. Without a week, or without such a thing, what
    it would have is empty."""
    written, reader = wanted.scenario.timetable, wanted.reader
    return {
        "title": title(wanted),
        "scenario": reader.read(wanted.scenario.title),
        "cut": tr("À découper. Une étiquette pour chaque heure qu’un chantier fini prend."),
        "boards": [
            {
                "title": reader.read(written.title) if written is not None else "",
                "how": tr(
                    "Posez ici les étiquettes des chantiers finis. Qui perd une heure les perd toutes."
                ),
                "times": [reader.read(time.title) for time in written.times] if written is not None else [],
                "rooms": _rooms(wanted, written) if written is not None else [],
                "slips": list(_slips(wanted)) if written is not None else [],
                "baton": _card(wanted, wanted.scenario.baton),
            }
        ],
    }


def title(wanted: Wanted) -> str:
    """The name of the week, of what passes from hand to hand, or of both; "" where there is neither."""
    written, baton, read = wanted.scenario.timetable, wanted.scenario.baton, wanted.reader.read
    if written is not None and baton is not None:
        return tr("{week}, et {the}", week=read(written.title), the=read(baton.the))
    if written is not None:
        return read(written.title)
    return read(baton.title) if baton is not None else ""


def _rooms(wanted: Wanted, written: Timetable) -> list[dict[str, Any]]:
    """Each room with, time by time, why nobody may take that hour ("" where anybody may)."""
    kept = {hour: wanted.reader.read(one.why) for one in written.kept for hour in one.hours}
    return [
        {
            "title": wanted.reader.read(room.title),
            "hours": [kept.get(f"{room.id}.{time.id}", "") for time in written.times],
        }
        for room in written.rooms
    ]


def _slips(wanted: Wanted) -> Iterator[dict[str, str]]:
    """What is laid on the board: a project, and one of its hours."""
    for card in wanted.scenario.projects:
        words = projects.words(wanted.scenario, wanted.reader, card.id)
        for hour in card.occupies:
            yield {
                "title": words.title,
                "picture": pictograms.svg(words.pictogram, PAPER["ink"]),
                "hour": timetable.hour(wanted.scenario, wanted.reader, hour),
            }


def _card(wanted: Wanted, baton: Baton | None) -> dict[str, Any]:
    """What is handed from one to another; {} where nothing is."""
    if baton is None:
        return {}
    return {
        "title": wanted.reader.read(baton.title),
        "picture": pictograms.svg(baton.pictogram, PAPER["ink"]),
        "lines": [*_worth(wanted, baton), *_says(wanted, baton), *_goes(wanted, baton)],
    }


def cells(wanted: Wanted, card: ProjectCard) -> list[list[str]]:
    """The week in small, room by room, on the card of a project that takes some of it: "taken", "kept" or ""
    for each time; [] where it takes none."""
    written = wanted.scenario.timetable
    if written is None or not card.occupies:
        return []
    kept = {hour for one in written.kept for hour in one.hours}
    taken = set(card.occupies)
    return [
        [
            "taken" if hour in taken else "kept" if hour in kept else ""
            for hour in (f"{room.id}.{time.id}" for time in written.times)
        ]
        for room in written.rooms
    ]


# ---- The rules --------------------------------------------------------------------------------------------


def rules(wanted: Wanted) -> Iterator[str]:
    """How the week and what passes from hand to hand are played."""
    baton = wanted.scenario.baton
    if wanted.scenario.timetable is not None:
        yield from _hours(wanted)
        yield _tie(wanted, baton)
    if baton is not None:
        yield tr(
            "{name} a {the} au début : donnez-lui la carte.",
            name=people.short(wanted.scenario, baton.starts), the=wanted.reader.read(baton.the),
        )  # fmt: skip
        yield " ".join([*_worth(wanted, baton), *_pays(wanted, baton)])
        yield " ".join([*_says(wanted, baton), tr("On peut changer d’avis jusqu’à la fin de l’étape.")])
        yield " ".join([*_goes(wanted, baton), _equals(wanted, baton)])


def _hours(wanted: Wanted) -> Iterator[str]:
    gate = indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)
    yield tr(
        "Un chantier fini prend les heures que dit sa carte, et les garde : posez-y ses étiquettes. Les "
        "cases grises ne se prennent pas."
    )
    yield tr(
        "Un autre avait l’une de ces heures ? Il est délogé : ôtez toutes ses étiquettes, et rangez sa carte "
        "avec les chantiers abandonnés. Il peut revenir."
    )
    yield tr(
        "Les jauges perdent, à la même révélation, tout ce que le délogé leur donne. Si « {gate} » a monté, "
        "chacun perd aussi ce que le délogé lui rapporte : le même calcul, en moins.",
        gate=gate,
    )


def _tie(wanted: Wanted, baton: Baton | None) -> str:
    """What becomes of two that are complete at once and want the same hour."""
    asks = tr("Deux chantiers finis à la même révélation veulent la même heure ?")
    for_nothing = tr(
        "L’autre est fini pour rien : ni jauges, ni gains, ni autres lignes, et il ne déloge personne."
    )
    if baton is None:
        stays = tr("Celui qui est le plus à gauche sur le plateau la prend.")
    else:
        stays = tr(
            "Qui a {the} décide : le chantier dit à voix haute, sinon celui qui rapporte le plus à cette "
            "personne ; à égalité, le plus à gauche.",
            the=wanted.reader.read(baton.the),
        )
    return f"{asks} {stays} {for_nothing}"


def _worth(wanted: Wanted, baton: Baton) -> Iterator[str]:
    if baton.worth:
        yield tr(
            "À chaque révélation, qui a {the} note {by}, que « {gate} » ait monté ou non.",
            the=wanted.reader.read(baton.the), by=signed(baton.worth),
            gate=indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate),
        )  # fmt: skip


def _pays(wanted: Wanted, baton: Baton) -> Iterator[str]:
    the = wanted.reader.read(baton.the)
    yield tr("Une carte dit « Qui a {the} » ? Les points vont à qui l’a à ce moment-là.", the=the)


def _says(wanted: Wanted, baton: Baton) -> Iterator[str]:
    """What whoever has it may say aloud while people negotiate."""
    the = wanted.reader.read(baton.the)
    if wanted.scenario.timetable is not None:
        yield tr(
            "Pendant la négociation, qui a {the} peut dire à voix haute quel chantier passe d’abord, et à "
            "qui {the} va ensuite.",
            the=the,
        )
    else:
        yield tr(
            "Pendant la négociation, qui a {the} peut dire à voix haute à qui {the} va ensuite.", the=the
        )


def _goes(wanted: Wanted, baton: Baton) -> Iterator[str]:
    yield capital(
        tr(
            "{the} va, une fois la révélation comptée, à cette personne. Si rien n’a été dit : à qui a mis "
            "le plus de jetons, tous tours comptés, dans les chantiers finis à ce tour.",
            the=wanted.reader.read(baton.the),
        )
    )


def _equals(wanted: Wanted, baton: Baton) -> str:
    return tr(
        "À égalité, {the} ne bouge pas si qui l’a est du nombre ; sinon, faites comme pour les jetons en "
        "trop.",
        the=wanted.reader.read(baton.the),
    )


def counted(wanted: Wanted) -> Iterator[str]:
    """What the count of a reveal does once it is known what is complete, before the gauges move."""
    if wanted.scenario.timetable is not None:
        yield tr(
            "Posez ses étiquettes sur la semaine, et délogez : ce que les délogés avaient changé s’ôte des "
            "jauges et des gains, plus bas."
        )


def handed_on(wanted: Wanted) -> Iterator[str]:
    """What the count ends with."""
    if wanted.scenario.baton is not None:
        the = wanted.reader.read(wanted.scenario.baton.the)
        yield tr("Notez ce que {the} rapporte ou coûte, puis passez la carte à qui l’aura (page 1).", the=the)


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    if wanted.scenario.timetable is not None:
        yield tr("Affichez la semaine là où tous la voient, et coupez ses étiquettes.")
    baton = wanted.scenario.baton
    if baton is not None:
        yield tr(
            "La carte « {title} » va d’abord à {name}.",
            title=wanted.reader.read(baton.title), name=people.short(wanted.scenario, baton.starts),
        )  # fmt: skip
