"""A room in corners on paper: a card to stand in each, strips to write, seals to cut, the page of bridges;
how all of it is played without a computer."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from engine.content.model import Corner, Corners, ProjectCard, Scenario
from engine.fixed import ONE, to_float
from engine.language import ntr, signed, tr
from engine.look import faces, pictograms
from engine.look.palette import PAPER
from engine.numbers import MISREAD_LOSS, READ_GAIN, STAKES
from engine.paper.groups import FACE, unbroken
from engine.paper.wanted import Wanted
from engine.rules.board import build
from engine.telling import corners as telling
from engine.telling import people, projects
from engine.telling.gauges import indicator_title
from engine.telling.vocabulary import changes, either, listed

_LEAST: Final = 0.05
"""What is felt by fewer points is nothing, on paper."""


def corners(wanted: Wanted) -> dict[str, Any]:
    """For each table of players: a card to fold and stand in each corner; every two corners, with a place for
    the seal of each at the other, and the bridges that join them; a strip for each corner and each round."""
    written = _written(wanted)
    rounds = range(1, wanted.schedule.rounds + 1)
    return {
        "title": wanted.reader.read(written.title),
        "scenario": wanted.reader.read(wanted.scenario.title),
        "fold": tr("Pliez sur le trait : le nom vers la salle, ce côté vers le coin."),
        "bridges": tr("Les ponts"),
        "cut": tr(
            "À découper : une bande par coin et par tour. Une bande reconnue donne son sceau, à découper "
            "aussi."
        ),
        "most": tr("{n} mots au plus", n=written.strips.words),
        "read": tr("Lue"),
        "ways": [tr("mot pour mot"), tr("mots changés")],
        "asks": tr("C’est ce que nous avons dit ?"),
        "answers": [tr("oui"), tr("en partie"), tr("non")],
        "seal": tr("Si oui : son sceau"),
        "none": tr("pas de pont"),
        "boards": [
            {
                "title": wanted.reader.read(written.title),
                "how": list(_how(wanted)),
                "places": [_place(wanted, at, one) for at, one in enumerate(written.these, 1)],
                "pairs": [_pair(wanted, *two) for two in combinations(enumerate(written.these, 1), 2)],
                "strips": [
                    _strip(wanted, n, at, one) for n in rounds for at, one in enumerate(written.these, 1)
                ],
            }
        ],
    }


def _written(wanted: Wanted) -> Corners:
    written = wanted.scenario.corners
    assert written is not None  # nobody asks elsewhere
    return written


def _place(wanted: Wanted, at: int, corner: Corner) -> dict[str, Any]:
    """What stands in a corner: for the room, its name and who is at home there; for those who sit there, what
    they may build."""
    member = wanted.scenario.characters[corner.member]
    several = [card for card in wanted.scenario.projects if corner.id in card.corners]
    return {
        "number": at,
        "title": wanted.reader.read(corner.title),
        "member": member.name,
        "role": wanted.reader.read(member.role),
        "face": faces.svg(member.face.model_dump(), FACE),
        "gives": _who_gives(wanted, corner),
        "lists": [
            {"title": title, "cards": cards}
            for title, cards in (
                (tr("Ses chantiers"), [_card(wanted, card) for card in several if len(card.corners) == 1]),
                (tr("Ses ponts"), [_card(wanted, card, corner) for card in several if len(card.corners) > 1]),
            )
            if cards
        ],
    }


def _card(wanted: Wanted, card: ProjectCard, here: Corner | None = None) -> dict[str, str]:
    """A project by its name; a bridge with where it leads from a corner."""
    words = projects.words(wanted.scenario, wanted.reader, card.id)
    other = next((id_ for id_ in card.corners if here is not None and id_ != here.id), "")
    said = words.title
    if other:
        said = tr("{title} (avec {corner})", title=said, corner=_name(wanted, other))
    return {"title": said, "picture": pictograms.svg(words.pictogram, PAPER["ink"])}


def _who_gives(wanted: Wanted, corner: Corner) -> str:
    """Who may give to what lies in a corner."""
    home, free = people.short(wanted.scenario, corner.member), _anywhere(wanted)
    if not _guests(wanted):
        return tr("Y donnent : {names}.", names=listed([home, *free]))
    return tr("Y donnent : {names}, et qui y est invité.", names=listed([home, *free]))


def _pair(wanted: Wanted, one: tuple[int, Corner], other: tuple[int, Corner]) -> dict[str, Any]:
    """Two corners: the seal of each where it was read at the other, the bridges that wait for both."""
    ends = {one[1].id, other[1].id}
    bridges = [card for card in _bridges(wanted.scenario) if set(card.corners) == ends]
    return {
        "ends": [_end(wanted, one, other), _end(wanted, other, one)],
        "bridges": [_card(wanted, card) for card in bridges],
    }


def _end(wanted: Wanted, mine: tuple[int, Corner], there: tuple[int, Corner]) -> dict[str, Any]:
    return {
        "number": mine[0],
        "title": wanted.reader.read(mine[1].title),
        "at": tr("bande lue {at}", at=wanted.reader.read(there[1].at)),
    }


def _strip(wanted: Wanted, round_: int, at: int, corner: Corner) -> dict[str, Any]:
    others = [one for one in _written(wanted).these if one.id != corner.id]
    return {
        "number": at,
        "title": wanted.reader.read(corner.title),
        "round": tr("Tour {n}", n=round_),
        "places": [wanted.reader.read(one.at) for one in others],
    }


def _how(wanted: Wanted) -> Iterator[str]:
    """What is told on the page of bridges."""
    yield tr(
        "Une bande reconnue : posez son sceau du côté de qui l’a écrite, en face de là où elle a été lue. "
        "Il y reste tant qu’aucune carte ne l’ôte."
    )
    worth = [telling.worth(wanted.scenario, wanted.reader), telling.arranged(wanted.scenario, wanted.reader)]
    told = " ".join(unbroken(f"{said}.") for said in worth if said)
    if any(_bridges(wanted.scenario)):
        told = f"{told} {tr('Un pont qui a ses deux sceaux peut venir.')}"
    yield told


def _bridges(scenario: Scenario) -> Iterator[ProjectCard]:
    return (card for card in scenario.projects if len(card.corners) > 1)


def _name(wanted: Wanted, corner: str) -> str:
    return telling.name(wanted.scenario, wanted.reader, corner)


def _guests(wanted: Wanted) -> list[str]:
    return [people.short(wanted.scenario, who) for who in _written(wanted).guests]


def _scribe(wanted: Wanted) -> str:
    return people.short(wanted.scenario, _written(wanted).scribe)


def _anywhere(wanted: Wanted) -> list[str]:
    """Who sits nowhere in particular, and may give everywhere."""
    written = _written(wanted)
    seated = {corner.member for corner in written.these} | set(written.guests)
    return [
        people.short(wanted.scenario, member.character)
        for member in wanted.scenario.cast
        if member.character not in seated
    ]


def _gate(wanted: Wanted) -> str:
    return indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)


# ---- The card of a project --------------------------------------------------------------------------------


def on_card(wanted: Wanted, card: ProjectCard) -> str:
    """Where a project lies, or what it joins; "" of one that is for everybody."""
    if not card.corners or wanted.scenario.corners is None:
        return ""
    if len(card.corners) == 1:
        return tr("Seulement {at}", at=telling.at(wanted.scenario, wanted.reader, card.corners[0]))
    one, other = (_name(wanted, corner) for corner in card.corners)
    return tr("Pont : {one} et {other}", one=one, other=other)


def comes(wanted: Wanted, card: ProjectCard) -> str:
    """What a bridge waits for; "" of any other."""
    if len(card.corners) < 2 or wanted.scenario.corners is None:
        return ""
    return tr("Vient quand ses deux sceaux sont posés.")


# ---- The rules --------------------------------------------------------------------------------------------


def title(wanted: Wanted) -> str:
    """The name of all of them; "" where the room does not sit in corners."""
    written = wanted.scenario.corners
    return wanted.reader.read(written.title) if written is not None else ""


def rules(wanted: Wanted) -> Iterator[str]:
    """Who sits where, who may give to what, when a bridge comes, and what cards do to seals."""
    written = wanted.scenario.corners
    if written is None:
        return
    home = listed([_at_home(wanted, corner) for corner in written.these])
    yield tr(
        "Chez soi, toujours : {home}. {scribe} porte et lit les bandes.", home=home, scribe=_scribe(wanted)
    )
    yield _where_given(wanted)
    if _guests(wanted):
        yield ntr(
            "{names} ne siège que là où un coin l’invite, pour ce tour ; sinon, ne donne qu’à ce qui est à "
            "tous.",
            "{names} ne siègent que là où un coin les invite, pour ce tour ; sinon, ne donnent qu’à ce qui "
            "est à tous.",
            len(_guests(wanted)),
            names=listed(_guests(wanted)),
        )
    if any(_bridges(wanted.scenario)):
        yield tr(
            "Un pont ne vient que si ses deux sceaux sont posés : chaque bout a été reconnu tel que lu à "
            "l’autre. Une fois ouvert, il reste, même si un sceau s’en va."
        )
    yield tr(
        "Une carte dit « tout est à relire » ou « à relire » ? Ôtez les sceaux du coin qu’elle nomme, tous "
        "ou celui-là. « Reconnu » ou « lu fidèlement » ? Posez-les. Une situation, une réponse : aussitôt. "
        "Un chantier : quand il est fini, après les bandes du tour."
    )


def _where_given(wanted: Wanted) -> str:
    """Who may give to what lies in a corner, to bridges, and to all the rest."""
    free = _anywhere(wanted)
    if not free:
        return tr(
            "« Seulement… » : n’y promettent et n’y donnent que ceux qui y siègent à ce tour. Un pont : "
            "ceux de ses deux bouts, de même. Tout autre chantier est à tous."
        )
    return ntr(
        "« Seulement… » : n’y promettent et n’y donnent que ceux qui y siègent à ce tour, et {names}, qui ne "
        "siège nulle part. Un pont : ceux de ses deux bouts, de même. Tout autre chantier est à tous.",
        "« Seulement… » : n’y promettent et n’y donnent que ceux qui y siègent à ce tour, et {names}, qui ne "
        "siègent nulle part. Un pont : ceux de ses deux bouts, de même. Tout autre chantier est à tous.",
        len(free),
        names=listed(free),
    )


def _at_home(wanted: Wanted, corner: Corner) -> str:
    """ "Antoine à la Butte"."""
    return f"{people.short(wanted.scenario, corner.member)} {wanted.reader.read(corner.at)}"


def set_up(wanted: Wanted) -> Iterator[str]:
    """What becomes of the cards before the deck is shuffled."""
    if wanted.scenario.corners is None:
        return
    yield tr(
        "Installez les coins dos à dos, chacun avec son chevalet. Chantiers « Seulement à… » : un tas par "
        "coin, mélangé, posé là face cachée. Ponts : un tas mélangé, de côté."
    )


def laid_out(wanted: Wanted) -> Iterator[str]:
    """What a round begins with."""
    if wanted.scenario.corners is None:
        return
    yield tr(
        "Chaque coin sans chantier ouvert en retourne un de son tas. Abandonné, un chantier de coin va sous "
        "son tas ; fini, il ne revient pas."
    )
    if any(_bridges(wanted.scenario)):
        yield tr(
            "Une place est gardée à un pont. Vide ? Le premier du tas des ponts dont les deux sceaux sont "
            "posés."
        )


def invited(wanted: Wanted) -> Iterator[str]:
    """How guests come to sit where they do."""
    if wanted.scenario.corners is not None and _guests(wanted):
        yield tr(
            "D’abord, chaque coin peut inviter une personne, qui n’ait encore rien promis : {names}. Deux "
            "invitations ? Elle choisit. Elle s’y assoit, pour ce tour.",
            names=either(_guests(wanted)),
        )


def strips(wanted: Wanted) -> Iterator[str]:
    """The phase in which strips are written, read and recognised or not."""
    if wanted.scenario.corners is None:
        return
    written = _written(wanted)
    yield tr(
        "Chaque coin écrit une phrase sur sa bande, {n} mots au plus, et la donne à {scribe}, qui choisit un "
        "autre coin pour chacune et l’y lit debout, à voix haute : mot pour mot, ou avec d’autres mots.",
        n=written.strips.words, scribe=_scribe(wanted),
    )  # fmt: skip
    yield tr(
        "Le coin qui l’a écrite dit : c’est ce que nous avons dit, oui, en partie, non ; à mains levées, là "
        "seulement. Plus de oui que du reste : oui ; plus de non que du reste : non ; sinon, en partie. "
        "Cochez la bande. Pas lue, elle ne compte pas."
    )


# ---- When it is counted -----------------------------------------------------------------------------------


def moved(wanted: Wanted) -> Iterator[str]:
    """What moves the gauges besides what is complete, and where seals are set."""
    if wanted.scenario.corners is None:
        return
    written = _written(wanted)
    told = tr(
        "Puis les bandes : {gate} {good} par oui, {bad} par non.",
        gate=_gate(wanted), good=signed(written.strips.faithful), bad=signed(written.strips.disowned),
    )  # fmt: skip
    each = projects.changes_of(wanted.scenario, wanted.reader, written.strips.arranged)
    if each:
        told += " " + tr("Par bande aux mots changés, sans non : {what}.", what=changes(each))
    yield unbroken(told)
    yield tr("À chaque oui, posez le sceau (« {title} »).", title=tr("Les ponts"))


def felt(wanted: Wanted) -> Iterator[str]:
    """What changed words bring each."""
    if wanted.scenario.corners is not None and _written(wanted).strips.arranged:
        yield tr(
            "Si « {gate} » a monté, chaque bande aux mots changés, sans non, compte aussi pour chacun comme "
            "un chantier fini : ce qui compte pour soi × ce qu’elle change, additionné, divisé par {stakes}.",
            gate=_gate(wanted), stakes=STAKES,
        )  # fmt: skip


def comes_next(wanted: Wanted) -> Iterator[str]:
    """What bridges come of a reveal."""
    if wanted.scenario.corners is not None and any(_bridges(wanted.scenario)):
        yield tr("Un pont a ses deux sceaux ? Il peut venir au prochain tour.")


def trusted(wanted: Wanted) -> Iterator[str]:
    """On whose line it is counted that a strip was recognised, or disowned."""
    if wanted.scenario.corners is not None:
        yield tr(
            "RECONNUE, DÉSAVOUÉE : pour chaque oui, chaque non d’un coin, sur la ligne de {scribe}.",
            scribe=_scribe(wanted),
        )


def trust_rows(wanted: Wanted, tenths: Sequence[int]) -> list[list[str]]:
    """What one corner's yes, and its no, do to the mean trust in who reads, in hundredths, from tenths."""
    if wanted.scenario.corners is None:
        return []
    others = len(wanted.scenario.cast) - 1

    def row(word: str, by: Any) -> list[str]:
        return [word, *(signed(round(100 * by(tenth / 10) / others, 1), 1) for tenth in tenths)]

    return [
        row(tr("RECONNUE"), lambda trust: READ_GAIN / ONE * (1 - trust)),
        row(tr("DÉSAVOUÉE"), lambda trust: -MISREAD_LOSS / ONE * trust),
    ]


def rows(wanted: Wanted) -> list[dict[str, str]]:
    """On the sheet that is filled in: what became of strips, and the seals that stand."""
    if wanted.scenario.corners is None:
        return []
    return [
        {"title": tr("Bandes : oui / en partie / non"), "start": ""},
        {"title": tr("Dont mots changés, sans non"), "start": ""},
        {"title": tr("Sceaux posés, en tout"), "start": "0"},
    ]


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    if wanted.scenario.corners is not None:
        yield tr(
            "« {corners} » : autant de coins dans la salle, dos à dos, chacun avec son chevalet. Coupez les "
            "bandes, affichez « {title} ».",
            corners=title(wanted), title=tr("Les ponts"),
        )  # fmt: skip


# ---- For whoever leads ------------------------------------------------------------------------------------


def worth(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """What a strip brings and costs, of whatever it may be said: what it is about, and what it does."""
    if wanted.scenario.corners is None:
        return
    written, gate = _written(wanted), _gate(wanted)
    yield tr("Oui : reconnue"), unbroken(
        tr("{gate} {by}, un sceau, et plus de confiance en {scribe}.",
           gate=gate, by=signed(written.strips.faithful), scribe=_scribe(wanted))
    )  # fmt: skip
    yield tr("En partie"), tr("Rien ne bouge, sauf ce que font les mots changés.")
    yield tr("Non : désavouée"), unbroken(
        tr("{gate} {by}, pas de sceau, et moins de confiance en {scribe}.",
           gate=gate, by=signed(written.strips.disowned), scribe=_scribe(wanted))
    )  # fmt: skip
    each = projects.changes_of(wanted.scenario, wanted.reader, written.strips.arranged)
    if each:
        yield tr("Mots changés, sans non"), unbroken(f"{changes(each)}. {_points(wanted)}")
    yield (
        tr("Qui juge"),
        tr("Le coin qui a écrit, et lui seul. Vous ne dites jamais si les mots sont trahis."),
    )


def places(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Who may give where, and what each bridge waits for."""
    if wanted.scenario.corners is None:
        return
    written = _written(wanted)
    for corner in written.these:
        yield wanted.reader.read(corner.title), _who_gives(wanted, corner)
    if _guests(wanted):
        yield (
            listed(_guests(wanted)),
            tr("Là où l’on est invité à ce tour ; sinon, seulement à ce qui est à tous."),
        )
    for card in _bridges(wanted.scenario):
        one, other = card.corners
        yield tr("« {title} »", title=wanted.reader.read(card.title)), tr(
            "Attend deux sceaux : {one} {at_other}, {other} {at_one}.",
            one=_name(wanted, one), at_one=telling.at(wanted.scenario, wanted.reader, one),
            other=_name(wanted, other), at_other=telling.at(wanted.scenario, wanted.reader, other),
        )  # fmt: skip


def _points(wanted: Wanted) -> str:
    """Who feels how much of a strip whose words were changed, if the common good rose; nobody who feels
    nothing."""
    seats = {member.character: "held" for member in wanted.scenario.cast}
    board = build(wanted.scenario, wanted.duration, seats)  # type: ignore[arg-type]
    several = [
        (people.short(wanted.scenario, member.character), to_float(points))
        for member, points in zip(wanted.scenario.cast, board.felt_arranged.tolist(), strict=True)
    ]
    told = " · ".join(f"{who}\u00a0{_signed(round(by, 1))}" for who, by in several if abs(by) >= _LEAST)
    return tr("Pour chacun : {what}.", what=told or tr("rien"))


def _signed(points: float) -> str:
    return signed(points, 0 if points == int(points) else 1)
