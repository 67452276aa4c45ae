"""Groups that live, sleep, and learn to do without help, on paper: a board of their tables, slips for going
to help them, and how all of it is played without a computer."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from engine import numbers
from engine.content.model import FAMILIES, Group, ProjectCard, Scenario
from engine.content.model.groups import Groups
from engine.effects import ALL, AWAKE, EffectModel
from engine.effects.group import GroupEffect
from engine.language import ntr, number, signed, tr
from engine.look import faces
from engine.paper.wanted import Wanted
from engine.telling import effects, people, projects
from engine.telling.gauges import indicator_title
from engine.telling.vocabulary import listed

FACE: Final = "calm"
_LEVELS: Final = range(numbers.MOST_LEVEL + 1)


def groups(wanted: Wanted) -> dict[str, Any]:
    """A board for each table of players: the table of each group, its chairs and its legs, where its two
    pawns start; a slip for going to help each."""
    written = wanted.scenario.groups
    assert written is not None
    return {
        "title": wanted.reader.read(written.title),
        "scenario": wanted.reader.read(wanted.scenario.title),
        "cut": tr(
            "À découper. {n} de ces étiquettes se posent à chaque tour, chacune sur sa table.",
            n=_at_once(written),
        ),
        "levels": [str(level) for level in _LEVELS],
        "asleep": tr("en sommeil"),
        "life": tr("vie"),
        "autonomy": tr("autonomie"),
        "help": tr("Aide"),
        "columns": columns(written),
        "boards": [
            {
                "title": wanted.reader.read(written.title),
                "how": list(_how(wanted, written)),
                "groups": [_table(wanted, at, group) for at, group in enumerate(written.these, 1)],
                "slips": [_slip(wanted, at, group) for at, group in enumerate(written.these, 1)],
            }
        ],
    }


def columns(written: Groups) -> int:
    """How many tables stand side by side on the board."""
    return 2 if len(written.these) < 5 else 3


def _at_once(written: Groups) -> int:
    """How many may be helped in a round: the last is one that sleeps."""
    return min(numbers.HELPED_AT_ONCE, len(written.these))


def _how(wanted: Wanted, written: Groups) -> Iterator[str]:
    yield tr(
        "Deux pions par table : en haut sa vie (la lune : en sommeil), en bas son autonomie. Ils partent du "
        "bord épais."
    )
    yield " ".join([_worth(wanted, written), *_interested(wanted, written)])


def _table(wanted: Wanted, at: int, group: Group) -> dict[str, Any]:
    member = wanted.scenario.characters.get(group.member or "")
    named = "" if member is None else member.short if wanted.large else member.name
    few = tr("dès {n} personnages", n=group.people)
    return {
        "number": at,
        "title": wanted.reader.read(group.title),
        "life": group.life,
        "autonomy": group.autonomy,
        "member": tr("Membre : {name}", name=named) if named else tr("Aucun membre ici"),
        "face": faces.svg(member.face.model_dump(), FACE) if member else "",
        "few": few if _may_be_absent(group) else "",
    }


def _slip(wanted: Wanted, at: int, group: Group) -> dict[str, Any]:
    """What is laid on a table where people may go: what coming does, and who asks."""
    return {
        "number": at,
        "title": projects.title(wanted.scenario, wanted.reader, group.helping),
        "comes": tr(
            "Vie {life}, autonomie {less}",
            life=signed(numbers.HELP_LIFE),
            less=signed(-numbers.HELP_AUTONOMY),
        ),
        "asks": tr("{name} demande : l’autonomie reste", name=people.short(wanted.scenario, group.member))
        if group.member
        else "",
        "nobody": "" if group.member else tr("Personne ne peut demander"),
    }


def _may_be_absent(group: Group) -> bool:
    """Whether a small table of players may be without it."""
    return group.people > 1


# ---- The card of a project --------------------------------------------------------------------------------


def on_card(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    """What a project does to groups, in lines, and which tables of the board those are, row by row: "one",
    "awake" (if it is then) or ""; {} where it does nothing to any."""
    written = wanted.scenario.groups
    moved = [effect for effect in card.effects if isinstance(effect, GroupEffect)]
    if written is None or not moved:
        return {}
    marks = [_mark(group, moved) for group in written.these]
    wide = columns(written)
    return {
        "lines": [unbroken(line) for line in effects.told(wanted.scenario, wanted.reader, moved)],
        "board": [marks[row : row + wide] for row in range(0, len(marks), wide)],
    }


def besides(wanted: Wanted, card: ProjectCard) -> Sequence[str]:
    """What a project does besides the gauges, and besides groups."""
    others: list[EffectModel] = [effect for effect in card.effects if not isinstance(effect, GroupEffect)]
    return effects.told(wanted.scenario, wanted.reader, others)


def unbroken(line: str) -> str:
    """A line whose numbers stay beside what they move."""
    return line.replace(" +", "\u00a0+").replace(" \u2212", "\u00a0\u2212")


def _mark(group: Group, moved: Sequence[GroupEffect]) -> str:
    names = {effect.group for effect in moved}
    if names & {group.id, ALL}:
        return "one"
    return "awake" if AWAKE in names else ""


# ---- The rules --------------------------------------------------------------------------------------------


def title(wanted: Wanted) -> str:
    """The name of all of them; "" where there are none."""
    written = wanted.scenario.groups
    return wanted.reader.read(written.title) if written is not None else ""


def rules(wanted: Wanted) -> Iterator[str]:
    """How they live, which of them may be helped, and what help does."""
    written = wanted.scenario.groups
    if written is None:
        return
    yield _tables(wanted, written)
    yield tr(
        "Vie 0 : un groupe dort, et garde son autonomie, qui ne compte plus. Vie 1 : il est éveillé. {worth} "
        "La carte blanche peut y ajouter, jusqu’à {high} en tout.",
        worth=_worth(wanted, written), high=numbers.HIGHEST_INDICATOR,
    )  # fmt: skip
    yield _laid(written)
    yield tr(
        "Aller aider : 1 temps, de n’importe qui sauf son membre. Vie {life}, autonomie {less}. Si son "
        "membre le demande, d’1 appui que lui seul peut y mettre : vie {life}, et l’autonomie reste. Un "
        "groupe qu’un chantier vient d’endormir n’est pas aidé ; un appui sans aide est perdu. Rien n’attend "
        "le tour suivant.",
        life=signed(numbers.HELP_LIFE), less=signed(-numbers.HELP_AUTONOMY),
    )  # fmt: skip
    yield tr(
        "Pour les promesses, les faits, les jetons en trop et les présupposés, une étiquette posée est un "
        "chantier ouvert ; si quelqu’un est venu, un chantier fini."
    )
    yield tr(
        "Une carte nomme un groupe ? Bougez ses pions, jamais sous 0 ni au-dessus de {most}. Une situation, "
        "une réponse, ce qui revient : aussitôt, et cela n’endort personne, il reste 1 de vie. Un chantier : "
        "à la révélation.",
        most=numbers.MOST_LEVEL,
    )
    yield from _fewer(wanted, written)


def _tables(wanted: Wanted, written: Groups) -> str:
    return tr(
        "Les {noun} sont des groupes : à chacun sa table, sur la page « {title} ». Le pion du haut dit sa "
        "vie : sur une chaise, de 1 à {most}, ou en sommeil. Celui du bas dit son autonomie : sur un pied, "
        "de 0 à {most}.",
        noun=wanted.reader.read(written.noun), title=title(wanted), most=numbers.MOST_LEVEL,
    )  # fmt: skip


def _worth(wanted: Wanted, written: Groups) -> str:
    return tr(
        "« {gate} » est toujours {points} × l’autonomie des groupes éveillés, additionnée.",
        gate=_gate(wanted), points=written.points,
    )  # fmt: skip


def _laid(written: Groups) -> str:
    """Which groups may be helped in a round, and how to find them."""
    several = len(written.these)
    found = ntr(
        "Où l’on peut aller aider à ce tour : le groupe éveillé qui a le moins de vie, d’autonomie {few} au "
        "plus ; puis un groupe endormi. Il en manque d’une sorte ? Prenez-en de l’autre. Posez leurs "
        "étiquettes.",
        "Où l’on peut aller aider à ce tour : les {n} groupes éveillés qui ont le moins de vie, d’autonomie "
        "{few} au plus ; puis un groupe endormi. Il en manque d’une sorte ? Prenez-en de l’autre. Posez "
        "leurs étiquettes.",
        _at_once(written) - 1,
        few=numbers.ALONE - 1,
    )
    equals = tr(
        "À égalité, le premier en partant de la table {first} au tour 1, et de {further} tables plus loin à "
        "chaque tour ; après la dernière, la table 1.",
        first=numbers.HELPED_AT_ONCE % several + 1, further=numbers.HELPED_AT_ONCE,
    )  # fmt: skip
    return f"{found} {equals}"


def _fewer(wanted: Wanted, written: Groups) -> Iterator[str]:
    """Those that a small table of players is without."""
    several = sorted(filter(_may_be_absent, written.these), key=lambda group: group.people)
    for least, absent in groupby(several, key=lambda group: group.people):
        yield tr(
            "À moins de {n} personnages en jeu, ôtez {names} : leurs tables n’existent pas.",
            n=least, names=listed([wanted.reader.read(group.title) for group in absent]),
        )  # fmt: skip


def _gate(wanted: Wanted) -> str:
    return indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate)


def _interested(wanted: Wanted, written: Groups) -> Iterator[str]:
    """Who gains by the number of those awake, and loses by it."""
    by_points = sorted(written.counts.items(), key=lambda one: one[1])
    for points, several in groupby(by_points, key=lambda one: one[1]):
        yield tr(
            "{names} : {more} pour chaque groupe éveillé de plus qu’avant la révélation, si « {gate} » a "
            "monté ; {less} pour chacun de moins, toujours.",
            names=listed([people.short(wanted.scenario, who) for who, _ in several]),
            more=signed(points), less=signed(-points), gate=_gate(wanted),
        )  # fmt: skip


# ---- In a round, and when it is counted -------------------------------------------------------------------


def raising(wanted: Wanted) -> str:
    """What one of the open projects must give at least; "" where there are no groups."""
    written = wanted.scenario.groups
    if written is None:
        return ""
    return tr(
        "L’un d’eux au moins doit donner tout de suite {n} d’autonomie ou plus aux groupes éveillés, ou "
        "qu’il réveille, sans dépasser {most} pour aucun : sinon, pour la dernière place vide, cherchez le "
        "premier de la pioche qui le fait.",
        n=-(-numbers.RAISES // written.points),
        most=numbers.MOST_LEVEL,
    )


def laid_out(wanted: Wanted) -> Iterator[str]:
    """What a round begins with."""
    if wanted.scenario.groups is not None:
        yield tr("Choisissez où l’on peut aller aider (« {title} », plus bas).", title=title(wanted))


def counted(wanted: Wanted) -> Iterator[str]:
    """What is counted once it is known what is complete, before the gauges move."""
    written = wanted.scenario.groups
    if written is not None:
        yield tr(
            "« {title} », dans cet ordre : ce que les chantiers finis font aux groupes, du plus à gauche au "
            "plus à droite ; les aides ; puis chaque groupe d’autonomie {few} au plus perd {worn} de vie. "
            "« {gate} » est alors {points} × l’autonomie des éveillés.",
            title=title(wanted), few=numbers.ALONE - 1, worn=numbers.WORN, gate=_gate(wanted),
            points=written.points,
        )  # fmt: skip


def numbered(wanted: Wanted) -> Iterator[str]:
    """What is counted for those whom the number matters to, and what it costs that some fell asleep."""
    written = wanted.scenario.groups
    if written is None:
        return
    said = [*_interested(wanted, written), *_mistrusted(wanted, written)]
    said.append(tr("Écrivez sur la feuille de compte combien sont éveillés, et leur autonomie."))
    yield " ".join(said)


def _mistrusted(wanted: Wanted, written: Groups) -> Iterator[str]:
    """On whose line of trust it is counted that a group fell asleep: all of it where all trust less, half of
    it where some do, as for cards."""
    asleep = written.asleep
    if asleep is not None and asleep.by:
        by = 100 * asleep.by * (1 if asleep.of == ALL else 0.5)
        yield tr(
            "Chaque groupe qui s’est endormi : {by} de confiance sur la ligne de {names}.",
            by=number(round(by, 1)), names=listed(list(_trusted(wanted.scenario, asleep.toward))),
        )  # fmt: skip


def _trusted(scenario: Scenario, toward: str) -> Iterator[str]:
    for member in scenario.cast:
        if toward in (ALL, member.character) or (
            toward in FAMILIES and scenario.card(member).family == toward
        ):
            yield people.short(scenario, member.character)


def rows(wanted: Wanted) -> list[dict[str, str]]:
    """On the sheet that is filled in: how many are awake, and their autonomy, each with its start."""
    written = wanted.scenario.groups
    if written is None:
        return []
    awake = [group for group in written.these if group.life]
    noun, all_ = wanted.reader.read(written.noun), len(written.these)
    return [
        {"title": tr("{noun} éveillés, sur {n}", noun=noun.capitalize(), n=all_), "start": str(len(awake))},
        {"title": tr("Leur autonomie, additionnée"), "start": str(sum(group.autonomy for group in awake))},
    ]


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    if wanted.scenario.groups is not None:
        yield tr(
            "Affichez « {title} » là où tous les voient, deux pions par table, et coupez les étiquettes.",
            title=title(wanted),
        )
