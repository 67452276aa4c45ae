"""The rules of the table-top game: no computer in the room."""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any, Final

from engine import numbers, own_project
from engine.language import ntr, number, signed, tr
from engine.paper import agenda, corners, counting, groups, sites, voting, week
from engine.paper.keeper import seats
from engine.paper.wanted import Wanted
from engine.rules.board import build
from engine.telling import people
from engine.telling.gauges import indicator_title
from engine.telling.phases import phase_word
from engine.telling.projects import title
from engine.telling.vocabulary import listed


def rules(wanted: Wanted) -> dict[str, Any]:
    """Two pages: a round by hand, then how it is counted, and what happens only sometimes."""
    own = [
        (week.title(wanted), list(week.rules(wanted))),
        (groups.title(wanted), list(groups.rules(wanted))),
        (sites.title(wanted), list(sites.rules(wanted))),
        (corners.title(wanted), list(corners.rules(wanted))),
        (agenda.title(wanted), list(agenda.rules(wanted))),
        (voting.title(wanted), list(voting.rules(wanted))),
    ]
    return {
        "title": tr("Les règles du jeu sur table"),
        "scenario": wanted.reader.read(wanted.scenario.title),
        "pages": [
            [
                {"title": tr("Le but"), "lines": list(_aim(wanted))},
                {"title": tr("Mettre en place"), "lines": list(_set_up(wanted))},
                {"title": tr("Un tour, étape par étape"), "lines": list(_round(wanted)), "numbered": True},
                *({"title": title, "lines": lines} for title, lines in own if lines),
            ],
            [
                {"title": tr("Compter, dans cet ordre"), "lines": list(_count(wanted)), "numbered": True},
                {"title": tr("La confiance"), "lines": list(counting.trust(wanted)), "table": True},
                {"title": tr("Ce qui n’arrive pas à chaque tour"), "lines": list(_sometimes(wanted))},
                {"title": tr("Le dernier tour et la fin"), "lines": list(_end(wanted))},
            ],
        ],
        "trust": counting.changes(wanted),
    }


def _gate(wanted: Wanted) -> str:
    return indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)


def _aim(wanted: Wanted) -> Iterator[str]:
    yield tr(
        "Chacun veut atteindre l’objectif écrit sur sa feuille de rôle. Mais à chaque tour, les "
        "gains ne comptent "
        "que si « {gate} » a monté.",
        gate=_gate(wanted),
    )
    yield tr(
        "On promet en public, on choisit en secret, on révèle, on parle. Personne ne dit qui avait raison."
    )


def _set_up(wanted: Wanted) -> Iterator[str]:
    scenario = wanted.scenario
    yield ntr(
        "Il y a {n} personnage. Chacun doit être tenu : à moins nombreux, tenez-en deux ; à plus nombreux, "
        "partagez-en un.",
        "Il y a {n} personnages. Chacun doit être tenu : à moins nombreux, tenez-en deux ; à plus nombreux, "
        "partagez-en un.",
        len(scenario.cast),
    )
    yield tr(
        "Une personne anime. Elle seule lit le carnet de l’animation, et remplit la feuille de "
        "compte au crayon."
    )
    yield tr(
        "Donnez à chaque personnage sa feuille de rôle, sa carte, ses jetons et ses feuilles de "
        "choix ; à chaque "
        "personne, une carte COOP et une carte PAS COOP."
    )
    yield tr(
        "Sur le plateau : un pion par jauge, sur la case au bord épais ; un pion au début de chaque horloge."
    )
    yield from voting.set_up(wanted)
    yield from corners.set_up(wanted)
    if any(card.needs for card in scenario.projects) or any(card.opens for card in scenario.projects):
        yield tr(
            "Mettez de côté les chantiers qui portent « Vient quand… ». Mélangez les autres, face cachée."
        )
    else:
        yield tr("Mélangez les chantiers, face cachée.")
    if scenario.first:
        names = [tr("« {title} »", title=title(scenario, wanted.reader, id_)) for id_ in scenario.first]
        yield tr("Mettez sur le dessus : {names}.", names=listed(names))
    yield from _town(wanted)
    if scenario.acts:
        yield tr(
            "Triez les situations par acte et mélangez chaque tas. Mettez de côté celles qui portent "
            "« Attend »."
        )
    else:
        yield tr("Mélangez les situations. Mettez de côté celles qui portent « Attend ».")
    yield tr("Triez les débats selon ce qu’ils portent en haut.")


def _town(wanted: Wanted) -> Iterator[str]:
    """Needs that lie face down, and who walks."""
    if wanted.face_down:
        yield ntr(
            "Les besoins restent côté oreille, sans les lire : un tas par lieu. {n} tas à la fois s’écoute.",
            "Les besoins restent côté oreille, sans les lire : un tas par lieu. {n} tas à la fois "
            "s’écoutent.",
            wanted.face_down,
        )


def _walker(wanted: Wanted) -> Iterator[str]:
    if wanted.scenario.walker is not None:
        yield tr(
            "D’abord, {name} dit à tous où aller : ses jetons ne comptent que là, et pour ce qui n’a pas de "
            "lieu.",
            name=people.short(wanted.scenario, wanted.scenario.walker),
        )


def _round(wanted: Wanted) -> Iterator[dict[str, str]]:
    """What is done by hand in each phase of a round that has something to do here."""
    for kind in wanted.schedule.phases:
        if kind in _BY_HAND and kind not in wanted.scenario.idle:
            lines = " ".join(_BY_HAND[kind](wanted))
            yield {"title": phase_word(kind), "says": lines}


def _situation(wanted: Wanted) -> Iterator[str]:
    scenario = wanted.scenario
    yield ntr(
        "Remplissez les places vides du plateau : {n} chantier ouvert.",
        "Remplissez les places vides du plateau : {n} chantiers ouverts.",
        scenario.parameters.slots,
    )
    yield groups.raising(wanted) or tr(
        "L’un d’eux au moins doit donner {n} ou plus à « {gate} » : sinon, pour la dernière place "
        "vide, cherchez "
        "le premier de la pioche qui le fait.",
        n=numbers.RAISES, gate=_gate(wanted),
    )  # fmt: skip
    yield from sites.raising(wanted)
    yield from sites.drawn(wanted)
    if scenario.timetable is None:
        yield tr("Pioche vide : remélangez les chantiers abandonnés, et dessous ceux qui sont finis.")
    else:
        yield tr(
            "Pioche vide : remélangez les chantiers abandonnés ou délogés, et dessous ceux qui sont finis et "
            "ne prennent pas d’heure."
        )
    once = [card for card in wanted.scenario.projects if card.once]
    if once:
        titles = [tr("« {title} »", title=wanted.reader.read(card.title)) for card in once]
        yield tr("Ne reviennent jamais, une fois finis : {titles}.", titles=listed(titles))
    yield from voting.reshuffled(wanted)
    yield from groups.laid_out(wanted)
    yield from corners.laid_out(wanted)
    yield tr("Chacun reprend tous ses jetons. Appliquez ce qui revient à ce tour (le carnet le dit).")
    if scenario.acts:
        yield tr("Retournez une situation : celle qui est attendue, sinon la première de l’acte du tour.")
        yield tr("{rounds}. Tas vide : celui d’avant.", rounds=_acts(wanted))
    else:
        yield tr("Retournez une situation : celle qui est attendue, sinon la première du tas.")
    yield tr(
        "Si elle porte « Seulement si » et que c’est faux, prenez la suivante. Lisez-la, appliquez-la : "
        "jetons et coûts, pour ce tour seulement."
    )
    yield tr("Une ligne « plus pour » ou « plus contre » dit l’humeur : il n’y a rien à compter.")


def _acts(wanted: Wanted) -> str:
    """Which act each round is of: "Tour 1 : acte 1 ; tour 2 : acte 2"."""
    acts = build(wanted.scenario, wanted.duration).act_of.tolist()
    several = [tr("tour {n} : acte {act}", n=n, act=acts[n] + 1) for n in range(1, len(acts))]
    told = reduce(lambda one, other: tr("{one} ; {other}", one=one, other=other), several)
    return told[:1].upper() + told[1:]


def _choose(_: Wanted) -> Iterator[str]:
    yield tr(
        "Si la carte propose des réponses, l’animation dit comment on choisit (mains levées, plusieurs oui, "
        "mentions, tirage), on choisit, on applique. Égalité : on revote, puis on tire au sort."
    )


def _negotiation(wanted: Wanted) -> Iterator[str]:
    yield from _walker(wanted)
    yield from corners.invited(wanted)
    yield tr(
        "Parlez, levez-vous. Une promesse dit combien, quelle sorte de jeton, et quel chantier ; "
        "elle peut dire "
        "« si telle personne y met telle sorte ». On ne promet pas plus de jetons qu’on n’en a."
    )
    yield tr("Écrivez chaque promesse là où tous la voient. On peut la reprendre jusqu’à la fin de l’étape.")
    yield tr("Notez maintenant les jauges sur la feuille de compte : « avant ».")


def _forecast(wanted: Wanted) -> Iterator[str]:
    yield from voting.no_forecast(wanted)
    yield ntr(
        "Pour {n} promesse : ensemble, levez COOP (elle tiendra) ou PAS COOP. Qui promet ne vote pas.",
        "Pour {n} promesses au plus : ensemble, levez COOP (elle tiendra) ou PAS COOP. Qui promet ne "
        "vote pas.",
        numbers.FORECASTS,
    )
    yield tr("Une personne compte et garde le résultat jusqu’à la révélation.")


def _choice(wanted: Wanted) -> Iterator[str]:
    yield tr(
        "En silence, chacun écrit sur sa feuille de choix ce qu’il donne à quels chantiers ouverts, "
        "promis ou non, "
        "et plie. À plusieurs, la majorité ; à égalité, on tient sa promesse."
    )
    yield from agenda.given(wanted)


def _reveal(wanted: Wanted) -> Iterator[str]:
    yield tr(
        "Ouvrez les feuilles l’une après l’autre, posez les jetons sur les chantiers, dites le fait, "
        "et comptez "
        "(page 2)."
    )
    if wanted.face_down:
        yield tr(
            "Deux personnes de deux familles ont donné chacune un temps pour écouter le même lieu ? "
            "Retournez son besoin : c’est un chantier de plus ; notez qui est venu. Sans jetons à réunir, il "
            "est fini aussitôt. Sinon, ce temps est perdu."
        )
    yield ntr(
        "Un chantier pas fini garde ses jetons, {n} tour en tout ; puis il est abandonné, jetons perdus.",
        "Un chantier pas fini garde ses jetons, {n} tours en tout ; puis il est abandonné, jetons perdus.",
        wanted.scenario.parameters.open_rounds,
    )
    yield from agenda.lapses(wanted)


def _debate(_: Wanted) -> Iterator[str]:
    yield tr(
        "Prenez un débat dont le haut dit ce qui vient d’arriver. Votez COOP ou PAS COOP, écoutez "
        "d’abord les moins "
        "nombreux, revotez. Rien à compter."
    )


_BY_HAND: Final[Mapping[str, Callable[[Wanted], Iterator[str]]]] = {
    "situation": _situation,
    "choose": _choose,
    "agenda": agenda.chairing,
    "negotiation": _negotiation,
    "forecast": _forecast,
    "strips": corners.strips,
    "choice": _choice,
    "ballot": voting.ballot,
    "reveal": _reveal,
    "debate": _debate,
}
"""What a phase asks of hands. A hearing is told with what happens only sometimes."""


def _count(wanted: Wanted) -> Iterator[str]:
    scenario = wanted.scenario
    yield tr(
        "Les faits. Pour chaque promesse : TENU (tout est donné), EN PARTIE, NON TENU (rien). Donné "
        "sans promesse : "
        "DON. Si la condition d’une promesse n’est pas venue : SANS OBJET, et ce qui est donné est un DON."
    )
    yield tr("La confiance bouge après chaque fait : voyez plus bas.")
    yield tr(
        "Trop de jetons d’une sorte sur un chantier ? Un par un, ils reviennent à qui en a donné le "
        "plus à ce "
        "tour ; à égalité, à la personne la plus proche à gauche de l’animation, puis la suivante au "
        "tour d’après."
    )
    done = tr(
        "Un chantier qui a tous ses jetons est fini : sa carte part sur « Faits », avec ce qu’elle change."
    )
    yield " ".join([done, *sites.counted(wanted), *week.counted(wanted)])
    yield from groups.counted(wanted)
    yield from voting.counted(wanted)
    moves = tr(
        "Bougez les jauges : les chantiers finis, puis « Pendant les travaux » des chantiers commencés."
    )
    within = tr(
        "Jamais sous {low} ni au-dessus de {high}.",
        low=numbers.LOWEST_INDICATOR, high=numbers.HIGHEST_INDICATOR,
    )  # fmt: skip
    yield " ".join(
        [moves, *sites.moved(wanted), *corners.moved(wanted), *voting.moved(wanted), *_wear(wanted), within]
    )
    yield tr(
        "« {gate} » vaut plus qu’« avant » ? Alors chacun gagne, pour chaque chantier fini : ce qui "
        "compte pour soi "
        "× ce que la carte donne à cette jauge, additionné, divisé par {stakes}. {example}",
        gate=_gate(wanted), stakes=numbers.STAKES, example=_example(wanted),
    )  # fmt: skip
    yield from voting.felt(wanted)
    if any(card.personal or (card.voted and card.voted.personal) for card in scenario.projects):
        yield tr(
            "« Y gagne » s’y ajoute. « Y perd » compte toujours, même si « {gate} » n’a pas monté.",
            gate=_gate(wanted),
        )
    yield from sites.felt(wanted)
    yield from corners.felt(wanted)
    yield from groups.numbered(wanted)
    yield tr(
        "Chaque jeton gardé, ou revenu, rapporte {n}, toujours. Notez votre total dans votre feuille "
        "de rôle.",
        n=number(numbers.written(numbers.KEPT_TOKEN)),
    )
    yield tr(
        "Les autres lignes des chantiers finis : tout de suite ; les coûts et les jetons, au tour suivant."
    )
    if any(member.believes for member in scenario.cast):
        yield tr(
            "Un présupposé tombe si la carte finie le dit, ou si les deux ont TENU leur promesse sur le même "
            "chantier fini. Qui le portait le lit à voix haute."
        )
    on = tr("Reculez ou avancez les horloges, faites venir les chantiers mis de côté, lisez le carnet.")
    yield " ".join([on, *corners.comes_next(wanted)])
    yield from week.handed_on(wanted)


def _wear(wanted: Wanted) -> Iterator[str]:
    decay = wanted.scenario.decay
    if decay.each:
        yield tr(
            "L’usure : {n} à chaque autre jauge que « {gate} ».", n=signed(decay.each), gate=_gate(wanted)
        )
    if decay.commons:
        yield tr("L’usure de « {gate} » : {n}.", gate=_gate(wanted), n=signed(decay.commons))


def _example(wanted: Wanted) -> str:
    """One gain counted with numbers of this scenario: its first member, a project that serves them."""
    scenario, reader = wanted.scenario, wanted.reader
    member = scenario.cast[0]
    for card in scenario.projects:
        rows = [(by, member.stakes.get(key, 0)) for key, by in card.changes.items() if member.stakes.get(key)]
        if rows and sum(by * stake for by, stake in rows) > 0:
            sums = " + ".join(f"{stake} × {signed(by)}" for by, stake in rows)
            gain = number(sum(by * stake for by, stake in rows) / numbers.STAKES)
            name, title = people.name(scenario, member.character), reader.read(card.title)
            return tr("Exemple : {name}, « {title} » : ({sums}) ÷ {of} = {gain}.",
                name=name, title=title, sums=sums, of=numbers.STAKES, gain=gain)  # fmt: skip
    return ""


def _sometimes(wanted: Wanted) -> Iterator[str]:
    scenario = wanted.scenario
    yield tr(
        "Carte blanche, une fois, pendant la négociation : la table écrit son propre chantier. "
        "{kinds} sortes de "
        "jetons au moins, pas plus que tous n’en ont ; {points} point par jeton au plus, {gauge} au "
        "plus à une "
        "jauge, {common} à « {gate} ». Puis un autre personnage peut y déplacer {moved} points. Il "
        "s’ajoute aux "
        "chantiers ouverts.",
        kinds=numbers.KINDS_NEEDED, points=number(own_project.most((1,))),
        gauge=own_project.most_on(common=False),
        common=own_project.most_on(common=True), gate=_gate(wanted), moved=numbers.AMENDED,
    )  # fmt: skip
    if scenario.pacts:
        yield tr(
            "Pacte : deux personnages se promettent quelque chose tout bas, l’écrivent et plient ; "
            "un par personne et "
            "par tour. À la révélation, eux seuls l’ouvrent : tenu ou rompu. La feuille de compte "
            "n’en dit rien."
        )
    if scenario.mandates:
        yield tr(
            "Mandat : s’il y en a un sur votre feuille de rôle, ajoutez ses points à votre total dès "
            "que c’est "
            "décidé, sinon après le dernier tour. Il se lit à la fin."
        )
    if scenario.hearing is not None:
        yield tr(
            "Audition, une fois, pendant la négociation : qui dépense un appui (il n’est ni donné ni "
            "gardé) fait lever "
            "quelqu’un d’autre, qui a {n} secondes. La salle vote : a répondu, ou a esquivé.",
            n=numbers.HEARING,
        )
    if any(card.rumour for card in scenario.situations):
        yield tr(
            "Rumeur : l’animation la tire au sort en secret (carnet). La salle vote si elle y croit. "
            "Si la carte le "
            "permet, deux personnages de familles différentes dépensent un jeton chacun pour savoir "
            "tout de suite."
        )
    if next(seats(wanted), None) is not None:
        yield tr(
            "Qui arrive plus tard ou s’en va : le carnet le dit. Qui reprend une place en reprend les jetons."
        )


def _end(wanted: Wanted) -> Iterator[str]:
    rounds = wanted.schedule.rounds
    yield ntr(
        "Il y a {n} tour. Annoncez-le : après, plus rien ne revient.",
        "Il y a {n} tours. Annoncez le dernier : après, plus rien ne revient.",
        rounds,
    )
    yield tr("Ensuite l’animation lit, dans l’ordre du carnet, la première fin qui est vraie.")
    yield tr(
        "Chacun dit s’il a atteint son objectif, et lit ce qu’il voulait sauver. Puis on quitte les "
        "personnages, et on "
        "parle."
    )
