"""A vote on paper: a page for each way of counting, the publics with their voices, a ballot for each
character, the sheets that are counted on, strips of money to lay on a ruler; what cards say of ideas."""

from collections.abc import Iterator
from typing import Any, Final

from engine.content.model import FAIR, GRADES, Ballot, CastMember, ProjectCard, Public
from engine.language import amid, signed, tr
from engine.paper import voting
from engine.paper.groups import unbroken
from engine.paper.wanted import Wanted
from engine.telling import ballot as telling
from engine.telling import people, projects
from engine.telling.devices import pays
from engine.telling.fetching import fetching_card, publics_of
from engine.telling.gauges import indicator_title
from engine.telling.vocabulary import changes, grade_words, listed

_PURSES: Final = 6
"""Ideas that the sheet of purses has columns for."""
_TICKS: Final = 10
"""Parts of the ruler that say how much money they come to."""


def ballot(wanted: Wanted) -> dict[str, Any]:
    """For each table of players: ways of counting, publics, ballots, sheets to count on, ruler and strips."""
    written = wanted.scenario.ballot
    assert written is not None  # nobody asks elsewhere
    ideas = [_idea(wanted, card) for card in voting.ideas(wanted)]
    name = wanted.reader.read(written.title)
    return {
        "title": name,
        "scenario": wanted.reader.read(wanted.scenario.title),
        "legend": voting.legend(),
        "signs": voting.SIGNS,
        "grades": grade_words(),
        "money": written.money,
        "people": written.people,
        "ideas": ideas,
        "publics_title": tr("Les publics"),
        "already": voting.already(wanted),
        "heads": {
            "now": tr("Voix"),
            "fetch": tr("Un temps, posé ici : d’autres viennent"),
            "cards": tr("Cartes : voix en + ou en −"),
            "vote": tr("Voix au vote"),
        },
        "paper": {
            "title": tr("Bulletin"),
            "weight": telling.voices(written.people),
            "secret": tr("Secret. Une croix par idée recevable, puis pliez. Rien de coché : passable."),
            "idea": tr("Idée"),
        },
        "count": {
            "title": tr("La feuille de dépouillement"),
            "how": tr(
                "Barrez ce qui n’est pas recevable. Écrivez les voix en haut, les mentions des bulletins "
                "dans leur colonne ; celles des publics y sont."
            ),
            "already": tr("Case noire : déjà au catalogue.") if wanted.scenario.submitted else "",
            "idea": tr("Idée"),
            "price": tr("Prix"),
            "voices": tr("Voix"),
            "for": tr("Pour"),
            "middle": tr("Milieu"),
            "order": tr("Ordre"),
        },
        "purses": {
            "title": tr("Les bourses"),
            "how": voting.share(wanted, written),
            "who": tr("Qui"),
            "voices": tr("Voix"),
            "purse": tr("Bourse"),
            "idea": tr("Idée :"),
            "pays": tr("paie"),
            "left": tr("reste"),
            "columns": _PURSES,
        }
        if "equal-shares" in written.methods
        else None,
        "ruler": {
            "title": tr("La règle de {money}", money=telling.money(written.money)),
            "how": tr(
                "Posez les bandes des idées financées, dans l’ordre, à partir de la gauche. Au bilan, "
                "recomptez par les autres façons."
            ),
            "marks": [_mark(written.money, part) for part in range(_TICKS + 1)],
            "came_to": tr("Idées : ……… Publics servis : ……… sur {n}. Il reste : ……………… €",
                          n=len(written.publics)),
        },
        "cut": tr("À découper : une bande par idée, aussi longue que son prix sur la règle."),
        "boards": [
            {
                "title": name,
                "how": list(_how(wanted, written)),
                "methods": voting.methods(wanted, written),
                "publics": [_public(wanted, at, public) for at, public in enumerate(written.publics, 1)],
                "voters": [people.short(wanted.scenario, one.character) for one in wanted.scenario.cast],
                "papers": [_paper(wanted, member) for member in wanted.members],
            }
        ],
    }  # fmt: skip


def _mark(money: int, part: int) -> dict[str, Any]:
    """A mark of the ruler: where it stands, in parts of the whole, and how much money that is."""
    thousands = round(money * part / _TICKS)
    return {"at": thousands / money, "says": str(thousands)}


def _how(wanted: Wanted, written: Ballot) -> Iterator[str]:
    if any(public.others for public in written.publics):
        yield tr(
            "Un public vote avec les voix qu’il a. Quelqu’un va le chercher : posez un temps sur son premier "
            "rond libre ; ces voix s’ajoutent."
        )
    else:
        yield tr("Un public vote avec les voix qu’il a.")
    weight = telling.voices(written.people)
    yield tr("Chaque personnage vote aussi : son bulletin pèse {voices}.", voices=weight)


def _idea(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    """What sheets say of an idea: its price, what each public thinks of it, as signs."""
    several = publics_of(wanted.scenario)
    return {
        "title": projects.title(wanted.scenario, wanted.reader, card.id),
        "submitted": card.id in wanted.scenario.submitted,
        "price": card.price or 0,
        "money": telling.money(card.price or 0),
        "signs": [voting.SIGNS[_thinks(card, public)] for public in several],
    }


def _public(wanted: Wanted, at: int, public: Public) -> dict[str, Any]:
    """A public, its voices, and how many come each time that somebody goes and fetches it."""
    left, steps = public.others, list[str]()
    while left and len(steps) < wanted.schedule.rounds:
        steps.append(signed(min(left, public.fetched)))
        left -= min(left, public.fetched)
    gate = indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)
    return {
        "number": at,
        "title": wanted.reader.read(public.title),
        "voices": public.voices,
        "steps": steps,
        "brings": tr("{gate} {by}, chaque fois", gate=gate, by=signed(public.brings))
        if steps and public.brings
        else "",
    }  # fmt: skip


def _paper(wanted: Wanted, member: CastMember) -> dict[str, Any]:
    return {"name": people.name(wanted.scenario, member.character)}


# ---- Cards ------------------------------------------------------------------------------------------------


def on_card(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    """What the card of an idea says besides: its price, who thinks what of it, what it does once it is
    eligible and once it is funded; {} of any other."""
    if wanted.scenario.ballot is None or card.price is None:
        return {}
    scenario, reader = wanted.scenario, wanted.reader
    voted = card.voted.personal if card.voted is not None else {}
    does = [
        changes(telling.voted_changes(scenario, reader, card)),
        *(pays(scenario, reader, who, by) for who, by in voted.items() if by),
    ]
    return {
        "price": telling.money(card.price),
        "opinions": list(_opinions(wanted, card)),
        "eligible": tr("Recevable :"),
        "funded": unbroken(tr("Financée : {what}", what=" · ".join(filter(None, does)) or tr("rien"))),
    }


def _thinks(card: ProjectCard, public: Public) -> int:
    """The grade that a public gives an idea, by its place."""
    return GRADES.index(card.opinions[public.id]) if public.id in card.opinions else FAIR


def _opinions(wanted: Wanted, card: ProjectCard) -> Iterator[dict[str, str]]:
    """Each grade with those who give it, the best first; what is neither good nor bad goes without saying."""
    for place, word in enumerate(grade_words()):
        who = [
            amid(wanted.reader.read(public.title))
            for public in publics_of(wanted.scenario)
            if _thinks(card, public) == place
        ]
        if who and place != FAIR:
            yield {"sign": voting.SIGNS[place], "says": tr("{word} : {who}", word=word, who=listed(who))}


def fetching(wanted: Wanted) -> Iterator[dict[str, Any]]:
    """A card for each public that one may go and fetch."""
    for public in publics_of(wanted.scenario):
        if public.others:
            card = fetching_card(public, wanted.scenario.gate, min(public.fetched, public.others))
            yield {
                "card": "fetching",
                "id": public.fetching,
                "title": wanted.reader.read(card.title),
                "text": wanted.reader.read(card.text),
                "who": wanted.reader.read(public.title),
                "tokens": {"time": 1, "means": 0, "backing": 0},
                "needs": tr("Il faut"),
                "does": voting.fetched_told(wanted, public),
                "often": tr("Une fois par tour, tant qu’il reste des voix à aller chercher."),
            }
