"""What a reveal says of a vote: whom people went and fetched; then the count, as a moment of its own in which
the money falls block by block; and that told beside what else changed.
"""

from collections.abc import Sequence
from dataclasses import replace

from engine.language import amid, capital, ntr, tr
from engine.telling.ballot import money, voices
from engine.telling.vocabulary import listed
from engine.view.types import BallotView, Change, CountedIdea, CountView, PublicView, RevealView, View
from game.kit import Card, Column, Element, Flow, Grow, Label, Row, Sized, Spacer, centred
from game.pieces import ideas
from game.pieces.ballots import Judged, Tick
from game.pieces.ideas import Ruler
from game.pieces.moment import Moment, inks, moves
from game.pieces.parts import Fullest, Own, change_label
from game.pieces.publics import Crowd, Mark, marks

_STEPS = 4
"""Pictures in which the ruler fills, at most."""
_GRADE = 130.0
"""Logical width in which the word of a grade stands, so that bars do beneath each other."""


# ---- The moments ---------------------------------------------------------------------------------------


def moments_of(view: View, now: RevealView) -> list[Moment]:
    """Whom people went and fetched; the count, a few ideas at a time; who is served in the end."""
    if view.ballot is None:
        return []
    come = _come(view.ballot, now)
    found = [_fetched(come)] if come else []
    count = view.ballot.count
    if count is None or not view.ballot.eligible:
        return found
    funded = count.funded
    step = -(-len(funded) // _STEPS) or 1
    found += [_filling(view, view.ballot, count, n) for n in range(step, len(funded) + step, step)]
    return [*found, _counted(view, view.ballot, count)]


def _come(ballot: BallotView, now: RevealView) -> list[PublicView]:
    """The publics that somebody fetched in this round."""
    done = [one.project.fetches for one in now.outcomes if one.state == "complete" and one.project.fetches]
    return [public for public in ballot.publics if public.id in done]


def _fetched(come: Sequence[PublicView]) -> Moment:
    ground = "gift"
    loud, said = inks(ground)
    names = listed([amid(one.title) for one in come])
    rows: list[Element] = []
    for one in come[:3]:
        many = Label(voices(one.voices), "name", "ink", one_line=True)
        crowd = Crowd(one, 16 if len(come) > 1 else 10, 30.0)
        rows.append(Column([Row([Mark(52.0, one.number), Grow(many)], "s"), crowd], "s"))
    lines: list[Element] = [
        Label(f"{one.title} : {voices(one.voices)}", "lead", said) for one in come if len(come) > 1
    ]
    return Moment(
        id="fetched",
        ground=ground,
        kind=tr("On est allé les chercher"),
        title="",
        read=tr("De plus en plus de voix : {names}.", names=names),
        ask=tr("Qui manque encore, le jour du vote ?"),
        picture=centred(Card(Column(rows, "l"), "l", "l", edge=False, border=None)),
        lines=lines,
        instead=Label(capital(names), "display" if len(come) == 1 else "title", loud, max_lines=3),
    )


def _filling(view: View, ballot: BallotView, count: CountView, n: int) -> Moment:
    """The first `n` ideas that are funded, and the money that is left then."""
    shown = count.funded[:n]
    last = shown[-1]
    left = money(last.left)
    words = tr(
        "{title} : {votes}, il reste {money}.",
        title=last.title,
        votes=_measure(ballot, count, last),
        money=left,
    )
    return Moment(
        id=f"count.{len(shown)}",
        ground="paper",
        kind=tr("On compte : {method}", method=count.title.lower()),
        title="",
        read=words,
        ask=tr("Qui l’a trouvée bonne, et qui ne l’a pas trouvée bonne ?"),
        picture=Spacer(),
        whole=_whole(ballot, count, shown, ()),
    )


def _counted(view: View, ballot: BallotView, count: CountView) -> Moment:
    """All of it: what is funded, what is not, who is served."""
    beyond = [one for one in count.ideas if not one.funded]
    return Moment(
        id="count",
        ground="paper",
        kind=count.title,
        title="",
        read=count.told[:1].upper() + count.told[1:] + ".",
        ask=tr("Qui est servi, et qui ne l’est pas ?"),
        picture=Spacer(),
        whole=_whole(ballot, count, count.funded, beyond, done=True),
    )


def _whole(
    ballot: BallotView,
    count: CountView,
    shown: Sequence[CountedIdea],
    beyond: Sequence[CountedIdea],
    done: bool = False,
) -> Element:
    """The ruler filled so far, each idea under it; the rest greyed; who is served."""
    left = ballot.money - sum(one.price for one in shown)
    head: list[Element] = [Label(count.title if done else tr("On compte"), "title", max_lines=1)]
    if not done:
        head.append(Label(count.title, "heading", "quiet", one_line=True))
    still = tr("Il reste {money}", money=money(left))
    head += [Grow(Spacer()), Label(still, "title", "kept", one_line=True)]
    bits = tuple(
        ideas.counted_bit(ballot, one, under=_for_it(ballot, one), key=f"block.{one.id}") for one in shown
    )
    rows: list[Element] = [
        Row(head, "l"),
        Ruler(bits, ballot.money, *((96.0, "title", 84.0) if done else (150.0, "title", 170.0)), _left(left)),
    ]
    forms = [_told(ballot, count, shown, beyond, level) for level in range(3)]
    rows.append(Grow(Fullest([*(Own(form, 1.4) for form in forms[:2]), Own(forms[2])])))
    if done:
        rows.append(_served(ballot, count))
    return Column(rows, "m")


def _left(left: int) -> str:
    return money(left) if left else ""


def _for_it(ballot: BallotView, one: CountedIdea) -> Element:
    """The publics that find it good, in lines as wide as the block."""
    found = [public for public in ballot.publics if public.id in one.publics]
    return Flow([Mark(28.0, public.number) for public in found], 6.0, 4.0, "center")


def _measure(ballot: BallotView, count: CountView, one: CountedIdea) -> str:
    """What an idea is served by: its votes, the grade in the middle, or its votes beside what they pay."""
    if count.method == "majority-judgement":
        return tr("mention « {grade} »", grade=ballot.grades[one.middle])
    if count.on_what_is_left(one):
        return tr("{votes}, sur le reste", votes=voices(one.votes))
    if count.method == "equal-shares":
        return tr("{votes} pour {money}", votes=voices(one.votes), money=one.price_told)
    return voices(one.votes)


def _told(
    ballot: BallotView,
    count: CountView,
    shown: Sequence[CountedIdea],
    beyond: Sequence[CountedIdea],
    level: int,
) -> Element:
    """The ideas by their titles, two abreast; those without money greyed."""
    rows = [_line(ballot, count, one, level) for one in shown]
    half = -(-len(rows) // 2)
    columns: list[Element] = [Grow(Column(side, "xs")) for side in (rows[:half], rows[half:]) if side]
    told: list[Element] = [Row(columns, "xl", "start")] if columns else []
    if beyond:
        told.append(Label(tr("Sans argent :"), "label", one_line=True))
        told.append(Flow([_grey(ballot, count, one, level > 1) for one in beyond], "m", "xs"))
    return Column(told, "s" if level < 2 else "xs")


def _line(ballot: BallotView, count: CountView, one: CountedIdea, level: int) -> Element:
    """An idea that is funded: its letter, its title, what it was served by."""
    votes: Element = Label(_measure(ballot, count, one), "label", "ink", one_line=True)
    if count.method == "majority-judgement":
        votes = _graded(ballot, one)
    title = Label(one.title, "name" if level < 1 else "label", "ink", max_lines=1 if level else 2)
    return Row([ideas.badge(ballot, one.id, 40.0 if level < 2 else 34.0), Grow(title), votes], "s")


def _graded(ballot: BallotView, one: CountedIdea) -> Element:
    """The voices that gave it each grade, cut in the middle; the grade that is there."""
    word = Sized(Label(ballot.grades[one.middle], "label", "ink", one_line=True), _GRADE)
    return Row([Sized(Judged(one.grades), 150.0), Tick(one.middle, True, 30.0), word], "xs")


def _grey(ballot: BallotView, count: CountView, one: CountedIdea, short: bool) -> Element:
    """An idea without money: what it would have cost, beside what it had."""
    badge = ideas.badge(ballot, one.id, 36.0, faint=True)
    had = _measure(ballot, count, one)
    if count.method != "equal-shares":
        had = f"{one.price_told} · {had}"
    words = had if short else f"{one.title} · {had}"
    return Row([badge, Label(words, "small", one_line=True)], "xs")


def _served(ballot: BallotView, count: CountView) -> Element:
    """Each public: served, or not."""
    cells: list[Element] = []
    for one in ballot.publics:
        yes = one.id in count.served
        words = Label(one.title, "label" if yes else "small", "kept_ink" if yes else "quiet", one_line=True)
        cells.append(Row([Mark(36.0, one.number, not yes), words], "xs"))
    said = ntr("{n} public servi :", "{n} publics servis :", len(count.served))
    rows: list[Element] = [Flow([Label(said, "name", "ink", one_line=True), *cells], "s", "xs")]
    changes = moved(ballot)
    if changes:
        lead = Label(tr("Ce que ça change :"), "name", "ink", one_line=True)
        rows.append(Flow([lead, *(change_label(one, "strong") for one in changes)], "m", "none"))
    return Card(Column(rows, "xs"), "l", "s", "kept_soft", None, edge=False)


# ---- What is told after the moments --------------------------------------------------------------------


def moved(ballot: BallotView) -> tuple[Change, ...]:
    """What all that is funded changes, gauge by gauge."""
    found: dict[str, Change] = {}
    funded = ballot.count.funded if ballot.count is not None else ()
    for one in funded:
        for change in ballot.idea(one.id).voted:
            before = found.get(change.indicator)
            found[change.indicator] = replace(change, by=change.by + (before.by if before is not None else 0))
    return tuple(change for change in found.values() if change.by)


def told(view: View, now: RevealView, level: int) -> list[Element]:
    """The count in a ruler, and what it changed; whom people fetched, in a line."""
    if view.ballot is None:
        return []
    rows: list[Element] = []
    come = _come(view.ballot, now)
    if come and level < 4:
        said = [f"{one.title} : {voices(one.voices)}" for one in come]
        row: Element = Label(" · ".join(said), "small", "gift")
        rows.append(Card(Row([marks(view.ballot, [one.id for one in come], 28.0), Grow(row)], "s"), "l", "s"))
    count = view.ballot.count
    if count is not None:
        bits = tuple(ideas.counted_bit(view.ballot, one, price=False) for one in count.funded)
        lines: list[Element] = [Label(f"{count.title} : {count.told}", "label", "kept_ink")]
        if level < 4:
            lines.append(Ruler(bits, view.ballot.money, 40.0, "label", least_height=28.0))
        changes = moved(view.ballot)
        if changes:
            lines.append(Flow([change_label(one) for one in changes], "m", "none"))
        rows.append(Card(Column(lines, "xs"), "l", "s", "kept_soft", None, edge=False))
    return rows


def eligible_lines(view: View, project: object) -> list[Element]:
    """What a moment says of an idea that becomes eligible: what it costs, and what it does once funded."""
    idea = getattr(project, "idea", None)
    if idea is None or view.ballot is None:
        return []
    voted = moves(idea.voted) if idea.voted else Spacer()
    words = Label(tr("{money}, une fois votée :", money=idea.price_told), "lead", "ink")
    return [Card(Column([words, voted], "xs"), "l", "m", edge=False, border=None)]
