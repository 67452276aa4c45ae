"""A ballot, told line by line: how votes are counted, who is fetched, the catalogue, the ballots, the
count."""

from collections.abc import Iterator

from engine.language import amid, ntr, signed, stopped, tr
from engine.play.commands import Command
from engine.telling.ballot import money, voices
from engine.telling.vocabulary import changes, grade_words, listed
from engine.view.types import BallotView, CountedIdea, CountView, ProjectView, View


def method(view: View) -> Iterator[str]:
    """What the room chooses among, before it knows the ideas; what was drawn, in a demonstration."""
    ballot = view.ballot
    if ballot is None:
        return
    yield tr("{name} : {what}", name=ballot.title, what=ballot.money_told)
    for way in ballot.methods:
        yield "- " + tr("{name} : {what}", name=way.title, what=way.told)
    if ballot.adopted_told:
        yield ballot.adopted_told


def done(command: Command, before: View, view: View) -> Iterator[str]:
    """What a command about the vote did; nothing where it did nothing. A ballot is secret: who hands one in
    is told, and no more."""
    ballot = view.ballot
    if ballot is None or before.ballot is None:
        return
    if command.kind == "adopt" and ballot.methods != before.ballot.methods:
        yield from _adopted(ballot, before.ballot)
    elif command.kind == "mark":
        marked = [paper.who for paper in ballot.papers if paper.marked]
        known = {paper.who for paper in before.ballot.papers if paper.marked}
        for who in marked:
            if who not in known:
                yield "  " + tr("{name} a rendu son bulletin.", name=view.character(who).short)


def _adopted(ballot: BallotView, before: BallotView) -> Iterator[str]:
    """The hands, unless a draw decides between the same ones; then what came of it."""
    hands = [
        tr("{name} : {what}", name=way.title, what=ntr("{n} main", "{n} mains", way.hands))
        for way in ballot.methods
        if way.hands
    ]
    if hands and [way.hands for way in ballot.methods] != [way.hands for way in before.methods]:
        yield "  " + " · ".join(hands)
    tied = [way.title for way in ballot.methods if way.tied]
    if ballot.adopted_told:
        yield f"  {ballot.adopted_told}"
    elif tied:
        yield "  " + tr("Égalité : {names}.", names=listed(tied))


def standing(view: View) -> Iterator[str]:
    """As people begin to talk: who would vote today, and what is eligible."""
    ballot = view.ballot
    if ballot is None:
        return
    yield " · ".join(
        tr("{name} : {what}", name=public.title, what=voices(public.voices)) for public in ballot.publics
    )
    if ballot.submitted:
        names = [tr("« {text} »", text=idea.title) for idea in ballot.submitted]
        yield tr("Déjà au catalogue, déposé par d’autres : {names}.", names=listed(names))
    ours = [tr("« {text} »", text=idea.title) for _, idea in ballot.ideas if not idea.submitted]
    if ours:
        yield tr("Recevable : {names}.", names=listed(ours))


def priced(project: ProjectView) -> Iterator[str]:
    """What has to be voted of a project: its price, who would vote for it, what it does once it is funded."""
    idea = project.idea
    if idea is None:
        return
    yield tr("{money}, à voter", money=idea.price_told)
    yield tr("aujourd’hui {voices}", voices=voices(idea.votes_now))
    moved = [changes(idea.voted), *(said for _, _, said in idea.by_name)]
    if any(moved):
        yield tr("Financée : {what}", what=", ".join(part for part in moved if part))


def fetches(view: View, project: ProjectView) -> str:
    """Whom it fetches, and how many come; "" of any other."""
    if not project.fetches or view.ballot is None:
        return ""
    public = view.ballot.public(project.fetches)
    come = min(public.fetched, public.more)
    return tr("{public} : {by} voix", public=public.title, by=signed(come))


def fetched(view: View, project: ProjectView) -> str:
    """That somebody went to fetch a public, and how many vote since."""
    public = view.ballot.public(project.fetches) if view.ballot is not None else None
    come = tr("{name} : {what}", name=public.title, what=voices(public.voices)) if public is not None else ""
    return f"{stopped(project.title)} {come}.".rstrip()


def catalogue(view: View) -> Iterator[str]:
    """The catalogue, as it closes: what each idea costs, and what publics think of it."""
    ballot = view.ballot
    if ballot is None:
        return
    if not ballot.ideas:
        yield tr("Le catalogue est vide : aucune idée n’est recevable.")
    for _, idea in ballot.ideas:
        said = [
            tr("{name} : {what}", name=amid(ballot.public(one.public).title), what=one.word)
            for one in idea.opinions
        ]
        yield "- " + tr(
            "{project} ({needs}) : {what}", project=idea.title, needs=idea.price_told, what=", ".join(said)
        )


def counted(view: View) -> Iterator[str]:
    """The vote, held with the last reveal: who handed in none, then the count step by step."""
    ballot = view.ballot
    if ballot is None or ballot.count is None or view.phase.round != view.phase.rounds:
        return
    count = ballot.count
    for paper in ballot.papers if ballot.ideas else ():
        if not paper.marked:
            yield tr("{name} n’a pas voté.", name=view.character(paper.who).short)
    yield tr("On compte. {method}, {money} à répartir.", method=count.title, money=ballot.money_told)
    for idea in count.ideas:
        if count.on_what_is_left(idea) and idea.place == count.shared + 1:
            yield tr("Les parts sont épuisées ; le reste va au plus de voix.")
        yield _step(ballot, count, idea)
    yield count.told


def _step(ballot: BallotView, count: CountView, idea: CountedIdea) -> str:
    """What became of an idea: in which order it was funded, by whom, what money was left, what it brought."""
    marks = zip(grade_words(), idea.grades, strict=True)
    liked = [amid(ballot.public(public).title) for public in idea.publics]
    middle = tr("mention du milieu : {grade}", grade=ballot.grades[idea.middle])
    parts = [
        middle if count.method == "majority-judgement" else "",
        voices(idea.votes),
        ", ".join(f"{word}\N{NO-BREAK SPACE}{n}" for word, n in marks if n),
        tr("pour : {names}", names=listed(liked)) if liked else "",
        *(_built(ballot, idea) if idea.funded else [tr("pas financée")]),
    ]
    what = " · ".join(part for part in parts if part)
    line = tr("{project} ({needs}) : {what}", project=idea.title, needs=idea.price_told, what=what)
    return f"{idea.place}. {line}" if idea.funded else f"- {line}"


def _built(ballot: BallotView, idea: CountedIdea) -> Iterator[str]:
    yield tr("financée, reste {money}", money=money(idea.left))
    written = ballot.idea(idea.id)
    yield ", ".join(
        part for part in (changes(written.voted), *(said for _, _, said in written.by_name)) if part
    )


def over(view: View) -> Iterator[str]:
    """Each ballot of the table; what was funded, and what the same would have funded, counted otherwise."""
    ballot = view.ballot
    if ballot is None or ballot.count is None:
        return
    for paper in ballot.papers:
        said = [
            tr("{name} : {what}", name=ballot.idea(id_).title, what=ballot.grades[grade])
            for id_, grade in paper.grades or ()
        ]
        if said:
            yield tr("Bulletin de {who} ({voices}). {what}.", who=view.character(paper.who).short,
                     voices=voices(paper.voices), what=" · ".join(said))  # fmt: skip
    for count in (ballot.count, *ballot.recounts):
        yield tr("{name} : {what}", name=count.title, what=_funded(count))


def _funded(count: CountView) -> str:
    names = [tr("« {text} »", text=idea.title) for idea in count.funded]
    return " · ".join(part for part in (count.told, listed(names)) if part)
