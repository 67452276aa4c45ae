"""A vote on screen: how it is counted, who votes, the catalogue, ballots, the count, counted again."""

from dataclasses import replace

import pytest

from engine.language import use
from engine.play.commands import Adopt, PassTo
from engine.view.types import ROOM, View
from game.front.drafts import Counted, Turned, holding
from game.front.intents import Do, Go
from game.front.phases import FRONTS
from game.front.state import Ui
from game.front.told import Revealed, Told
from game.front.unsent import ADOPTED
from game.kit import Canvas, Column, Element, Scene
from game.kit.nodes import FaceDisc, OutlineArt, Panel, Path
from game.kit.theme import Theme
from game.paint import canvas
from game.pieces import ideas
from game.pieces.ballots import GRADES, Tick
from game.pieces.ideas import Bit, Ruler
from game.pieces.pieces import gate_words
from game.pieces.publics import SHAPES, Coming, Mark, marks
from game.screens import show, way_on
from game.screens.bilan import film
from game.screens.bilan.pages import leaves
from game.screens.round import counted, moments
from tests.engine import urn
from tests.engine.small import begin
from tests.game import ballots, sample_bilan, samples, showing
from tests.game.staged import built, by_oneself, training

WINDOW: Canvas = canvas((1920, 1080), Theme("room"))


pytestmark = pytest.mark.usefixtures("french")


def scene(view: View, ui: Ui | None = None) -> Scene:
    return showing.scene(view, ui or Ui())


def said(picture: Scene) -> str:
    """All that is read, with ordinary spaces."""
    return " ".join(showing.said(picture).split())


def markup(element: Element) -> str:
    picture = WINDOW.compose(element)
    return "".join(node.markup for node in picture.nodes if isinstance(node, OutlineArt))


def negotiation(case: samples.Case = "usual", eligible: int | None = None) -> View:
    return ballots.voted(replace(samples.view("negotiation", "", case), answers=()), case, eligible=eligible)


def over() -> View:
    return ballots.voted(sample_bilan.bilan_view(), counted=True, over=True)


def last_reveal() -> View:
    return ballots.revealed(built(samples.reveal(), 1))


def page(view: View, name: str) -> Scene:
    data = sample_bilan.bilan()
    at = [leaf.draw.__name__ for leaf in leaves(view, data)].index(name)
    return scene(view, Ui(bilan=data, drafts=holding(Turned("bilan", at))))


# ---- How votes are counted ------------------------------------------------------------------------------


def test_the_phases_have_screens_and_consoles() -> None:
    assert FRONTS["method"].screen == "screens.round.method:method"
    assert FRONTS["ballot"].screen == "screens.round.ballot:ballot"
    assert FRONTS["method"].tabs
    assert FRONTS["ballot"].tabs


@pytest.mark.parametrize("phase", ["method", "negotiation", "ballot", "reveal"])
def test_a_real_session_is_shown_in_each_of_its_phases(phase: str) -> None:
    rounds = urn.session().game.board.rounds if phase in ("ballot", "reveal") else 0
    view = urn.to(phase, rounds=rounds).view(ROOM)
    assert view.phase.kind == phase
    assert scene(view).check() == []


def test_each_way_of_counting_has_its_name_its_rule_and_a_drawing_of_its_own() -> None:
    view = ballots.method()
    assert view.ballot is not None
    picture = scene(view)
    words = said(picture)
    for one in view.ballot.methods:
        assert one.title in words
        assert " ".join(one.told.split()) in words
    drawn = {node.markup for node in picture.nodes if isinstance(node, OutlineArt)}
    assert len(drawn) == len(view.ballot.methods)


def test_no_idea_is_known_yet() -> None:
    words = said(scene(ballots.method()))
    assert "avant de connaître une seule idée" in words
    assert "Le dernier car" not in words


def test_hands_show_as_they_are_counted_and_as_they_were_recorded() -> None:
    counting = holding(Counted(ADOPTED, (4, 1, 2)))
    words = said(scene(ballots.method(), Ui(drafts=counting)))
    assert "4 mains levées" in words
    assert "1 main levée" in words
    assert "8 mains levées" in said(scene(ballots.method("adopted"), Ui(drafts=counting)))


def test_a_tie_is_said_and_the_one_adopted_stands_out() -> None:
    tied, adopted = said(scene(ballots.method("tied"))), said(scene(ballots.method("adopted")))
    assert "Égalité : Le plus de voix · Parts égales." in tied
    assert tied.count("à égalité") == 2
    assert "La salle a choisi : Parts égales." in adopted
    assert adopted.count("adoptée") == 1
    assert "à égalité" not in adopted


def test_who_trains_adopts_one_by_a_click_or_draws() -> None:
    picture = scene(by_oneself(training(ballots.method())))
    chosen = showing.intent(picture, "adopt-2")
    assert isinstance(chosen, Do)
    assert chosen.command == Adopt(counts={"majority-judgement": 1})
    drawn = showing.intent(picture, "adopt-draw")
    assert isinstance(drawn, Do)
    assert drawn.command == Adopt(draw=True)


def test_once_adopted_nothing_is_left_to_choose() -> None:
    picture = scene(by_oneself(training(ballots.method("adopted"))))
    assert not [control.id for control in picture.controls() if control.id.startswith("adopt")]


# ---- Who votes ------------------------------------------------------------------------------------------


def test_every_public_has_a_sign_that_is_no_other_and_no_tokens() -> None:
    assert len(set(SHAPES)) == 6
    drawn = {markup(Mark(40.0, n)) for n in range(1, 7)}
    assert len(drawn) == 6


def test_one_that_is_left_out_keeps_its_sign_as_an_outline() -> None:
    full, faint = markup(Mark(40.0, 2)), markup(Mark(40.0, 2, faint=True))
    assert 'fill="none"' in faint
    assert 'fill="none"' not in full
    assert SHAPES[1] in full
    assert SHAPES[1] in faint


def test_a_bar_tells_who_votes_anyway_who_was_fetched_and_who_would_still_come() -> None:
    ballot = negotiation().ballot
    assert ballot is not None
    night = ballot.public("night")  # 2 anyway, 6 fetched, 6 more
    assert (night.first, night.voices, night.more) == (2, 8, 6)
    picture = WINDOW.compose(Coming(night, 14))
    pieces = [node for node in picture.nodes if isinstance(node, Panel)]
    assert [round(piece.rect.w / pieces[0].rect.w) for piece in pieces] == [1, 3, 3]
    assert pieces[2].border is not None
    assert pieces[2].fill != pieces[1].fill
    assert markup(Coming(night, 14)).count("<path") > 3  # stripes
    assert not markup(Coming(ballot.public("regulars"), 20))


def test_beneath_the_table_stand_the_money_and_every_public() -> None:
    view = negotiation()
    assert view.ballot is not None
    words = said(scene(view))
    assert "9 idées recevables : 250 000 €" in words
    assert "pour 100 000 €" in words
    for one in view.ballot.publics:
        assert one.title in words
    assert "on comptera : Parts égales" in words


def test_going_to_fetch_is_no_card_of_the_table_and_opens_from_its_public() -> None:
    view = negotiation()
    picture = scene(view)
    fetch = [one for one in view.projects if one.fetches]
    assert len(fetch) == 5
    assert said(picture).count("Chercher :") == 0
    assert showing.intent(picture, f"card.{fetch[0].id}") == Go("card", fetch[0].id)
    words = said(scene(view, Ui(screen="card", argument=fetch[-1].id)))
    assert "Chaque temps : +5 voix · Bien-être social +2" in words


def test_a_time_promised_to_a_public_has_the_face_of_who_promised_it() -> None:
    view = negotiation()
    card = next(one for one in view.projects if one.fetches == "night")
    before = [node for node in scene(view).nodes if isinstance(node, FaceDisc)]
    said_so = replace(view.promises[0], id="2.99", project=card.id)
    after = [
        node
        for node in scene(replace(view, promises=(*view.promises, said_so))).nodes
        if isinstance(node, FaceDisc)
    ]
    assert len(after) > len(before)


def test_the_publics_open_large_with_the_ideas_that_they_find_good() -> None:
    view = negotiation()
    assert showing.intent(scene(view), "publics") == Go("publics")
    words = said(scene(view, Ui(screen="publics")))
    assert "98 voix peuvent voter" in words
    assert "26 voix · 6 viendraient encore" in words
    assert words.count("trouve bonnes") == 6
    assert "Le dernier car à 23 h 40" in words


def test_a_card_tells_its_price_its_votes_and_what_it_does_before_and_after() -> None:
    view = negotiation()
    project = view.projects[0]
    assert project.idea is not None
    table = said(scene(view))
    assert "35 000 €" in table
    assert "32 voix" in table
    assert "recevable :" in table
    assert "financée :" in table
    words = said(scene(view, Ui(screen="card", argument=project.id)))
    assert "32 voix la trouvent bonne" in words
    assert "Une fois financée" in words
    assert "Fatou y perd 3" in words
    for one in project.idea.opinions:
        assert one.word in words


def test_what_publics_alone_would_fund_has_a_quiet_mark() -> None:
    view = negotiation()
    likely = next(one for one in view.projects if one.idea is not None and one.idea.likely)
    other = next(one for one in view.projects if one.idea is not None and not one.idea.likely)
    words = "Les publics seuls la financeraient"
    assert words in said(scene(view, Ui(screen="card", argument=likely.id)))
    assert words not in said(scene(view, Ui(screen="card", argument=other.id)))


# ---- The ruler ------------------------------------------------------------------------------------------


def blocks(ruler: Ruler) -> list[Panel]:
    return [node for node in WINDOW.compose(ruler).nodes if isinstance(node, Panel)]


def test_a_block_is_as_long_as_its_price_and_what_is_left_is_empty() -> None:
    bits = (Bit(30, "gift", "A"), Bit(60, "part", "B"))
    one, other, left = sorted(blocks(Ruler(bits, 100)), key=lambda node: node.border is not None)
    assert other.rect.w == pytest.approx(2 * one.rect.w, rel=0.01)
    assert left.rect.w == pytest.approx(one.rect.w / 3, rel=0.02)


def test_where_the_money_ends_a_mark_says_so_only_if_blocks_ask_for_more() -> None:
    fits, more = Ruler((Bit(90, "gift", "A"),), 100), Ruler((Bit(90, "gift", "A"), Bit(60, "part", "B")), 100)

    def mark(ruler: Ruler) -> list[Path]:
        thick = Theme("room").colour("broken")
        return [n for n in WINDOW.compose(ruler).nodes if isinstance(n, Path) and n.colour == thick]

    assert mark(fits) == []
    (end,) = mark(more)
    assert end.points[0][0] == pytest.approx(WINDOW.rect.w * 100 / 150, rel=0.01)


def test_the_line_of_money_falls_by_a_step_at_each_block() -> None:
    ruler = Ruler((Bit(50, "gift", "A"), Bit(30, "part", "B")), 100, line=120.0)
    (line,) = [n for n in WINDOW.compose(ruler).nodes if isinstance(n, Path) and len(n.points) > 2]
    heights = [y for _, y in line.points]
    assert heights == sorted(heights)
    assert len(set(heights)) == 3


# ---- The catalogue, and ballots --------------------------------------------------------------------------


def test_the_catalogue_shows_each_idea_with_its_letter_and_price() -> None:
    view = ballots.ballot()
    assert view.ballot is not None
    words = said(scene(view))
    for id_, idea in view.ballot.ideas:
        assert " ".join(idea.title.split()) in words
        assert ideas.letter(view.ballot, id_) in words.split()
    assert "250 000 € demandés pour 100 000 €" in words


def test_one_sees_who_has_voted_and_never_what() -> None:
    words = said(scene(ballots.ballot(marked=3)))
    assert "3 bulletins dans l’urne" in words
    assert words.count("a voté") == 3
    shown = ballots.voted(ballots.ballot(), opened=True)
    phase = replace(ballots.ballot().phase)
    picture = scene(replace(shown, phase=phase, projects=()))
    assert "à rejeter" not in said(picture)


def test_sixteen_ideas_in_the_longest_words_have_room_on_the_smallest_window() -> None:
    small = canvas((1280, 720), Theme("room"))
    view = ballots.ballot("worst")
    assert view.ballot is not None
    assert len(view.ballot.ideas) == 16
    picture = small.compose(*show(view, Ui()))
    assert picture.check() == []
    letters = [ideas.letter(view.ballot, id_) for id_, _ in view.ballot.ideas]
    texts = picture.texts()
    assert all(letter in texts for letter in letters)


def test_the_way_on_is_the_computer_to_who_has_not_voted_then_the_count() -> None:
    waiting, done = ballots.ballot(marked=1), ballots.ballot(marked=99)
    way = way_on(waiting, Ui())
    assert way is not None
    held = [one.id for one in waiting.characters if one.held]
    assert way.intent == Do(PassTo(who=held[1]))
    on = way_on(done, Ui())
    assert on is not None
    assert on.label == "Révéler"


def test_each_grade_has_a_sign_and_a_colour_of_its_own() -> None:
    given = [markup(Tick(k, True)) for k in range(5)]
    assert len(set(given)) == 5
    for drawing, role in zip(given, GRADES, strict=True):
        assert "#{:02X}{:02X}{:02X}".format(*Theme("room").colour(role)) in drawing
    shapes = [drawing.split('d="')[1].split('"')[0] for drawing in given]
    assert len(set(shapes)) == 5  # never colour alone


# ---- The count ------------------------------------------------------------------------------------------


def sequence(view: View) -> list[str]:
    assert view.reveal is not None
    return [one.id for one in counted.moments_of(view, view.reveal)]


def at(view: View, id: str) -> Scene:
    steps = next(i for i, one in enumerate(moments._sequence(view), 1) if one.id == id)
    return scene(view, Ui(drafts=holding(Revealed("2", 99), Told("2.reveal", steps))))


def test_the_count_fills_block_by_block_then_says_who_is_served() -> None:
    view = last_reveal()
    assert view.ballot is not None
    assert view.ballot.count is not None
    count = len(view.ballot.count.funded)
    assert sequence(view) == [*(f"count.{n}" for n in range(1, count + 1)), "count"]
    first, whole = said(at(view, "count.1")), said(at(view, "count"))
    assert "Il reste 85 000 €" in first
    assert "publics servis" not in first
    assert "6 publics servis" in whole
    assert "Il reste 5 000 €" in whole
    assert "Sans argent :" in whole
    assert "Ce que ça change :" in whole


@pytest.mark.parametrize(
    ("method", "had"),
    [
        ("approval", "{votes} voix"),
        ("majority-judgement", "mention « passable »"),
        ("equal-shares", "{votes} voix pour {price}"),
    ],
)
def test_each_idea_is_told_by_what_serves_it_and_one_without_money_too(method: str, had: str) -> None:
    counting = ballots.voted(samples.reveal(), method=method, counted=True).ballot
    view = replace(last_reveal(), ballot=counting)
    assert view.ballot is not None
    assert view.ballot.count is not None
    one = next(one for one in view.ballot.count.ideas if not one.funded)
    words = " ".join(had.format(votes=one.votes, price=one.price_told).split())
    assert words in said(at(view, "count")).split("Sans argent :")[1]
    assert ("mention «" in said(at(view, "count.1"))) == (method == "majority-judgement")
    assert ("sur le reste" in said(at(view, "count"))) == (method == "equal-shares")


def test_in_the_round_of_the_vote_no_screen_takes_its_outcome_for_granted() -> None:
    view = ballots.voted(samples.view("choice", ""))
    voting = replace(view, phase=replace(view.phase, round=view.phase.rounds))
    assert "à chaque tour" in gate_words(view)
    assert "si les publics votaient seuls" in gate_words(voting)
    assert "chantiers et bulletins" in gate_words(voting)


def test_what_the_place_shows_is_what_is_funded() -> None:
    view = last_reveal()
    assert view.ballot is not None
    assert view.ballot.count is not None
    shown = said(scene(view, Ui(drafts=holding(Revealed("2", 99, place=True), Told("2.reveal", 99)))))
    for one in view.ballot.count.ideas:
        assert (" ".join(f"✓ {one.title}".split()) in shown) == one.funded


def test_many_ideas_are_counted_a_few_at_a_time() -> None:
    view = last_reveal()
    assert view.ballot is not None
    assert view.ballot.count is not None
    one = view.ballot.count.funded[0]
    many = replace(view.ballot.count, ideas=tuple(one._replace(place=n + 1) for n in range(9)))
    steps = sequence(replace(view, ballot=replace(view.ballot, count=many)))
    assert len(steps) == 4  # three, six, nine, and the whole


def test_a_block_that_is_there_already_keeps_its_place() -> None:
    view = last_reveal()
    assert view.ballot is not None
    assert view.ballot.count is not None
    key = f"block.{view.ballot.count.funded[0].id}"

    def spot(picture: Scene) -> float:
        return next(node.rect.w for node in picture.nodes if node.key == key)

    assert spot(at(view, "count.1")) == pytest.approx(spot(at(view, "count.2")))


def test_no_round_but_the_last_counts_anything() -> None:
    view = ballots.revealed(built(samples.reveal(), 0), counted=False)
    assert sequence(view) == ["fetched"]
    assert "On est allé les chercher" in said(at(view, "fetched"))


def test_what_all_that_is_funded_changes_is_added_up() -> None:
    view = last_reveal()
    ballot = view.ballot
    assert ballot is not None
    assert ballot.count is not None
    by_hand: dict[str, int] = {}
    for one in ballot.count.funded:
        for change in ballot.idea(one.id).voted:
            by_hand[change.indicator] = by_hand.get(change.indicator, 0) + change.by
    assert {one.indicator: one.by for one in counted.moved(ballot)} == {k: n for k, n in by_hand.items() if n}


# ---- The Bilan ------------------------------------------------------------------------------------------


def test_the_same_ballots_are_counted_in_each_way_the_one_that_was_used_first() -> None:
    view = over()
    picture = page(view, "recounted")
    texts = [" ".join(text.split()) for text in picture.texts()]
    heads = [texts.index(name) for name in ("Parts égales", "Le plus de voix", "Jugement majoritaire")]
    assert heads == sorted(heads)
    assert said(picture).count("adopté") == 1
    for words in ("meilleur", "juste", "gagne"):  # no way of counting is called right
        assert words not in said(picture)


def test_an_idea_has_the_same_letter_and_colour_whatever_way_it_is_counted() -> None:
    view = over()
    assert view.ballot is not None
    picture = page(view, "recounted")
    seen: dict[str, set[object]] = {}
    for node in picture.nodes:
        method, _, idea = node.key.partition(".")
        if isinstance(node, Panel) and idea.startswith("idea-") and method != "block":
            seen.setdefault(idea, set()).add(node.fill)
    assert len(seen) > 4
    assert all(len(colours) == 1 for colours in seen.values())


def test_what_another_way_would_have_funded_has_a_golden_rim() -> None:
    view = over()
    assert view.ballot is not None
    assert view.ballot.count is not None
    used = {one.id for one in view.ballot.count.funded}
    gold = Theme("room").colour("gold")
    nodes = [node for node in page(view, "recounted").nodes if isinstance(node, Panel) and node.key]
    for node in nodes:
        _, _, idea = node.key.partition(".")
        assert (node.border == gold) == (idea not in used)


def test_every_ballot_of_the_table_can_be_read_in_the_end() -> None:
    view = over()
    assert view.ballot is not None
    picture = page(view, "papers")
    ticks = [node for node in picture.nodes if isinstance(node, OutlineArt) and node.units == (44.0, 44.0)]
    legend = len(view.ballot.grades)
    assert len(ticks) == legend + len(view.characters) * len(view.ballot.ideas)
    for who in view.characters:
        assert who.short in said(picture)


def test_nothing_of_a_vote_is_shown_where_there_is_none() -> None:
    pages = [leaf.draw.__name__ for leaf in leaves(sample_bilan.bilan_view(), sample_bilan.bilan())]
    assert "recounted" not in pages
    assert "papers" not in pages
    assert scene(samples.view("negotiation")).control("publics") is None
    assert marks(negotiation().ballot, ()).children == []  # type: ignore[arg-type]


def test_english_is_told_in_english() -> None:
    use("en")
    words = said(scene(ballots.method("tied")))
    assert "How will votes be counted?" in words
    assert "Count again, or draw by lot." in words


def test_in_the_last_round_the_common_good_moves_as_if_publics_alone_voted() -> None:
    view = urn.to("negotiation", begin(duration="45", seats={"ana": "held"}), rounds=2).view(ROOM)
    gate = next(one for one in view.indicators if one.gate)
    for wear, words in ((4, "perdrait 4"), (-3, "monterait déjà de 3")):
        moved = replace(view, indicators=(replace(gate, wear=wear),))
        assert f"{words} ce tour, si les publics votaient seuls aujourd’hui" in said_plainly(
            gate_words(moved)
        )
        before = replace(moved, phase=replace(view.phase, round=1))
        assert "publics" not in gate_words(before)


def said_plainly(words: str) -> str:
    """With ordinary spaces."""
    return " ".join(words.split())


def test_the_film_tells_what_became_eligible_from_what_was_completed_and_funded() -> None:
    view, data = over(), sample_bilan.bilan()
    assert view.ballot is not None
    assert view.ballot.count is not None
    title = view.ballot.ideas[0][1].title
    line = replace(data.participation[0], round=1, announced=((title, "x"), ("Un banc", "x")))
    data = replace(data, participation=(line,))
    first, last = (
        said(WINDOW.compose(Column(film._built(view, data, at)))) for at in (1, len(data.film) - 1)
    )
    assert "Achevé : Un banc." in first
    assert f"Recevable : {' '.join(title.split())}." in first
    assert ("Financé : " in first) == (len(data.film) == 2)
    assert "Financé : " in last
