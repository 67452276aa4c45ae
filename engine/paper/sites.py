"""Works that hurt before they help, on paper: a plan of the ground, slips for hoardings that are turned over
once the ground is new, and how all of it is played without a computer."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from engine import numbers
from engine.content.model import ProjectCard, Scenario
from engine.content.model.sites import Ground, Sites
from engine.fixed import to_float
from engine.language import signed, tr
from engine.look import pictograms
from engine.look.palette import PAPER
from engine.paper.groups import unbroken
from engine.paper.wanted import Wanted
from engine.rules.board import Board, build, names
from engine.telling import people, projects
from engine.telling import sites as telling
from engine.telling.gauges import indicator_title
from engine.telling.vocabulary import changes

_LEAST: Final = 0.05
"""What is felt by fewer points is nothing, on paper."""


def sites(wanted: Wanted) -> dict[str, Any]:
    """A plan for each table of players: its parts of the ground; a slip for each part that works take, to be
    folded, the hoarding on one side and the new ground on the other."""
    written = wanted.scenario.sites
    assert written is not None
    return {
        "title": wanted.reader.read(written.title),
        "scenario": wanted.reader.read(wanted.scenario.title),
        "cut": tr(
            "À découper, puis à plier sur le trait : la palissade devant, le sol neuf derrière. Une "
            "étiquette pour chaque partie du sol qu’un chantier à tranches prend."
        ),
        "columns": columns(written),
        "old": tr("comme avant"),
        "hoarding": tr("Palissade"),
        "phases": tr("Tranches payées"),
        "new": tr("Le sol est neuf"),
        "boards": [
            {
                "title": wanted.reader.read(written.title),
                "how": list(_how(wanted)),
                "grounds": [wanted.reader.read(part.title) for part in written.grounds],
                "slips": list(_slips(wanted, written)),
            }
        ],
    }


def columns(written: Sites) -> int:
    """How many parts of the ground lie side by side."""
    return 3 if len(written.grounds) in (3, 5, 6) else 2


def _how(wanted: Wanted) -> Iterator[str]:
    yield tr(
        "Une palissade se dresse : posez ses étiquettes, et cochez une case par tranche payée. Elle tombe : "
        "retournez-les."
    )
    together = telling.together_said(wanted.scenario, wanted.reader)
    if together:
        yield tr("{said} à chaque tour.", said=together)


def _slips(wanted: Wanted, written: Sites) -> Iterator[dict[str, Any]]:
    """What is laid on the plan: works, and one of the parts that they take."""
    for card in _works(wanted.scenario):
        for part in _taken(card, written):
            words = projects.words(wanted.scenario, wanted.reader, card.id)
            yield {
                "title": words.title,
                "picture": pictograms.svg(words.pictogram, PAPER["ink"]),
                "part": wanted.reader.read(part.title),
                "phases": card.phases,
                "each": _each(wanted, card),
                "felt": _by_name(wanted, card),
            }


def _works(scenario: Scenario) -> list[ProjectCard]:
    return [card for card in scenario.projects if card.works is not None]


def _taken(card: ProjectCard, written: Sites) -> list[Ground]:
    return [part for part in written.grounds if card.works is not None and part.id in card.works.ground]


def _each(wanted: Wanted, card: ProjectCard) -> str:
    return unbroken(telling.each_said(telling.each_round(wanted.scenario, wanted.reader, card.id)))


def _by_name(wanted: Wanted, card: ProjectCard) -> str:
    """Whom it costs or brings something by name: "Corinne y perd 1"."""
    return ", ".join(said for _, _, said in telling.hurt_by_name(wanted.scenario, wanted.reader, card.id))


# ---- The card of a project --------------------------------------------------------------------------------


def on_card(wanted: Wanted, card: ProjectCard) -> dict[str, Any]:
    """What makes a project a site: what each of its phases asks for, what it does while its hoarding stands,
    the parts of the plan that it takes, row by row; {} of any other."""
    written = wanted.scenario.sites
    if written is None or card.works is None:
        return {}
    marks = ["taken" if part.id in card.works.ground else "" for part in written.grounds]
    wide = columns(written)
    costs = (card.cost, *card.works.then)
    ground = " · ".join(wanted.reader.read(part.title) for part in _taken(card, written))
    return {
        "phases": [
            {
                "word": tr("Tranche {n}", n=n),
                "tokens": {"time": cost.time, "means": cost.means, "backing": cost.backing},
            }
            for n, cost in enumerate(costs, 1)
        ],
        "lines": [
            line
            for line in (_each(wanted, card), _by_name(wanted, card), tr("Sol : {ground}", ground=ground))
            if line
        ],
        "plan": [marks[row : row + wide] for row in range(0, len(marks), wide)],
    }


def fallen(told: Sequence[str]) -> str:
    """What works do once their hoarding is down; "" for nothing."""
    return unbroken(tr("Palissade tombée : {what}", what=" · ".join(told))) if told else ""


def softened(wanted: Wanted, card: ProjectCard) -> str:
    """What a project softens; "" where it softens nothing."""
    return unbroken(telling.softens_said(wanted.scenario, wanted.reader, card.id))


# ---- The rules --------------------------------------------------------------------------------------------


def title(wanted: Wanted) -> str:
    """The name of the plan; "" where there is none."""
    written = wanted.scenario.sites
    return wanted.reader.read(written.title) if written is not None else ""


def rules(wanted: Wanted) -> Iterator[str]:
    """When a hoarding goes up, hurts, stalls and falls; whose ground it is; what softens it."""
    if not _works(wanted.scenario):
        return
    yield tr(
        "Un chantier à tranches se paie en plusieurs fois : une tranche par tour, jamais d’avance. Ses "
        "promesses et ses jetons sont pour la tranche demandée. Payée, cochez-la sur la carte, ôtez ses "
        "jetons : la carte reste à sa place."
    )
    yield tr(
        "Première tranche payée : sa palissade se dresse, à cette révélation. Posez ses étiquettes sur le "
        "plan. Rien ne l’arrête plus, et il n’est jamais abandonné. Sans sa première tranche, il l’est comme "
        "un autre."
    )
    yield tr(
        "Toute palissade debout à la fin d’une révélation gêne, que sa tranche soit payée ou non. Dernière "
        "tranche payée : elle tombe, et ne gêne déjà plus. Le chantier est fini ; retournez ses étiquettes : "
        "le sol est neuf."
    )
    yield tr(
        "Un chantier ouvert veut un sol où une palissade se dresse ? Il quitte le plateau, abandonné, jetons "
        "perdus, et sort du jeu. Deux premières tranches payées ensemble, pour le même sol : le plus à "
        "gauche le prend."
    )
    yield from _together(wanted)
    yield from _softening(wanted)
    yield tr(
        "Une carte fait gagner ou refaire des tranches ? Cochez ou effacez, mais la dernière reste toujours "
        "à payer. Seules les palissades debout bougent. Les jetons posés restent, même en trop."
    )


def _together(wanted: Wanted) -> Iterator[str]:
    written = wanted.scenario.sites
    each = projects.changes_of(wanted.scenario, wanted.reader, written.together if written else {})
    if each:
        yield tr(
            "Plusieurs palissades debout : chacune en plus de la première ajoute {what}.", what=changes(each)
        )


def _softening(wanted: Wanted) -> Iterator[str]:
    if any(card.softens for card in wanted.scenario.projects):
        yield tr(
            "Un chantier fini qui « adoucit » s’ajoute, dès cette révélation et à chacune, à la gêne de "
            "chaque palissade debout qu’il nomme : ce qu’elle prend à une jauge peut tomber à 0, pas plus "
            "haut ; sans palissade, à rien."
        )


def raising(wanted: Wanted) -> Iterator[str]:
    """What counts as raising the common good among open projects."""
    if _works(wanted.scenario):
        yield tr("Un chantier à tranches n’y compte que s’il ne lui en reste qu’une.")


def drawn(wanted: Wanted) -> Iterator[str]:
    """What may not come from the deck."""
    if not _works(wanted.scenario):
        return
    yield tr(
        "Passez, en les laissant dans la pioche, les chantiers à tranches dont une partie du sol a une "
        "étiquette."
    )
    yield tr("Passez aussi ceux qui ont plus de tranches qu’il ne reste de tours, celui-ci compris.")
    if any(card.softens for card in wanted.scenario.projects):
        yield tr("De même, ce qui adoucit, si rien de ce qu’il adoucit n’est ouvert.")
    yield tr("Finis, les uns et les autres ne reviennent jamais.")


# ---- When it is counted -----------------------------------------------------------------------------------


def counted(wanted: Wanted) -> Iterator[str]:
    """What is counted once it is known what is complete, before the gauges move."""
    if _works(wanted.scenario):
        yield tr(
            "Un chantier à tranches ne l’est qu’avec la dernière : sinon, cochez celle-ci, et sa palissade "
            "est debout (« {title} »).",
            title=title(wanted),
        )


def moved(wanted: Wanted) -> Iterator[str]:
    """What moves the gauges besides what is complete."""
    if _works(wanted.scenario):
        yield tr(
            "Puis la gêne : pour chaque palissade debout, « À chaque tour », et ce qui l’adoucit ; pour "
            "chacune en plus de la première, ce qui s’ajoute."
        )


def felt(wanted: Wanted) -> Iterator[str]:
    """What the hoardings cost each."""
    if _works(wanted.scenario):
        yield tr(
            "La gêne de ce tour se compte pour chacun, comme un chantier fini : ce qui compte pour soi × ce "
            "qu’elle change, additionné, divisé par {stakes} ; plus ce que les cartes debout disent à son "
            "nom. Un total sous 0 compte toujours ; au-dessus, seulement si « {gate} » a monté.",
            stakes=numbers.STAKES, gate=indicator_title(wanted.scenario, wanted.reader, wanted.scenario.gate),
        )  # fmt: skip


def rows(wanted: Wanted) -> list[dict[str, str]]:
    """On the sheet that is filled in: how many hoardings stand, and what they change in all."""
    if not _works(wanted.scenario):
        return []
    return [
        {"title": tr("Palissades debout"), "start": "0"},
        {"title": tr("Leur gêne, en tout"), "start": ""},
    ]


def before(wanted: Wanted) -> Iterator[str]:
    """What to make ready."""
    if _works(wanted.scenario):
        yield tr(
            "Affichez « {title} » là où tous la voient ; coupez et pliez les étiquettes des palissades.",
            title=title(wanted),
        )


# ---- For whoever leads ------------------------------------------------------------------------------------


def each_feels(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """What a round behind each hoarding costs each, what softens it gives back, and what several add: what it
    is about, and by how much for whom."""
    scenario = wanted.scenario
    if not _works(scenario):
        return
    board, index = _everybody(wanted), names(scenario)
    for card in scenario.projects:
        if card.works is not None or card.softens is not None:
            about = tr("« {title} »", title=wanted.reader.read(card.title))
            at = board.felt[:, index.project(card.id)].tolist()
            what = _points(wanted, at)
            yield about, what if card.works is not None else tr("adoucit : {what}", what=what)
    together = _points(wanted, board.felt_together.tolist())
    if together != tr("rien"):
        yield tr("Chaque palissade en plus de la première"), together


def _everybody(wanted: Wanted) -> Board:
    """The board of a game in which everybody is held, as on paper."""
    seats = {member.character: "held" for member in wanted.scenario.cast}
    return build(wanted.scenario, wanted.duration, seats)  # type: ignore[arg-type]


def _points(wanted: Wanted, fixed: Sequence[int]) -> str:
    """Who feels how much, nobody who feels nothing."""
    several = [
        f"{people.short(wanted.scenario, member.character)}\u00a0{_signed(round(to_float(points), 1))}"
        for member, points in zip(wanted.scenario.cast, fixed, strict=True)
        if abs(to_float(points)) >= _LEAST
    ]
    return " · ".join(several) or tr("rien")


def _signed(points: float) -> str:
    return signed(points, 0 if points == int(points) else 1)
