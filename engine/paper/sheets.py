"""What is handed out before a session: roles, choices, votes, tokens, observers' sheets, table signs."""

from collections.abc import Mapping
from typing import Any, Final

from engine.content.model import KINDS, CastMember
from engine.language import counted_as, ntr, number, signed, tr
from engine.look import faces
from engine.paper.agenda import too_many
from engine.paper.wanted import Wanted
from engine.telling import groups, people
from engine.telling.vocabulary import kind_means, kind_word

FACE: Final = "calm"
"""On paper a face does not follow its posture."""


def token_rows() -> list[dict[str, str]]:
    """The kinds of token: the word for each, what it stands for, and its shape in the templates."""
    return [{"kind": kind, "word": kind_word(kind), "means": kind_means(at)} for at, kind in enumerate(KINDS)]


def person(wanted: Wanted, member: CastMember) -> dict[str, Any]:
    """What everybody may read of a character."""
    words = people.character(wanted.scenario, wanted.reader, member.character)
    return {
        "name": words.name,
        "short": words.short,
        "role": words.role,
        "description": words.description,
        "voice": words.voice,
        "family": words.family,
        "family_word": words.family_word,
        "face": faces.svg(words.face.model_dump(), FACE),
        "tokens": dict(zip(KINDS, member.tokens, strict=True)),
    }


def roles(wanted: Wanted) -> dict[str, Any]:
    """One sheet for each held character, its secret inside."""
    return {
        "title": tr("Feuilles de rôle"),
        "cover": tr("Secret : à ouvrir par qui tient ce personnage"),
        "fold": tr("Pliez en deux vers l’arrière, puis encore en deux : le secret est à l’intérieur."),
        "wants_title": tr("Ce que je veux sauver"),
        "stakes_title": tr("Ce qui compte pour moi (dix points)"),
        "beliefs_title": tr("Ce que je crois des autres"),
        "no_belief": tr("Je ne crois rien d’avance."),
        "mandate_title": tr("Ce qu’on m’a demandé, sans le dire"),
        "tokens_title": tr("Mes jetons, à chaque tour"),
        "leave": tr("Ne montrez cette feuille à personne. Vous pouvez en parler, en vos mots."),
        "goal_title": tr("Mon objectif, et mes points à chaque tour"),
        "rounds": [tr("Tour {n}", n=n) for n in range(1, wanted.schedule.rounds + 1)],
        "kinds": token_rows(),
        "sheets": [_role(wanted, member) for member in wanted.members],
    }


def _role(wanted: Wanted, member: CastMember) -> dict[str, Any]:
    sheet = people.sheet(wanted.scenario, wanted.reader, member)
    mandate, goal = wanted.scenario.mandates.get(member.character), _goal(wanted, member)
    return {
        **person(wanted, member),
        "wants": sheet.wants,
        "goal": ntr("{n} point, en tout", "{n} points, en tout", counted_as(goal), n=number(goal)),
        "stakes": [{"title": stake.title, "by": stake.by} for stake in sheet.stakes],
        "interest": groups.interest(wanted.scenario, wanted.reader, member.character),
        "beliefs": [{"name": name, "what": what} for _, name, what in sheet.beliefs],
        "mandate": wanted.reader.read(mandate.text) if mandate else "",
        "mandate_points": points(mandate.brings, mandate.costs) if mandate else "",
    }


def _goal(wanted: Wanted, member: CastMember) -> float:
    return member.goal[wanted.duration] if isinstance(member.goal, Mapping) else member.goal


def points(brings: int, costs: int) -> str:
    """What a mandate is worth to who has it."""
    return tr("Si c’est fait : {brings}. Sinon : {costs}.", brings=signed(brings), costs=signed(-costs))


def choices(wanted: Wanted) -> dict[str, Any]:
    """One numbered slip for each held character and round, four to a page."""
    rounds = wanted.schedule.rounds
    slips = [
        {
            "number": at * rounds + round_,
            "name": people.name(wanted.scenario, member.character),
            "round": tr("Tour {n}", n=round_),
            "tokens": dict(zip(KINDS, member.tokens, strict=True)),
        }
        for at, member in enumerate(wanted.members)
        for round_ in range(1, rounds + 1)
    ]
    return {
        "title": tr("Feuilles de choix"),
        "secret": tr("Secret. Écrivez combien de jetons vous donnez, puis pliez."),
        "number": tr("Feuille n°"),
        "project": tr("Chantier"),
        "have": tr("J’ai en main"),
        "keeps": tr("Je garde tout."),
        "keeps_word": tr("Je tiens toutes mes promesses, sans rien de plus."),
        "kinds": token_rows(),
        "lines": wanted.scenario.parameters.slots - too_many(wanted) + 1 + wanted.face_down,
        "slips": slips,
    }


def votes(wanted: Wanted) -> dict[str, Any]:
    """A green and a red card for each person; they differ by word, shape and ground too."""
    return {
        "title": tr("Cartes de vote"),
        "people": wanted.people,
        "yes": tr("COOP"),
        "no": tr("PAS COOP"),
        "yes_says": [tr("Oui"), tr("Tiendra parole"), tr("D’accord")],
        "no_says": [tr("Non"), tr("Ne tiendra pas"), tr("Pas d’accord")],
    }


def tokens(wanted: Wanted) -> dict[str, Any]:
    """The tokens of each held character, to cut out; they come back to its hand at each round."""
    return {
        "title": tr("Jetons"),
        "how": tr("Découpez. À chaque tour, chacun reprend les siens."),
        "kinds": token_rows(),
        "hands": [
            {
                "name": people.name(wanted.scenario, member.character),
                "several": ntr("{n} jeton", "{n} jetons", member.tokens.total()),
                "tokens": dict(zip(KINDS, member.tokens, strict=True)),
            }
            for member in wanted.members
        ],
    }


def observers(wanted: Wanted) -> dict[str, Any]:
    """A sheet for each person who holds nobody, with one to spare; two to a page."""
    return {
        "title": tr("Feuille d’observation"),
        "follow": tr("J’observe ce personnage :"),
        "how": tr("À la fin de chaque tour, cochez tout ce que ce personnage a vécu."),
        "questions": [
            {"word": tr("Informé"), "asks": tr("Lui a-t-on dit ce qui se fait ?")},
            {"word": tr("Consulté"), "asks": tr("Lui a-t-on demandé son avis ?")},
            {"word": tr("Écouté"), "asks": tr("Son avis a-t-il changé quelque chose ?")},
            {"word": tr("Décidé"), "asks": tr("A-t-il décidé avec les autres ?")},
        ],
        "noted": tr("Un fait que j’ai vu, une phrase que j’ai entendue"),
        "rounds": [tr("Tour {n}", n=n) for n in range(1, wanted.schedule.rounds + 1)],
        "number": wanted.observers + 1,
    }


def signs(wanted: Wanted) -> dict[str, Any]:
    """A table sign for each held character, folded as a tent: both sides read the name."""
    return {
        "title": tr("Chevalets de table"),
        "fold": tr("Pliez ici"),
        "people": [person(wanted, member) for member in wanted.members],
    }
