"""What the facilitator reads: the page of the session, and the words of the game."""

from collections.abc import Iterator
from typing import Any

from engine.content.model import RUNGS
from engine.language import ntr, tr
from engine.outline import at
from engine.paper import agenda, corners, groups, sites, voting, week
from engine.paper.sheets import token_rows
from engine.paper.wanted import KINDS, Wanted
from engine.telling import postures
from engine.telling.phases import phase_word
from engine.telling.vocabulary import rung_means, rung_word


def guide(wanted: Wanted) -> dict[str, Any]:
    """One page: what to print, bring and set up; the plan with its minutes; what each phase begins with."""
    reader, scenario, plan = wanted.reader, wanted.scenario, wanted.schedule
    total = tr("{n} minutes", n=plan.total) if plan.total else tr("sans durée fixée")
    return {
        "title": tr("La page de l’animation"),
        "scenario": reader.read(scenario.title),
        "line": " · ".join([
            total,
            ntr("{n} tour", "{n} tours", plan.rounds),
            ntr("{n} personne", "{n} personnes", wanted.people),
            *([ntr("{n} table", "{n} tables", wanted.tables)] if wanted.tables > 1 else []),
            ntr("{n} personnage tenu", "{n} personnages tenus", len(wanted.held)),
        ]),
        "pitch_title": tr("À lire pour ouvrir"),
        "pitch": reader.read(scenario.pitch),
        "before_title": tr("Avant"),
        "before": list(_before(wanted)),
        "plan_title": tr("Le plan, et la première phrase de chaque étape"),
        "heads": [tr("Min"), tr("Étape"), tr("À dire")],
        "plan": list(_plan(wanted)),
        "rounds": tr("Ces étapes reviennent {n} fois.", n=plan.rounds),
    }  # fmt: skip


def _before(wanted: Wanted) -> Iterator[str]:
    if wanted.large:
        yield tr(
            "Imprimez à 100 %. Les feuilles de rôle : des deux côtés, puis pliées en deux, le secret dedans."
        )
        yield tr("Coupez les jetons et les votes.")
    else:
        yield tr("Imprimez d’un seul côté, à 100 %.")
        yield tr(
            "Pliez les feuilles de rôle : le secret à l’intérieur. "
            "Coupez les jetons, les votes, les feuilles de choix."
        )
    if "deck" in KINDS[wanted.kind]:
        yield tr(
            "Le jeu de cartes et les règles : des deux côtés, retournement sur le bord long, puis coupez."
        )
    if wanted.tables > 1:
        yield tr(
            "Chaque table joue sa partie. Triez les feuilles par numéro de table. Il faut un jeu de "
            "cartes et un "
            "plateau par table."
        )
        yield tr("Un chevalet, des jetons et des feuilles de choix devant chaque personnage.")
    else:
        yield tr("Une table par personnage, son chevalet dessus, ses jetons et ses feuilles de choix devant.")
    yield tr(
        "À chaque personne, une carte COOP et une carte PAS COOP ; à qui observe, une feuille d’observation."
    )
    yield from week.before(wanted)
    yield from groups.before(wanted)
    yield from sites.before(wanted)
    yield from corners.before(wanted)
    yield from agenda.before(wanted)
    yield from voting.before(wanted)
    yield tr("Apportez des crayons, des ciseaux, un tableau, une montre.")


def _plan(wanted: Wanted) -> Iterator[dict[str, Any]]:
    """Each phase of the evening in order: its minutes ("" where it has none of its own), its name, what is
    said first; whether it belongs to a round."""
    idle, plan = wanted.scenario.idle, wanted.schedule
    breaks = at("break") if plan.break_after else ()
    for place, kinds in (
        ("before", at("before")), ("round", plan.phases), ("break", breaks), ("after", at("after")),
    ):  # fmt: skip
        for kind in kinds:
            if kind in idle:
                continue
            note = wanted.scenario.notes.get(kind)
            minutes = plan.of(kind)
            yield {
                "minutes": str(minutes) if minutes else "",
                "phase": phase_word(kind),
                "says": wanted.reader.read(note.say[0]) if note else "",
                "round": place == "round",
            }


def glossary(wanted: Wanted) -> dict[str, Any]:
    """The words of the game on one page."""
    scenario, reader = wanted.scenario, wanted.reader
    zones = dict.fromkeys(label for row in scenario.map for label in row)
    gauges = [[reader.read(g.title), reader.read(g.explained)] for g in scenario.indicators.values()]
    rungs = [[rung_word(rung), rung_means(rung)] for rung in RUNGS]
    map_ = [list(postures.zone(scenario, reader, label)) for label in zones]
    return {
        "title": tr("Les mots du jeu"),
        "groups": [
            {"title": tr("Les jetons"), "words": _tokens(), "kinds": True},
            {"title": tr("Les jauges"), "words": gauges},
            {"title": tr("La participation"), "words": rungs},
            {"title": tr("Les faits"), "words": _facts()},
            {"title": tr("La carte des postures"), "words": map_},
        ],
    }


def _tokens() -> list[list[str]]:
    return [[row["word"], row["means"]] for row in token_rows()]


def _facts() -> list[list[str]]:
    """What a reveal says of each, and what that means."""
    return [
        [tr("TENU"), tr("tout ce qui était promis est donné")],
        [tr("EN PARTIE"), tr("une part de ce qui était promis est donnée")],
        [tr("NON TENU"), tr("rien de ce qui était promis n’est donné")],
        [tr("DON"), tr("donné sans avoir rien promis")],
        [tr("SANS OBJET"), tr("la condition de la promesse n’est pas venue")],
        [tr("TOUT GARDÉ"), tr("rien promis, rien donné")],
    ]


def briefing(wanted: Wanted) -> dict[str, Any]:
    """The fold-out to read: its panels with their sources; a scenario may have none."""
    reader = wanted.reader
    return {
        "title": phase_word("briefing"),
        "scenario": reader.read(wanted.scenario.title),
        "panels": [
            {
                "title": reader.read(panel.title),
                "text": reader.read(panel.text),
                "source": ", ".join(reader.read(text) for text in (panel.source, panel.dated) if text),
            }
            for panel in wanted.scenario.briefing
        ],
    }
