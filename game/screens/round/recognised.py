"""What a reveal says of strips: which corners recognised their own words, which bridges may come of it; as
great moments, then told beside what else changed.
"""

from engine.language import ntr, tr
from engine.view.types import BridgeView, RevealView, StripView, View
from game.kit import Card, Column, Element, Flow, Grid, Grow, Label, Row, Sized, centred
from game.pieces.bands import VERDICTS, Seal
from game.pieces.corners import how, plank, someone
from game.pieces.moment import Moment, inks
from game.pieces.parts import face

_MOST = 2
"""Bridges that may come of which each has a moment; the others are counted."""


def read_strips(now: RevealView) -> list[StripView]:
    """Those that were read, and of which their corner said something."""
    return [strip for strip in now.strips if strip.to and strip.verdict]


def newly_open(view: View) -> list[BridgeView]:
    """Bridges that may come since this reveal."""
    shown = view.corners
    if shown is None:
        return []
    fresh = {frozenset((seal.of, seal.at)) for seal in shown.seals if seal.round == view.phase.round}
    return [one for one in shown.bridges if one.state == "open" and frozenset((one.one, one.other)) in fresh]


def _counted(strips: list[StripView]) -> str:
    """ "2 bandes reconnues, 1 désavouée"."""
    yes, no = (sum(strip.verdict == word for strip in strips) for word in ("yes", "no"))
    told = [ntr("{n} bande reconnue", "{n} bandes reconnues", yes) if yes else tr("Aucune bande reconnue")]
    if no:
        told.append(ntr("{n} désavouée", "{n} désavouées", no))
    return ", ".join(told)


def _lower(words: str) -> str:
    """As in the middle of a sentence."""
    return words[:1].lower() + words[1:]


# ---- The moments ---------------------------------------------------------------------------------------


def moments_of(view: View, now: RevealView) -> list[Moment]:
    """What became of the strips; each bridge that may come of it."""
    strips = read_strips(now)
    found = [_recognised(view, strips)] if strips else []
    coming = newly_open(view)
    more = len(coming) - _MOST
    return [
        *found,
        *(_opens(view, one, more if i + 1 == _MOST else 0) for i, one in enumerate(coming[:_MOST])),
    ]


def _recognised(view: View, strips: list[StripView]) -> Moment:
    yes, no = (sum(strip.verdict == word for strip in strips) for word in ("yes", "no"))
    ground = "kept" if yes > no else "broken" if no > yes else "part"
    loud, _ = inks(ground)
    seals = Grid([_sealed(strip) for strip in strips], 2, "l", "m")
    lines: list[Element] = []
    if view.corners is not None:
        lines = [Label(words, "lead", loud) for words in (view.corners.worth_said,) if words]
    return Moment(
        id="strips",
        ground=ground,
        kind=tr("Ce qui a été dit, et lu"),
        title=_counted(strips),
        read=tr("Chacun a dit si c’étaient ses mots : {counted}.", counted=_lower(_counted(strips))),
        ask=tr("Qu’est-ce qui change quand d’autres mots disent la même chose ?"),
        picture=centred(Card(seals, "l", "l", edge=False, border=None)),
        lines=lines,
    )


def _sealed(strip: StripView) -> Element:
    name = Label(f"{strip.title} → {strip.to_title}", "name", align="center", max_lines=2)
    return Column([Row([Seal(110.0, strip.verdict)], "none", justify="center"), name], "xs")


def _opens(view: View, bridge: BridgeView, more: int) -> Moment:
    comes = view.phase.round < view.phase.rounds  # after the last, nothing comes any more
    ground = "gift" if comes else "part"
    loud, _ = inks(ground)
    lines: list[Element] = []
    if more > 0:
        lines.append(Label(ntr("et {n} autre pont", "et {n} autres ponts", more), "lead", loud))
    return Moment(
        id=f"bridge.{bridge.project}",
        ground=ground,
        kind=tr("Un pont peut venir") if comes else tr("Un pont, trop tard"),
        title=bridge.title,
        read=bridge.said,
        ask=tr("Qui s’y engage, d’un bout et de l’autre ?")
        if comes
        else tr("Qu’aurait-on fait, d’un bout et de l’autre ?"),
        picture=centred(Card(_joined(view, bridge), "l", "l", edge=False, border=None)),
        lines=lines,
    )


def _joined(view: View, bridge: BridgeView) -> Element:
    """The faces of both corners, and the bridge between."""
    shown = view.corners
    row: list[Element] = [plank("open", 170.0)]
    for at, end in ((0, bridge.one), (2, bridge.other)):
        corner = shown.corner(end) if shown is not None else None
        member = someone(view, corner.member) if corner is not None else None
        if corner is not None and member is not None:
            name = Label(corner.title, "name", align="center", max_lines=2)
            row.insert(at, Column([face(member, 140.0), Sized(name, 140.0)], "xs", "center"))
    return Row(row, "xs")


# ---- What is told after the moments --------------------------------------------------------------------


def told(view: View, now: RevealView, level: int) -> list[Element]:
    """Each strip with its seal, and how it was read; on a full page, their seals alone, or nothing. Bridges
    that may come are told with what else becomes possible."""
    strips = read_strips(now)
    if not strips or level > 3:
        return []
    if level > 1:
        seals = [
            Row([Seal(34.0, one.verdict), Label(one.title, "label", one_line=True)], "xs") for one in strips
        ]
        return [Card(Flow(seals, "m", "none"), "l", "s")]
    rows: list[Element] = [_line(view, strip, level < 1) for strip in strips]
    return [Card(Column(rows, "xs"), "l", "s")]


def beside(view: View) -> str:
    """What a page that has no more room for it says beside the common good: how many seals stand."""
    return standing(view) if view.corners is not None and view.corners.faithful else ""


def standing(view: View) -> str:
    """How many seals stand; from the second round on, that those of the rounds before count among them."""
    if view.corners is None:
        return ""
    said = view.corners.faithful_said
    return tr("En tout : {what}", what=_lower(said)) if view.phase.round > 1 else said


def _line(view: View, strip: StripView, whole: bool) -> Element:
    """A strip: its seal, its corner, where it was read and how."""
    name: list[Element] = [Label(strip.title, "name", VERDICTS[strip.verdict], one_line=True)]
    if whole:
        name.append(Label("→ " + how(view, strip), "small", "ink"))
    return Row([Seal(38.0, strip.verdict), Grow(Flow(name, "s", "none"))], "s")
