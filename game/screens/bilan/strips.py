"""Page of the Bilan on a room in corners: every strip, round by round, with its seal; the bridges."""

from engine.debrief.types import Bilan
from engine.language import amid, tr
from engine.view.types import CornersView, StripView, View
from game.front.state import Ui
from game.kit import Card, Column, Element, Grow, Label, Pill, Row, Rule, Sized, Spacer
from game.pieces.bands import Seal, differs, not_the_same, quoted
from game.pieces.corners import bridge_line, how, plank
from game.pieces.hall import Suited
from game.pieces.parts import paged

_NAME = 236.0


def strips(view: View, ui: Ui, data: Bilan) -> Element:
    """At the left all seals and the bridges, at the right the words."""
    shown = view.corners
    assert shown is not None
    tone = "kept" if shown.faithful else "plain"
    words = tr("Ce que chacun a dit, comme cela a été lu ailleurs.")
    head = Column([Label(shown.title, "title"), Label(words, "lead", "quiet")], "xs")
    title = Row([Grow(head), Pill(shown.faithful_said, tone, "name")], "m")
    left = Column([_table(shown), Grow(_bridges(ui, shown))], "m")
    rows = [_words(view, n, strip) for n, strip in _read(shown)]
    right: Element = Card(Label(tr("Aucune bande n’a été lue."), "lead"), "l", "m")
    if rows:
        right = paged(ui, "strips-told", rows, "s")
    return Column([title, Grow(Row([Grow(left, 1.0, 600), Grow(right, 1.25, 760)], "l", "stretch"))], "m")


def _read(shown: CornersView) -> list[tuple[int, StripView]]:
    return [(n, one) for n, strips in enumerate(shown.strips, 1) for one in strips if one.to]


def _table(shown: CornersView) -> Element:
    """A line for each corner, a seal for each round."""
    rounds = range(1, len(shown.strips) + 1)
    long = len(shown.strips) > 3
    names = [tr("T{n}", n=n) if long else tr("tour {n}", n=n) for n in rounds]
    rows: list[Element] = [_line(Spacer(), [Label(name, "label", align="center") for name in names])]
    for corner in shown.corners:
        seals = [_seal(shown, n, corner.id) for n in rounds]
        rows += [Rule(), _line(Label(corner.title, "name", max_lines=1), seals)]
    return Card(Column(rows, "xs"), "l", "s")


def _line(head: Element, cells: list[Element]) -> Element:
    return Row([Sized(head, _NAME), *(Grow(Row([cell], "none", justify="center")) for cell in cells)], "s")


def _seal(shown: CornersView, n: int, corner: str) -> Element:
    """What a corner said of its strip of a round."""
    strip = next((one for one in shown.strips[n - 1] if one.corner == corner), None)
    if strip is None or not strip.to or not strip.verdict:
        return Label("–", "name", "quiet", "center", one_line=True)
    return Seal(46.0, strip.verdict)


def _bridges(ui: Ui, shown: CornersView) -> Element:
    """How far each bridge came."""
    if not shown.bridges:
        return Spacer()
    whole: list[Element] = [bridge_line(one, "small") for one in shown.bridges]
    short: list[Element] = [
        Row([plank(one.state, 70.0), Grow(Label(one.title, "label", "ink", max_lines=2))], "s")
        for one in shown.bridges
    ]
    forms: list[Element] = [Column(whole, "s"), Column(short, "xs"), paged(ui, "bridges-told", short, "xs")]
    return Card(Suited(tuple(forms), full=2), "l", "s")


def _words(view: View, n: int, strip: StripView) -> Element:
    """A strip of a round: where it was read and how, its words, those that were read where they differ."""
    told = {"n": n, "corner": amid(strip.title), "how": how(view, strip)}
    head = (
        tr("Tour {n} · écrit par {corner}, lu {how}", **told)
        if strip.to
        else tr("Tour {n} · écrit par {corner} : {how}", **told)
    )
    rows: list[Element] = [Label(head, "label", "part" if strip.arranged else "ink")]
    if differs(strip):
        own, aloud = not_the_same(strip.text, strip.read)
        rows += [_said(tr("écrit"), strip.text, own), _said(tr("lu"), strip.read, aloud)]
    elif strip.text:
        rows.append(quoted(strip.text, "small"))
    seal = [Seal(52.0, strip.verdict)] if strip.verdict else []
    return Card(Row([*seal, Grow(Column(rows, "none"))], "m"), "m", "s", edge=False)


def _said(word: str, text: str, marked: tuple[bool, ...]) -> Element:
    return Row(
        [Sized(Label(word, "tiny", "ink", one_line=True), 56.0), Grow(quoted(text, "small", marked))], "s"
    )
