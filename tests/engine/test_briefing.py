"""The briefing: it is read whole, and every drawing of it can be read from far, in each language and
register."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from engine import check
from engine.briefing import diagrams, reading
from engine.briefing.diagrams import HEIGHT, WIDTH
from engine.check import briefing as check_briefing
from engine.content.library import root
from engine.content.model import BriefingPanel, Text
from engine.language import typo
from engine.look.palette import PAPER, STRONG, contrast, rgb
from engine.look.shapes import Circle, Line, Polygon, Portrait, Rect, Shape, Words, svg

PANELS = reading.shipped().panels
READERS = [("fr", False), ("fr", True), ("en", False), ("en", True)]


def say_for(language: str, plain: bool) -> diagrams.Say:
    def say(text: Text) -> str:
        return typo(text.read(language, plain), language)

    return say


def steps_of(panel: BriefingPanel, say: diagrams.Say) -> list[tuple[Shape, ...]]:
    return [diagrams.drawn(panel.diagram, step, say) for step in range(1, diagrams.steps(panel.diagram) + 1)]


def holds(shape: Shape, x: float, y: float) -> bool:
    """Whether a filled shape covers a point."""
    if isinstance(shape, Rect):
        return bool(shape.fill) and shape.x <= x <= shape.x + shape.w and shape.y <= y <= shape.y + shape.h
    if isinstance(shape, Circle):
        return bool(shape.fill) and (shape.x - x) ** 2 + (shape.y - y) ** 2 <= shape.r**2
    if not isinstance(shape, Polygon) or not shape.fill:
        return False
    inside = False
    for (ax, ay), (bx, by) in zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def box(shape: Shape) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a shape, without its outline."""
    if isinstance(shape, Rect):
        return shape.x, shape.y, shape.x + shape.w, shape.y + shape.h
    if isinstance(shape, Circle):
        return shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r
    if isinstance(shape, Words):
        x, y, w, h = diagrams.extent(shape)
        return x, y, x + w, y + h
    if isinstance(shape, Portrait):
        return shape.x - shape.r, shape.y - shape.r, shape.x + shape.r, shape.y + shape.r
    return (
        min(x for x, _ in shape.points),
        min(y for _, y in shape.points),
        max(x for x, _ in shape.points),
        max(y for _, y in shape.points),
    )


def test_the_shipped_briefing_is_without_a_fault() -> None:
    assert reading.load(root() / "briefing").diagnostics == ()


@pytest.mark.parametrize("panel", PANELS, ids=lambda panel: panel.id)
class TestEachDrawing:
    def test_stays_on_its_canvas_with_words_apart_and_large(self, panel: BriefingPanel) -> None:
        for reader in READERS:
            for shapes in steps_of(panel, say_for(*reader)):
                boxes = [box(shape) for shape in shapes]
                assert all(x >= 0 and y >= 0 and r <= WIDTH and b <= HEIGHT for x, y, r, b in boxes)
                words = [shape for shape in shapes if isinstance(shape, Words)]
                assert all(one.size >= 0.04 * HEIGHT for one in words)
                assert list(diagrams.misplaced(shapes)) == []

    def test_can_be_read_on_what_lies_under_its_words(self, panel: BriefingPanel) -> None:
        for palette, least in ((PAPER, 4.5), (STRONG, 7.0)):
            for reader in READERS:
                shapes = steps_of(panel, say_for(*reader))[-1]
                for at, one in enumerate(shapes):
                    if isinstance(one, Words):
                        left, top, right, bottom = box(one)
                        under = shapes[:at]
                        for x in (left + 1, (left + right) / 2, right - 1):
                            fills = [s for s in under if holds(s, x, (top + bottom) / 2)]
                            ground = getattr(fills[-1], "fill", "") if fills else "panel"
                            seen = contrast(rgb(palette[one.colour]), rgb(palette[ground]))
                            assert seen >= least, (one.text, one.colour, ground)

    def test_each_step_adds_something_and_words_come_last(self, panel: BriefingPanel) -> None:
        steps = steps_of(panel, say_for("fr", False))
        assert 2 <= len(steps) <= 3
        assert all(set(after) - set(before) for before, after in pairwise(steps))
        for shapes in steps:
            last = Words | Portrait
            first = next((n for n, shape in enumerate(shapes) if isinstance(shape, last)), len(shapes))
            assert all(isinstance(shape, last) for shape in shapes[first:])

    def test_is_drawn_from_its_data(self, panel: BriefingPanel) -> None:
        steps = steps_of(panel, lambda text: text.fr)
        said = " ".join(one.text for shapes in steps for one in shapes if isinstance(one, Words))
        for part in panel.diagram.data:
            for text in (part.label, part.note, *part.cells):
                assert text is None or all(word in said for word in text.fr.split()), text


def test_a_panel_says_that_it_is_past() -> None:
    [panel] = [panel for panel in PANELS if panel.id == "argent"]
    assert panel.valid_until == 2026
    assert not panel.is_past(date(2026, 12, 31))
    assert panel.is_past(date(2027, 1, 1))


def test_check_knows_the_briefing_and_advises_on_a_panel_that_is_past() -> None:
    told = check_briefing.status(root() / "briefing", date(2029, 1, 1))
    assert {one.code for one in told} == {"panel-past"}
    assert {one.severity for one in told} == {"advice"}
    line = (root() / "briefing" / "briefing.yaml").read_text("utf-8").splitlines()[told[0].line - 1]
    assert line[told[0].column - 1 :] == "2026"
    assert check.run("briefing")[1] == 0


def test_shapes_are_made_svg_with_or_without_the_words() -> None:
    shapes = (Rect(0, 0, 10, 10, "gold"), Line(((0, 0), (5, 5)), dashed=True), Words(1, 2, "a < b", 13))
    whole = svg(shapes, PAPER)
    assert PAPER["gold"] in whole
    assert "stroke-dasharray" not in whole  # strokes one by one: not every renderer closes a dashed way
    assert "a &lt; b" in whole
    assert "<text" not in svg(shapes, PAPER, words=False)


def test_a_face_stands_beside_its_circle_from_when_it_is_lit_and_is_printed_too() -> None:
    [panel] = [panel for panel in PANELS if panel.id == "qui-fait-quoi"]
    steps = steps_of(panel, lambda text: text.fr)
    faces = [[shape for shape in shapes if isinstance(shape, Portrait)] for shapes in steps]
    assert [len(found) for found in faces] == [0, 1, 1]
    assert faces[2][0].name == "Le délégué du préfet"
    assert "Open Peeps" in svg(steps[2], PAPER)
    assert "Open Peeps" not in svg(steps[2], PAPER, words=False)  # the window draws faces its own way


def test_a_face_that_cannot_be_drawn_is_told_where_it_is_written(tmp_path: Path) -> None:
    text = (root() / "briefing" / "briefing.yaml").read_text("utf-8")
    (tmp_path / "briefing.yaml").write_text(text.replace("head: short2", "head: shrt2", 1), "utf-8")
    [told] = [one for one in check_briefing.status(tmp_path, date(2026, 1, 1)) if one.code == "face-unknown"]
    assert "short2" in told.hint
    assert "shrt2" in text.replace("head: short2", "head: shrt2", 1).splitlines()[told.line - 1]


EASY = "    plain:\n      idea: >-\n        Certains"
LONG = "une aide qui vient en plus de celle que tout le monde reçoit dans toutes les autres rues"


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        ("Certains quartiers ont moins que les autres.", f"Il y a {LONG}.", "plain-sentence", LONG),
        ("Puis il ajoute un peu d'aide", "Puis il mutualise la gouvernance", "plain-words", "gouvernance"),
        ("Demandez à quelqu'un", "Demandez aux habitant·es, à quelqu'un", "aloud-sign", "habitant"),
        ("C'est la phrase que", f"C'est pour {LONG}, {LONG}, {LONG}, la phrase que", "aloud-sentence", LONG),
        (EASY, EASY.replace("idea", "title"), "plain-missing", "Réduire"),
    ],
)  # fmt: skip
def test_advice_on_texts_is_given_for_panels_as_for_cards(
    old: str, new: str, code: str, at: str, tmp_path: Path
) -> None:
    text = (root() / "briefing" / "briefing.yaml").read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    (tmp_path / "briefing.yaml").write_text(text, "utf-8")
    [told] = [one for one in check_briefing.status(tmp_path, date(2026, 1, 1)) if one.code == code]
    assert told.severity == "advice"
    assert at in "".join(text.splitlines()[told.line - 1 : told.line + 6])


def codes(folder: Path, old: str, new: str) -> set[str]:
    """What a copy of the shipped briefing gets told with one thing written otherwise."""
    text = (root() / "briefing" / "briefing.yaml").read_text("utf-8")
    assert old in text
    (folder / "briefing.yaml").write_text(text.replace(old, new, 1), "utf-8")
    return {one.code for one in reading.load(folder).diagnostics if one.severity == "error"}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: bars", "kind: bras", "unknown-choice"),
        (", value: 62}", "}", "missing-key"),
        ("label: En plus", "label: Une aide en plus qui est beaucoup trop longue pour tenir là", "too-long"),
        ("    ask:", "#   ask:", "missing-key"),
        ("short: [pourquoi", "short: [pourqoi", "name-unknown"),
        ("id: argent", "id: pourquoi", "listed-twice"),
        ("Réduire l'écart entre", "Réduire un jour, peut-être, l'écart qui reste entre", "too-long"),
    ],
)
def test_what_is_wrong_is_told(old: str, new: str, code: str, tmp_path: Path) -> None:
    assert code in codes(tmp_path, old, new)


TOO_LONG = "Une aide en plus qui est beaucoup trop longue pour tenir là"


@pytest.mark.parametrize(
    ("file", "old", "new", "at"),
    [
        ("briefing.yaml", ", value: 62}", "}", "{id: quartier, label: Le quartier}"),
        ("briefing.yaml", "label: En plus,", f"label: {TOO_LONG},", f"{TOO_LONG}, value: 18}}"),
        ("briefing.yaml", "{label: confier}", f"{{label: {TOO_LONG}}}", f"{TOO_LONG}}}}}"),
        ("briefing.yaml", "qui vote, qui propose, une part", f"qui vote, {TOO_LONG}, une part", TOO_LONG),
        ("briefing.en.yaml", "{label: Extra}", f"{{label: {TOO_LONG}}}", TOO_LONG),
        ("briefing.yaml", "note: La taxe,", "note: La taxe, value: 3,", "3, plain"),
    ],
)
def test_a_fault_of_a_drawing_is_told_at_the_part_that_has_it(
    file: str, old: str, new: str, at: str, tmp_path: Path
) -> None:
    texts = {
        name: (root() / "briefing" / name).read_text("utf-8")
        for name in ("briefing.yaml", "briefing.en.yaml")
    }
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    told, *more = [one for one in reading.load(tmp_path).diagnostics if one.code != "translation-stale"]
    assert more == []
    assert Path(told.file).name == file
    assert texts[file].splitlines()[told.line - 1][told.column - 1 :].startswith(at)


@pytest.mark.parametrize("guide", ["README.md", "README.en.md"])
def test_the_guides_panel_is_a_sound_one_and_no_kind_is_left_out(guide: str, tmp_path: Path) -> None:
    told = (root() / "briefing" / guide).read_text("utf-8")
    example = told.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "briefing.yaml").write_text(f"title: Chez nous\npanels:\n{example}", "utf-8")
    assert [one.code for one in check_briefing.status(tmp_path, date(2026, 4, 1))] == ["untranslated"]
    for name, kind in diagrams.KINDS.items():
        assert f"| `{name}` | {kind.said if guide == 'README.md' else ''}" in told


def test_the_short_path_is_six_panels_of_the_sixteen() -> None:
    whole = reading.shipped()
    assert [len(whole.on("recto")), len(whole.on("verso"))] == [8, 8]
    assert len(whole.way(short=True)) == 6
    assert {panel.diagram.kind for panel in PANELS} == set(diagrams.KINDS)
