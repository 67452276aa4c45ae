"""A record as it is read on paper: two to six pages to take home, and a poster for the wall.

Everything is data for the templates: nothing that was typed is ever read as Typst.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from engine.fixed import from_float
from engine.language import current, ntr, tr
from engine.look.neighbourhood import whole
from engine.look.palette import PAPER
from engine.look.things import Neighbourhood, Shown
from engine.paper import press
from engine.report import devices
from engine.report.record import Drawing, FollowUp, Opinion, Person, Place, Record, Said
from engine.rules.postures import level

_SIZES: Final = (10.5, 9.5, 8.5, 7.5, 7.0)
"""Points of the text, the largest first: the first that stays within `_MOST` pages."""
_MOST: Final = 6
_KINDS: Final = ("statement", "verdict", "forecast")
"""What is said of everybody first, then of an act, then of a promise."""
_UNBROKEN: Final = re.compile(r"\S{26,}")
"""As many letters without a space find no end of a line: one may come after every sixth of them."""
_WALL: Final = 2800
"""Letters of what people said for which a poster has room; what is beyond is in the pages, and it says so.
Many promises take some of it."""


def files(record: Record) -> dict[str, bytes]:
    """The pages and the poster; NoPressError where Typst is not installed."""
    return {
        ".pdf": press.pages("record", paged(record))[0],
        f"-{tr('affiche')}.pdf": press.pages("poster", poster(record))[0],
    }


def paged(record: Record) -> dict[str, Any]:
    """What the pages tell, in the largest type that keeps within six of them."""
    told = _told(record)
    for size in _SIZES:
        told["size"] = size
        [count] = press.marked("record", told, "pages")
        if count <= _MOST:
            break
    return told


def poster(record: Record) -> dict[str, Any]:
    """What the poster tells: the same, and of what was said as much as a wall has room for."""
    told = _told(record)
    promised = sum(len(row["what"]) + 60 for one in told["promises"]["rounds"] for row in one["rows"])
    room = max(_WALL - promised // 4, _WALL // 3)
    more = _for_the_wall([part["lines"] for part in told["said"].values()], room)
    if more:  # a wall full of words leaves the rounds to the pages
        told["rounds"]["rows"] = []
        told["more"] = ntr(
            "Et {n} autre parole, dans le compte rendu.", "Et {n} autres paroles, dans le compte rendu.", more
        )
    return told


def _for_the_wall(parts: list[list[dict[str, str]]], room: int) -> int:
    """Keeps of each part its first lines, each part in its turn, while there is room; how many it leaves."""
    lines = [(n, at) for at, part in enumerate(parts) for n in range(len(part))]
    kept: list[set[int]] = [set() for _ in parts]
    for n, at in sorted(lines):
        one = parts[at][n]
        size = len(one["text"]) + len(one["by"]) + 40
        if size <= room:
            room -= size
            kept[at].add(n)
    for part, those in zip(parts, kept, strict=True):
        part[:] = [one for n, one in enumerate(part) if n in those]
    return len(lines) - sum(map(len, kept))


def _told(record: Record) -> dict[str, Any]:
    told: dict[str, Any] = _soft({
        "lang": record.language,
        "title": record.title,
        "subject": tr("compte rendu"),
        "game": tr("COOP ou pas COOP"),
        "large": False,
        "size": _SIZES[0],
        "paper": "A4",
        "colours": {name: PAPER[name] for name in PAPER if not name.startswith("zone")},
        "line": " · ".join(_line(record)),
        "about": tr(
            "Dans ce jeu, les personnages d’un quartier promettent devant tous du temps, des moyens ou de "
            "l’appui à des chantiers. Puis chacun donne en secret, et tout se voit. Ici, des faits : "
            "personne n’est jugé."
        ),
        "more": "",
        "ending": record.ending,
        "story_title": tr("Ce qui s’est passé"),
        "story": list(record.story),
        "drawings": [_drawing(one) for one in record.drawings],
        "place": _place(record),
        "rounds": _rounds(record),
        "needs": list(devices.told(record)),
        "journey": _journey(record),
        "placings": _placings(record),
        "opinions": list(_opinions(record)),
        "promises": _promises(record),
        "pacts": _pacts(record),
        "people": _people(record),
        "participation": _participation(record),
        "maps": _maps(record),
        "what_if": list(_what_if(record)),
        "said": dict(_said(record)),
        "followups": _followups(record),
    })  # fmt: skip
    return told


def _soft(value: Any) -> Any:
    """Everything in it, with places where a line may end inside what has no space for long."""
    if isinstance(value, str):
        return value if value.startswith("<svg") else _UNBROKEN.sub(_ends, value)
    if isinstance(value, list):
        return [_soft(one) for one in value]
    return {key: _soft(one) for key, one in value.items()} if isinstance(value, dict) else value


def _ends(run: re.Match[str]) -> str:
    return "\u200b".join(run[0][at : at + 6] for at in range(0, len(run[0]), 6))


def _line(record: Record) -> Iterator[str]:
    """When and with how many."""
    yield day(record.date)
    if record.participants:
        yield ntr("{n} personne", "{n} personnes", record.participants)
    if record.rounds:
        yield ntr("{n} tour", "{n} tours", len(record.rounds))
    if record.ending:
        yield record.ending


def day(date: str) -> str:
    """A day as people say it: "12 mai 2026"; as it is where it is none."""
    months = (
        tr("janvier"), tr("février"), tr("mars"), tr("avril"), tr("mai"), tr("juin"), tr("juillet"),
        tr("août"), tr("septembre"), tr("octobre"), tr("novembre"), tr("décembre"),
    )  # fmt: skip
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date)
    if not found or not 1 <= int(found[2]) <= 12:
        return date
    number = "1er" if int(found[3]) == 1 and current() == "fr" else str(int(found[3]))
    return f"{number} {months[int(found[2]) - 1]} {found[1]}"


def _drawing(one: Drawing) -> dict[str, str]:
    things = tuple(Shown(thing.shows, thing.kind, thing.state, thing.level) for thing in one.things)
    return {
        "svg": whole.svg(Neighbourhood(one.setting, things, one.light), (1600.0, 560.0)),
        "says": tr("Le quartier au début") if one.when == "start" else tr("Le quartier à la fin"),
    }


def _place(record: Record) -> dict[str, Any]:
    return {
        "title": tr("Le quartier"),
        "gauges": [
            {"title": g.title, "start": g.start, "end": g.end, "gate": g.common_good} for g in record.gauges
        ],
        "gate": tr(
            "Chaque jauge va de 0 à 100, et s’use à chaque tour. En gras, le bien commun : s’il ne monte "
            "pas, les gains de chacun ne comptent pas."
        ),
    }


def _rounds(record: Record) -> dict[str, Any]:
    return {
        "title": tr("Tour par tour, ce qui fut décidé et construit"),
        "rows": [
            {
                "head": tr("Tour {n}", n=r.round),
                "situation": r.situation,
                "decided": r.decided,
                "done": tr("Chantiers terminés : {names}", names=", ".join(r.completed))
                if r.completed
                else tr("Aucun chantier terminé."),
                "given_up": tr("Chantiers abandonnés : {names}", names=", ".join(r.given_up))
                if r.given_up
                else "",
            }
            for r in record.rounds
        ],
    }


def _journey(record: Record) -> dict[str, Any]:
    """Trust after each round, the start before them; promises kept; the share to the commons."""
    rounds = record.rounds
    start = [] if record.trust_at_start is None else [record.trust_at_start]
    shares = [r.commons_share for r in rounds if r.commons_share is not None]
    kept, held = sum(r.kept for r in rounds), sum(r.held for r in rounds)
    facts = [{"value": tr("{kept} sur {held}", kept=kept, held=held), "says": tr("promesses tenues")}]
    if shares:
        value = tr("{first} → {last} %", first=shares[0], last=shares[-1])
        facts.append({"value": value, "says": tr("des jetons au bien commun, du premier au dernier tour")})
    return {
        "title": tr("Du « je » au « nous »"),
        "trust_title": tr("Confiance mutuelle des personnages, sur 100"),
        "trust": [*start, *(r.trust for r in rounds)] if rounds else [],
        "at": [*([tr("Début")] if start else []), *(tr("Tour {n}", n=r.round) for r in rounds)],
        "facts": facts if rounds else [],
    }


def _placings(record: Record) -> dict[str, Any]:
    return {
        "title": tr("Où nous nous sommes placés, de je (1) à nous (7)"),
        "before": tr("au début"),
        "after": tr("à la fin"),
        "steps": [{"step": p.step, "before": p.before, "after": p.after} for p in record.placings],
    }


def _opinions(record: Record) -> Iterator[dict[str, Any]]:
    titles = {
        "unites": tr("Ce qui nous rassemble"),
        "divides": tr("Ce qui nous divise"),
        "foresaw": tr("Nous l’avions cru ensemble"),
        "leans": tr("Ce qui penche, sans accord"),
        "few": tr("Trop peu de réponses pour le dire"),
    }
    notes = {
        "unites": tr(
            "Nettement plus de la moitié des réponses du même côté, « ne sait pas » compté parmi elles."
        ),
        "foresaw": tr("Ce que la plupart attendaient d’une promesse, et ce qu’elle est devenue."),
        "leans": tr("Deux fois plus d’un côté que de l’autre, mais trop peu pour parler d’accord."),
    }
    for stands, title in titles.items():
        found = sorted(record.opinions, key=lambda one: _KINDS.index(one.kind))
        lines = [_opinion(one) for one in found if one.stands == stands]
        if lines:
            yield {"stands": stands, "title": title, "note": notes.get(stands, ""), "lines": lines}


def _opinion(one: Opinion) -> dict[str, Any]:
    kind, yes, no = {
        "forecast": (tr("Pronostic : la promesse sera-t-elle tenue ?"), tr("tiendra"), tr("ne tiendra pas")),
        "verdict": (tr("Verdict : COOP ou pas COOP ?"), tr("COOP"), tr("pas COOP")),
        "statement": (tr("Phrase du débat"), tr("d’accord"), tr("pas d’accord")),
    }[one.kind]
    return {
        "kind": kind,
        "text": one.text,
        "shares": [
            {"n": one.yes, "says": yes, "paint": "kept"},
            {"n": one.no, "says": no, "paint": "broken"},
            {"n": one.unsure, "says": tr("ne sait pas"), "paint": "neutral"},
        ],
    }


def _promises(record: Record) -> dict[str, Any]:
    """Promises by round."""
    rounds = dict.fromkeys(p.round for p in record.promises)
    return {
        "title": tr("Qui a promis quoi, à qui, et ce qui est arrivé"),
        "heads": [tr("Tour"), tr("Qui"), tr("Promis"), tr("À qui"), tr("Ce qui est arrivé")],
        "rounds": [
            {
                "head": str(n),
                "rows": [
                    {
                        "who": p.who,
                        "what": tr("{tokens} : {toward}", tokens=p.tokens, toward=p.toward),
                        "to": ", ".join(p.to) or tr("toute la salle"),
                        "word": p.word,
                        "fact": p.fact,
                    }
                    for p in record.promises
                    if p.round == n
                ],
            }
            for n in rounds
        ],
    }


def _pacts(record: Record) -> dict[str, Any]:
    return {
        "title": tr("Les pactes, scellés à deux"),
        "note": tr(
            "Promis en privé, ouverts à la révélation. Ils ne comptent pas parmi les promesses tenues."
        ),
        "rows": [
            {"head": tr("Tour {n}", n=p.round), "who": p.between, "what": p.terms, "word": p.word}
            for p in record.pacts
        ],
    }


def _people(record: Record) -> dict[str, Any]:
    alone = all(p.played_by == "game" for p in record.people)
    return {
        "title": tr("Les personnages, et ce que chacun voulait sauver"),
        "note": tr("Personne ne les tenait : le jeu les a tous joués.") if alone else "",
        "rows": [
            {
                "name": p.name,
                "role": p.role,
                "by": ""
                if alone
                else tr("joué par le jeu")
                if p.played_by == "game"
                else tr("tenu dans la salle"),
                "wanted": _wanted(p),
                "remembers": tr("De sa voix, à la fin : « {says} »", says=p.remembers) if p.remembers else "",
            }
            for p in record.people
        ],
    }


def _wanted(one: Person) -> str:
    """A card's secret speaks to its holder: it is told as it stands there."""
    reached = {True: tr("But atteint."), False: tr("But non atteint."), None: ""}[one.reached]
    return (
        tr("Sa carte secrète : « {secret} » {reached}", secret=one.wanted, reached=reached)
        if one.wanted
        else ""
    )


def _participation(record: Record) -> dict[str, Any]:
    def lines() -> Iterator[dict[str, str]]:
        for p in record.participation:
            parts = (
                (tr("Annoncé"), p.announced),
                (tr("Vécu par les habitants"), p.residents),
                (tr("Vécu par les autres"), p.others),
            )
            what = " — ".join(tr("{name} : {what}", name=head, what=text) for head, text in parts if text)
            if what:
                yield {"head": tr("Tour {n}", n=p.round), "what": what}

    return {"title": tr("La participation, annoncée et vécue"), "rows": list(lines())}


def _maps(record: Record) -> dict[str, Any]:
    """The map at the start and at the end: in each of its cells, who stands there."""
    last = max((place.round for place in record.maps), default=0)
    return {
        "title": tr("Les postures, du début à la fin"),
        "note": tr(
            "De gauche à droite, l’énergie pour la transformation du quartier ; de bas en haut, les "
            "réserves et l’opposition. On bouge selon ce que l’on vit et qui l’on croit, pas seulement selon "
            "sa parole."
        ),
        "maps": [
            {"says": says, "cells": _cells([place for place in record.maps if place.round == n])}
            for n, says in ((0, tr("Au début")), (last, tr("À la fin")))
            if record.maps and (n or says == tr("Au début"))
        ],
    }


def _cells(places: Iterable[Place]) -> list[list[dict[str, Any]]]:
    """Four rows of four as on the screen: the least antagonism below, the least synergy on the left."""
    found: list[list[dict[str, Any]]] = [[{"zone": "", "who": []} for _ in range(4)] for _ in range(4)]
    for place in places:
        row, column = 4 - level(from_float(place.antagonism)), level(from_float(place.synergy)) - 1
        found[row][column]["zone"] = place.word
        found[row][column]["who"].append(place.who)
    return found


def _what_if(record: Record) -> Iterator[dict[str, Any]]:
    """One choice changed, and how its hundred continuations end, as a bar."""
    for one in record.what_if:
        yield {
            "title": tr("Et si… ?"),
            "note": tr(
                "On revient à ce moment, on change ce choix, et on laisse la suite se jouer, avec les "
                "mêmes dés. Sur 100 suites :"
            ),
            "text": one.text,
            "shares": [
                {"n": one.better, "says": tr("mieux"), "paint": "kept"},
                {"n": one.worse, "says": tr("moins bien"), "paint": "broken"},
                {"n": one.same, "says": tr("pareil"), "paint": "neutral"},
            ],
        }


def _said(record: Record) -> Iterator[tuple[str, dict[str, Any]]]:
    """What people said, by part."""
    titles = {
        "missing": tr("Qui manquait ?"),
        "words": tr("Ce qui s’est dit"),
        "takeaways": tr("Ce que j’en retiens"),
        "commitments": tr("Je m’engage à"),
    }
    for part, title in titles.items():
        lines = [_line_said(one, part == "commitments") for one in getattr(record, part)]
        if lines:
            yield part, {"title": title, "lines": lines}


def _line_said(one: Said, dated: bool) -> dict[str, str]:
    """Words and who said them; a commitment with its day and what its author said of when."""
    when = [tr("pour quand : {due}", due=one.due)] if one.due else []
    date = [day(one.date)] if dated else []
    return {"text": one.text, "by": " · ".join(filter(None, [one.speaker, *date, *when]))}


def _followups(record: Record) -> dict[str, Any]:
    return {"title": tr("Promis, tenu ?"), "rows": [_followup(one) for one in record.followups]}


def _followup(one: FollowUp) -> dict[str, str]:
    checked = tr("le {date}", date=day(one.checked)) if one.checked else ""
    by = [one.speaker, tr("promis le {date}", date=day(one.date)), one.due]
    return {
        "text": one.text,
        "by": " · ".join(filter(None, by)),
        "word": " · ".join(filter(None, [one.word, checked])),
        "happened": one.happened,
    }
