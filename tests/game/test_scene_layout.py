"""Boxes share their room, tighten when it lacks, and say so when it cannot be helped."""

import pytest

from engine.look.things import Neighbourhood, Shown
from game.kit import (
    Bar,
    Button,
    Card,
    Chart,
    Column,
    Dot,
    Drawn,
    Face,
    Field,
    Flow,
    Grid,
    Grow,
    Keyed,
    Label,
    Landscape,
    Pad,
    Pages,
    Part,
    Picture,
    Pill,
    Preview,
    Rect,
    Row,
    Rule,
    Sized,
    Spacer,
    Stack,
    StackedBar,
    Stamp,
    Tap,
    Tokens,
    centred,
)
from game.kit import nodes as n
from game.kit.fitting import Own
from game.kit.theme import FLOORS, TEXT_SIZES, Theme
from game.paint import canvas

ROOM = canvas((1920, 1080))
LONG = "Rouvrir la maison de santé pluridisciplinaire avec les habitants du quartier et leurs voisins. "


def of(scene, kind):
    return [node for node in scene.nodes if isinstance(node, kind)]


def texts(scene):
    return {node.text: node for node in of(scene, n.Text)}


@pytest.mark.parametrize(
    ("pixels", "size"),
    [
        ((1280, 720), (1920, 1080)),
        ((3840, 2160), (1920, 1080)),
        ((1280, 1024), (1920, 1536)),
        ((1920, 1200), (1920, 1200)),
        ((2560, 1080), (2560, 1080)),
        ((1080, 1920), (1920, 3413)),
    ],
)
def test_every_window_gives_a_canvas_at_least_as_large_as_the_design(pixels, size):
    assert canvas(pixels).size == pytest.approx(size, abs=1)


def test_growing_children_share_what_the_others_leave():
    row = Row([Sized(Spacer(), w=400), Grow(Card(Spacer())), Grow(Card(Spacer()), 3)], gap=0)
    small, large = of(ROOM.compose(row), n.Panel)
    assert (small.rect.w, large.rect.w) == (pytest.approx(380), pytest.approx(1140))
    assert large.rect.right == pytest.approx(1920)


def test_a_table_grows_only_as_far_as_its_columns_have_room():
    columns = [Grow(Label(text, one_line=True), 1, 200) for text in ("–", "2", "–", "–")]
    table = Own(Row(columns, gap=0), 2.0)
    scene = ROOM.compose(Row([Sized(table, w=1000.0), Grow(Spacer())], align="stretch"))
    assert max(text.rect.right for text in of(scene, n.Text)) <= 1000


def test_a_column_pushes_its_last_child_to_the_foot():
    scene = ROOM.compose(Column([Label("haut"), Grow(Spacer()), Label("bas")]))
    assert texts(scene)["haut"].rect.y == 0
    assert texts(scene)["bas"].rect.bottom == pytest.approx(1080)


@pytest.mark.parametrize(("justify", "x"), [("start", 0), ("center", 960), ("end", 1920)])
def test_a_row_puts_spare_room_where_it_is_told(justify, x):
    (panel,) = of(ROOM.compose(Row([Sized(Card(Spacer()), w=200)], justify=justify)), n.Panel)
    assert panel.rect.x + panel.rect.w * {"start": 0, "center": 0.5, "end": 1}[justify] == pytest.approx(x)


def test_children_spread_from_edge_to_edge():
    cards = [Sized(Card(Spacer()), w=200) for _ in range(3)]
    placed = of(ROOM.compose(Row(cards, justify="between")), n.Panel)
    assert [panel.rect.x for panel in placed] == pytest.approx([0, 860, 1720])


def test_a_long_text_gives_way_to_its_neighbours():
    scene = ROOM.compose(Row([Button("Continuer", "go"), Label(LONG * 2), Tokens.of((2, 2, 2))]))
    assert scene.check() == []
    assert len([t for t in of(scene, n.Text) if t.text != "Continuer"]) > 1


def test_cards_of_a_grid_are_as_high_as_their_row():
    grid = Grid([Card(Label("court")), Card(Label(LONG)), Card(Label("seul"))], 2)
    first, second, third = (panel.rect for panel in of(ROOM.compose(grid), n.Panel))
    assert first.h == second.h > third.h
    assert third.y > first.bottom
    assert first.w == pytest.approx(third.w)


def test_equal_rows_and_a_filled_grid():
    cards = [Card(Label(text)) for text in ("a", LONG * 3, "b", "c")]
    equal = [panel.rect.h for panel in of(ROOM.compose(Column([Grid(cards, 2, equal=True)])), n.Panel)]
    assert len(set(equal)) == 1
    filled = of(ROOM.compose(Grid(cards, 2, fill=True)), n.Panel)
    assert filled[-1].rect.bottom == pytest.approx(1080 - 7)


def test_flow_goes_on_to_the_next_line():
    chips = [Button(f"Choix numéro {i}", f"c{i}", kind="chip") for i in range(20)]
    scene = ROOM.compose(Column([Flow(chips)]))
    assert len({control.rect.y for control in scene.controls()}) > 1
    assert scene.check() == []


def test_too_little_room_tightens_type_before_anything_is_cut():
    roomy = ROOM.compose(Column([Label(LONG, "lead")]))
    tight = ROOM.compose(Column([Label(LONG * 14, "lead"), Sized(Spacer(), h=400)]))
    assert {node.size for node in of(roomy, n.Text)} == {42}
    (size,) = {node.size for node in of(tight, n.Text)}
    assert 22 <= size < 42
    assert tight.check() == []


@pytest.mark.parametrize("window", ["room", "console"])
def test_type_stops_at_the_floor_and_the_lack_of_room_is_told(window):
    scene = canvas((1920, 1080), Theme(window)).compose(Label(LONG * 220, "body"))
    assert {node.size for node in of(scene, n.Text)} == {FLOORS[window]}
    assert "overflow" in {defect.code for defect in scene.check()}


def test_a_word_too_wide_for_its_column_is_set_smaller_first():
    scene = ROOM.compose(Row([Sized(Label("Pluridisciplinaires", "title"), w=430), Grow(Spacer())], gap=0))
    (word,) = of(scene, n.Text)
    assert word.text == "Pluridisciplinaires"
    assert word.size < 58


def test_the_wish_for_one_line_makes_type_smaller_but_never_cuts():
    label = Label("Une question un peu longue pour une ligne", "title", max_lines=1)
    (one,) = of(ROOM.compose(Row([Sized(label, w=900), Grow(Spacer())])), n.Text)
    assert 22 < one.size < 58
    several = of(ROOM.compose(Row([Sized(label, w=320), Grow(Spacer())])), n.Text)
    assert len(several) > 1
    assert several[0].size == FLOORS["room"]


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_the_text_size_setting_makes_type_larger_where_there_is_room(size):
    (text,) = of(canvas((1920, 1080), Theme(text=size)).compose(Column([Label("Bonjour")])), n.Text)
    assert text.size == pytest.approx(30 * size)


@pytest.mark.parametrize(("align", "place"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_labels_align_in_their_column(align, place):
    (text,) = of(ROOM.compose(Column([Label("mot", align=align)])), n.Text)
    assert text.rect.x + text.rect.w * place == pytest.approx(1920 * place)


def test_a_turned_label_is_as_high_as_its_line_is_long():
    label = Label("Antagonisme → énergie contre le changement", "label", turned=True)
    (text,) = of(ROOM.compose(Row([label, Grow(Spacer())])), n.Text)
    assert text.turned
    assert text.rect.h > 300 > text.rect.w


def test_tokens_full_and_lacking_stand_kind_by_kind():
    tokens = of(ROOM.compose(Row([Tokens.filled((1, 2, 0), (2, 2, 1), key="k")])), n.Token)
    assert [(t.kind, t.state) for t in tokens] == [
        (0, "given"),
        (0, "missing"),
        (1, "given"),
        (1, "given"),
        (2, "missing"),
    ]
    assert [t.key for t in tokens] == [f"k.{i}" for i in range(5)]
    assert all(t.travels for t in tokens)


def test_many_tokens_go_on_to_the_next_line():
    tokens = of(ROOM.compose(Row([Sized(Tokens.of((9, 0, 0)), w=120), Grow(Spacer())])), n.Token)
    assert len({t.rect.y for t in tokens}) == 3
    assert max(t.rect.right for t in tokens) <= 121


def test_no_tokens_take_no_room():
    assert ROOM.compose(Column([Tokens.of((0, 0, 0)), Label("après")])).check() == []


def test_a_number_fits_in_its_part_however_small():
    parts = [Part(400, "kept", "400"), Part(1, "broken", "1")]
    (bar,) = of(ROOM.compose(Column([StackedBar(parts)])), n.Segments)
    assert bar.shares[1][0] * 1920 > 25
    assert sum(share for share, _ in bar.shares) == pytest.approx(1.0)


def test_words_too_wide_for_their_part_are_written_below_the_bar():
    parts = [Part(97, "kept", "97 mieux"), Part(3, "broken", "3 moins bien qu’avant")]
    scene = ROOM.compose(Column([Row([Sized(StackedBar(parts), w=700), Grow(Spacer())])]))
    (bar,) = of(scene, n.Segments)
    found = texts(scene)
    assert found["97 mieux"].rect.bottom <= bar.rect.bottom + 1
    assert found["3 moins bien qu’avant"].rect.y >= bar.rect.bottom
    assert scene.check() == []


def test_a_bar_never_fills_beyond_its_ends():
    full, empty = of(ROOM.compose(Column([Bar(1.7, "kept"), Bar(-2, "kept", mark=0.4)])), n.Segments)
    assert full.shares[0][0] == 1.0
    assert empty.shares[0][0] == 0.0
    assert empty.mark == 0.4


def test_a_chart_names_its_points_and_its_levels():
    dots = [
        Dot(39, "début"),
        Dot(36, "tour 1"),
        Dot(43, "tour 2", "parole tenue"),
        Dot(150, "tour 3", "fête"),
    ]
    scene = ROOM.compose(Column([Grow(Chart(dots))]))
    assert {"début", "tour 3", "parole tenue", "fête", "0", "25", "50", "75", "100"} <= set(scene.texts())
    assert scene.check() == []
    circles = of(scene, n.Circle)
    assert len(circles) == 4
    assert circles[1].rect.y > circles[0].rect.y > circles[3].rect.y


def test_a_chart_of_one_point_or_none_is_still_sound():
    assert ROOM.compose(Chart([Dot(40)])).check() == []
    assert ROOM.compose(Chart([])).check() == []


def test_what_the_game_shows_is_data():
    face = Face({"skin": "#ae5d29", "head": "hijab"}, "smile", "FD", ring="family.shops", key="face.fd")
    column = Column(
        [
            Row([face, Picture("health"), Stamp("TENU", "kept"), Pill("Accord", "kept")]),
            Rule(),
            Landscape(Neighbourhood("river", (Shown("project.jardin", "garden", "standing", 4),))),
            Sized(Preview("room"), w=400),
        ]
    )
    scene = ROOM.compose(column)
    assert scene.check() == []
    assert of(scene, n.FaceDisc)[0].spec == (("head", "hijab"), ("skin", "#ae5d29"))
    assert of(scene, n.Pictogram)[0].name == "health"
    assert of(scene, n.SceneryArt)[0].rect.w == 1920
    assert of(scene, n.ThingArt)[0].kind == "garden"
    assert of(scene, n.Mirror)[0].source == "room"
    assert "TENU" in scene.texts()


def test_pages_show_what_fits_and_turn():
    def page(start):
        items = [Label(f"ligne {i}") for i in range(60)]
        return ROOM.compose(Pages(items, start, "journal", lambda at: ("page", at)))

    first = page(0)
    shown = [text for text in first.texts() if text.startswith("ligne")]
    assert shown[0] == "ligne 0"
    assert len(shown) < 60
    assert [c.id for c in first.controls()] == ["journal.on"]
    turned = first.control("journal.on").intent
    assert turned == ("page", len(shown))
    second = page(len(shown))
    assert [c.id for c in second.controls()] == ["journal.back", "journal.on"]
    assert f"ligne {len(shown)}" in second.texts()
    assert second.control("journal.back").intent == ("page", 0)
    assert first.check() == second.check() == []


def test_a_short_list_needs_no_pages():
    scene = ROOM.compose(Pages([Label("seule")], 0, "j", lambda at: at))
    assert scene.controls() == ()
    assert scene.texts() == ("seule",)


def test_anything_can_be_a_control_and_anything_can_be_drawn():
    seen = []

    def draw(fit, rect):
        seen.append(rect)
        return Label("dessin").place(fit, rect)

    scene = ROOM.compose(Column([Tap(Card(Label("carte")), "open", 7, "Ouvrir"), Grow(Drawn(draw))]))
    assert scene.control("open").intent == 7
    assert scene.control("open").role == "card"
    assert seen[0].bottom == pytest.approx(1080)


def test_an_overlay_hides_controls_below_it():
    below = Column([Button("dessous", "below")])
    scene = ROOM.compose(below, centred(Card(Column([Label("Aide"), Button("Fermer", "close")])), 700))
    assert [control.id for control in scene.controls()] == ["close"]
    assert scene.control("below") is None
    (panel,) = [p for p in of(scene, n.Panel) if p.rect.w == pytest.approx(700)]
    assert panel.rect.centre == pytest.approx((960, 540), abs=8)
    assert scene.check() == []


def test_a_stack_puts_its_children_in_one_place():
    scene = ROOM.compose(Stack([Card(Spacer()), Pad(Label("dessus"), 40, 40)]))
    assert of(scene, n.Panel)[0].rect == Rect(0, 0, 1920, 1073)
    assert texts(scene)["dessus"].rect.x == 40


def test_keyed_nodes_share_the_beginning_of_their_key():
    scene = ROOM.compose(Keyed(Card(Label("mot")), "note", appears="unfold"))
    assert [node.key for node in scene.nodes] == ["note", "note#1"]
    assert {node.appears for node in scene.nodes} == {"unfold"}


def test_a_field_shows_its_text_its_caret_and_its_hint():
    empty = ROOM.compose(Column([Field("note", "", placeholder="Écrire ce qui se dit…")]))
    assert empty.texts() == ("Écrire ce qui se dit…",)
    value = "Si on ferme, ils iront ailleurs. " * 8
    scene = ROOM.compose(Column([Field("note", value, len(value), lines=2)]))
    field = scene.control("note")
    assert field.role == "field"
    assert len(field.lines) == 2
    last = field.lines[-1]
    assert last.start + len(last.stops) - 1 == len(value)
    assert scene.check() == []


def test_a_click_in_a_field_finds_its_letter():
    value = "deux lignes\net la seconde"
    field = ROOM.compose(Column([Field("note", value, 0, lines=2)])).control("note")
    first, second = field.lines
    assert field.index_at(first.stops[4] + 1, first.y + 5) == 4
    assert field.index_at(9999, first.y + 5) == len("deux lignes")
    assert field.index_at(second.stops[3] - 1, second.y + 5) == len("deux lignes\n") + 3


def test_every_letter_of_a_field_has_its_place():
    value = "mot " * 60 + "x" * 200
    row = Row([Sized(Field("f", value, 0, lines=40), w=500), Grow(Spacer())])
    field = ROOM.compose(Column([row])).control("f")
    ends = [line.start + len(line.stops) - 1 for line in field.lines]
    assert [line.start for line in field.lines[1:]] == ends[:-1]
    assert ends[-1] == len(value)
    assert all(line.stops[-1] <= field.rect.right for line in field.lines)


def test_a_column_may_set_its_children_at_the_side_the_middle_or_the_end():
    for align, x in (("start", 0.0), ("center", 860.0), ("end", 1720.0)):
        (panel,) = of(ROOM.compose(Column([Sized(Card(Spacer()), w=200)], align=align)), n.Panel)
        assert panel.rect.x == pytest.approx(x)


def test_a_column_may_stand_in_the_middle_or_at_the_foot():
    for justify, y in (("center", 490.0), ("end", 980.0)):
        (panel,) = of(ROOM.compose(Column([Sized(Card(Spacer()), h=100)], justify=justify)), n.Panel)
        assert panel.rect.y == pytest.approx(y)
    spread = of(ROOM.compose(Column([Sized(Card(Spacer()), h=100)] * 3, justify="between")), n.Panel)
    assert [panel.rect.y for panel in spread] == pytest.approx([0, 490, 980])


def test_busts_make_room_and_discs_keep_their_size():
    def sides(bust):
        faces = [Face({}, "calm", "A", 150, bust=bust) for _ in range(8)]
        row = Row([Sized(Label("COOP", "poster", one_line=True), w=690), Grow(Row(faces, 0))])
        return {round(face.rect.w) for face in of(ROOM.compose(Column([row])), n.FaceDisc)}

    (bust,) = sides(True)
    assert bust == 150
    narrow = Row([Sized(Spacer(), w=1000), Grow(Row([Face({}, "calm", "A", 150, bust=True)] * 8, 0))])
    scene = ROOM.compose(Column([narrow]))
    assert {round(face.rect.w) for face in of(scene, n.FaceDisc)} == {112}
    assert scene.check() == []


def test_a_child_that_cannot_shrink_makes_its_neighbours_type_smaller():
    row = Row([Sized(Spacer(), w=1500), Label("Anticonstitutionnellement", "title", one_line=True)])
    (word,) = of(ROOM.compose(Column([row])), n.Text)
    assert 22 <= word.size < 58
    assert word.rect.right <= 1921
