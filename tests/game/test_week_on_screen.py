"""A week of rooms on screen: windows that are lit, wanted or dark; the key, from face to face."""

from dataclasses import replace

import pytest

from engine.play.commands import Entrust, Prefer
from engine.view.types import CONSOLE, Audience, View
from game import console
from game.console.task import tabs
from game.front.drafts import Turned, holding
from game.front.intents import Do, Go
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Scene, motions
from game.kit.motion import PASS
from game.kit.nodes import FaceDisc, OutlineArt, Pictogram
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces.baton import KEY
from game.screens.bilan.pages import leaves
from game.screens.round import moments
from game.screens.round.choice import placing
from tests.game import keyed, sample_bilan, samples, showing, town, week
from tests.game.showing import intent
from tests.game.staged import built, by_oneself

WINDOW: Canvas = canvas((1920, 1080), Theme("console"))


pytestmark = pytest.mark.usefixtures("french")


def negotiation(said: bool = False) -> View:
    return week.in_week(replace(samples.view("negotiation"), answers=()), said=said)


def reveal(out: int = 3, stays: bool = False) -> View:
    return week.revealed(built(samples.reveal(), 0), out, stays=stays)


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return plain(showing.said(picture))


def plain(words: str) -> str:
    return " ".join(words.split())


def at(steps: int) -> Ui:
    return Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))


def badges(picture: Scene) -> list[Pictogram]:
    """The keys that are drawn on the picture, from the left."""
    found = [node for node in picture.nodes if isinstance(node, Pictogram) and node.name == "key"]
    return sorted(found, key=lambda node: node.rect.x)


def bearer(picture: Scene) -> str:
    """The initials of whoever's face has the badge that travels."""
    key = next(node for node in picture.nodes if node.key == KEY)
    x, y = key.rect.centre
    faces = [node for node in picture.nodes if isinstance(node, FaceDisc)]
    near = min(faces, key=lambda face: abs(face.rect.centre[0] - x) + abs(face.rect.bottom - y))
    return near.initials


# ---- The windows ---------------------------------------------------------------------------------------


def test_the_week_stands_beneath_the_table_and_opens_large() -> None:
    picture = scene(negotiation())
    text = said(picture)
    assert all(words in text for words in ("La grande salle", "Samedi matin", "Soir"))
    assert intent(picture, "week") == Go("week")
    assert keyed.does(picture, "s") == Go("week")
    assert scene(negotiation(), Ui(screen="look-back")).control("week") is None


def test_the_large_view_names_who_has_an_hour_who_wants_it_and_who_left() -> None:
    view = negotiation()
    text = said(scene(view, Ui(screen="week")))
    assert view.timetable is not None
    for hour in view.timetable.hours:
        assert hour.kept in text
        assert hour.title in text
        assert hour.left in text
    assert "Éclairer le city-stade" in text
    assert "déloge" in text


def test_an_hour_that_two_projects_want_says_so_until_one_comes_first() -> None:
    undecided, decided = scene(negotiation(), Ui(screen="week")), scene(negotiation(True), Ui(screen="week"))
    assert "ou" in said(undecided).split()
    assert "ou" not in said(decided).split()
    assert "passe d’abord" in said(decided)
    assert len(badges(decided)) == len(badges(undecided)) + 2, "one window in each of the two pictures"


def test_a_window_is_lit_in_the_colour_of_the_family_that_built_it() -> None:
    theme = Theme("room")
    drawn = " ".join(node.markup for node in scene(negotiation()).nodes if isinstance(node, OutlineArt))
    for family in ("inhabitants", "associations", "institutions", "landlords", "shops"):
        assert "#{:02X}{:02X}{:02X}".format(*theme.colour(f"family.{family}")) in drawn, family


@pytest.mark.parametrize("case", ["worst", "few"])
def test_a_week_of_any_size_is_reached_whole(case: samples.Case) -> None:
    view = week.in_week(replace(samples.view("negotiation", "", case), answers=()), case)
    assert view.timetable is not None
    picture = canvas((1280, 720), Theme("room", 1.3)).compose(*showing.show(view, Ui(screen="week")))
    text = said(picture)
    assert all(title in text for _, title in (*view.timetable.rooms, *view.timetable.times))


def test_a_scenario_without_a_week_shows_none() -> None:
    picture = scene(samples.view("negotiation"))
    assert picture.control("week") is None
    assert badges(picture) == []
    assert "pas de semaine" in said(scene(samples.view("negotiation"), Ui(screen="week")))


def test_where_a_town_stands_beneath_the_table_a_word_opens_the_week() -> None:
    view = town.in_town(negotiation())
    picture = scene(view)
    assert picture.control("card.listening-les-hauts") is not None
    assert "La semaine ?" in said(picture)
    assert "a la clé" in said(picture)


# ---- What would be put out -----------------------------------------------------------------------------


def test_a_card_says_its_hours_and_what_it_puts_out_of_them() -> None:
    view = negotiation()
    project = view.projects[0]
    assert project.dislodges[0] in said(scene(view))
    whole = said(scene(view, Ui(screen="card", argument=project.id)))
    assert plain(project.dislodges_said) in whole
    assert "Ses heures" in whole
    assert "Veut la même heure que « Permanence d’accès aux droits »" in whole


def test_before_they_choose_all_read_what_would_be_put_out() -> None:
    for kind in ("choice", "forecast"):
        view = week.in_week(samples.view(kind, "ask" if kind == "forecast" else ""))
        assert intent(scene(view), "week") == Go("week"), kind
    room = said(scene(week.in_week(samples.view("choice"))))
    assert "prend la place de « La ludothèque »" in room
    seen = samples.view("choice", "", audience=Audience("holder", samples.characters()[0].id))
    assert seen.choice is not None
    own = WINDOW.compose(placing(week.in_week(seen), Ui(), seen.characters[0], True))
    assert "Prend la place de « La ludothèque »" in said(own)


# ---- The key -------------------------------------------------------------------------------------------


def test_the_face_of_whoever_has_the_key_has_its_badge() -> None:
    view = negotiation()
    initials = bearer(scene(view))
    assert initials == "FD"
    assert bearer(scene(week.in_week(samples.view("choice")))) == initials
    assert len(badges(scene(week.in_week(samples.posture_map())))) == 1


def test_it_is_said_to_whom_the_key_will_go() -> None:
    before, after = scene(negotiation()), scene(negotiation(True))
    faces = [sum(isinstance(node, FaceDisc) for node in picture.nodes) for picture in (before, after)]
    assert faces[1] == faces[0] + 1
    assert "Au prochain tour" in said(scene(negotiation(True), Ui(screen="week")))


def test_which_comes_first_is_said_at_the_door_too_where_not_all_fits() -> None:
    assert "passe d’abord" in said(scene(negotiation(True)))


def test_a_reveal_keeps_the_key_where_it_was_until_its_moment() -> None:
    view = reveal()
    assert bearer(scene(view, at(0))) == "FD"
    assert bearer(scene(view, at(99))) == "HP"


def test_the_key_goes_from_one_face_to_the_other() -> None:
    view = reveal()
    before, after = scene(view, at(2)), scene(view, at(3))
    passing = [one for one in motions(before, after) if one.node.key == KEY]
    assert [one.kind for one in passing] == ["travel"]
    assert passing[0].start.y < passing[0].node.rect.y
    assert passing[0].rect(0.0) == passing[0].start
    assert passing[0].rect(PASS) == passing[0].node.rect


def test_two_projects_put_out_are_great_moments_and_others_are_counted() -> None:
    view = reveal(3)
    standing = [moments.standing(view, at(steps)) for steps in (1, 2, 3, 4)]
    assert [one.id.split(".")[0] for one in standing if one is not None] == ["gone", "gone", "baton", "gate"]
    assert view.reveal is not None
    text = said(scene(view, at(1)))
    assert view.reveal.dislodged[0].title in text
    assert plain(view.reveal.dislodged[0].said) in text
    assert "et 1 autre chantier délogé" in said(scene(view, at(2)))
    assert "Fatou : −1, ce tour" in said(scene(view, at(3)))


def test_a_light_goes_out_once_it_was_seen() -> None:
    view = reveal()
    late = [one for one in motions(scene(view, at(0)), scene(view, at(1))) if one.kind == "late"]
    assert late
    assert late[0].progress(0.2) == 0.0
    assert 0.0 < late[0].progress(0.6) < 1.0
    assert late[0].progress(1.0) == 1.0


def test_a_key_that_stays_is_no_great_moment_and_is_told_in_a_line() -> None:
    view = reveal(0, stays=True)
    standing = moments.standing(view, at(1))
    assert standing is not None
    assert standing.id == "gate"
    assert "Fatou garde la clé." in said(scene(view, at(99)))


def test_what_follows_a_reveal_lists_what_was_put_out_and_where_the_key_is() -> None:
    text = said(scene(reveal(1), at(99)))
    assert "Délogé" in text
    assert "L’écrivain du mardi" in text
    assert "Hugo a la clé" in text
    assert "Fatou : −1" in text


# ---- Saying it aloud -----------------------------------------------------------------------------------


def console_of(view: View) -> Scene:
    return WINDOW.compose(console.console(view, console_ui(view)))


def console_ui(view: View) -> Ui:
    from game.pieces.panel import TaskTab, step_of

    return Ui(drafts=holding(TaskTab(step_of(view), "baton")))


def held(said: bool = False) -> View:
    return week.in_week(samples.view("negotiation", audience=CONSOLE), said=said)


def test_the_console_writes_down_what_its_holder_says() -> None:
    view = held()
    assert "baton" in [name for name, _, _ in tabs(view, Ui())]
    picture = console_of(view)
    other, first = view.characters[1].id, view.projects[0].id
    assert intent(picture, f"entrust={other}") == Do(Entrust(to=other))
    assert intent(picture, f"prefer={first}") == Do(Prefer(project=first))
    assert f"entrust={view.characters[0].id}" not in [control.id for control in picture.controls()]


def test_what_was_said_is_ticked_and_may_be_changed() -> None:
    view = held(said=True)
    picture = console_of(view)
    assert picture.quiet(f"entrust={view.characters[1].id}") is not None
    assert picture.control(f"entrust={view.characters[2].id}") is not None
    assert picture.quiet(f"prefer={view.projects[0].id}") is not None
    assert picture.control(f"prefer={view.projects[1].id}") is not None


def test_its_tab_keeps_its_place_where_nothing_is_left_to_say() -> None:
    view = held()
    none = replace(view, legal=tuple(one for one in view.legal if one.kind not in ("entrust", "prefer")))
    assert "baton" not in [name for name, _, _ in tabs(none, Ui())]
    orders = [
        [node.id for node in console_of(one).nodes if getattr(node, "id", "").startswith("task.")]
        for one in (view, none)
    ]
    assert sorted(orders[0]) == sorted(orders[1])


def test_the_game_says_nothing_for_whoever_it_plays() -> None:
    view = week.in_week(samples.view("negotiation", audience=CONSOLE), held=False)
    assert "baton" not in [name for name, _, _ in tabs(view, Ui())]
    assert bearer(scene(week.in_week(samples.view("negotiation"), held=False))) == "HP"


def test_who_trains_alone_says_it_in_the_panel() -> None:
    view = by_oneself(held())
    picture = WINDOW.compose(console.trainee(view, console_ui(view)))
    other = view.characters[1].id
    assert intent(picture, f"entrust={other}") == Do(Entrust(to=other))


# ---- The Bilan -----------------------------------------------------------------------------------------


def page(view: View) -> str:
    data = sample_bilan.bilan()
    at_ = [leaf.draw.__name__ for leaf in leaves(view, data)].index("week")
    return said(scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", at_)))))


def test_the_bilan_shows_the_last_week_what_left_it_and_who_had_the_key() -> None:
    view = sample_bilan.bilan_view()
    assert "Semaine" not in [leaf.name for leaf in leaves(view, sample_bilan.bilan())]
    there = week.in_week(view, over=True)
    text = page(there)
    assert "Le repas du jeudi" in text
    assert "Tour 1 · par « Le guichet emploi »" in text
    assert "La clé, tour par tour" in text
    played = len(sample_bilan.bilan().je_nous.trust) - 1
    assert there.baton is not None
    assert len(there.baton.history) > played, "it ends in somebody's hands"
    assert [word for word in text.split() if word in ("T1", "T2", "T3", "T4", "fin")][-1] == "fin"


def test_where_nobody_was_put_out_no_title_says_that_somebody_was() -> None:
    there = week.in_week(sample_bilan.bilan_view(), over=True)
    assert there.timetable is not None
    text = page(replace(there, timetable=replace(there.timetable, gone=())))
    assert "Personne n’a été délogé." in text
    assert "Délogés" not in text


def test_a_key_without_a_week_has_its_page_too() -> None:
    there = replace(week.with_key(sample_bilan.bilan_view()), timetable=None)
    assert "La clé" in [leaf.name for leaf in leaves(there, sample_bilan.bilan())]
    assert "La clé, tour par tour" in page(there)


def test_a_key_without_a_week_is_told_beneath_the_table() -> None:
    view = week.with_key(replace(samples.view("negotiation"), answers=()))
    picture = scene(view)
    assert "Fatou a la clé." in said(picture)
    assert picture.control("week") is None
