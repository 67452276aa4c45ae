"""A ballot in samples: publics that vote, ideas that are eligible, ballots marked, votes counted three ways."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.telling.vocabulary import grade_words
from engine.view.types import (
    BallotView,
    Change,
    CountedIdea,
    CountView,
    IdeaView,
    Legal,
    MethodView,
    OpinionView,
    PaperView,
    ProjectView,
    PublicView,
    TokenCount,
    View,
)
from tests.game import samples
from tests.game.samples import t

MONEY = 100
_MANY = {"few": 2, "usual": 9, "worst": 16}
THEIRS = 6
"""Ideas that others had submitted, in the middle of the list; of few, none."""


def _money(n: int) -> str:
    return t("{n} 000 €", "€{n},000").format(n=n) if n else t("0 €", "€0")


def _publics(case: samples.Case, late: bool) -> tuple[PublicView, ...]:
    rows = (
        ("regulars", t("Les habitués", "The regulars"), 20, 0, 6, 0),
        ("parents", t("Les parents", "Parents"), 20, 12, 6, 0),
        ("shops", t("Les commerces", "Shops"), 8, 6, 6, 1),
        ("night", t("Ceux de la nuit", "Night people"), 2, 12, 6, 3),
        ("youth", t("Ceux du terrain", "Those at the pitch"), 3, 12, 6, 2),
        ("tenants", t("Ceux des Laminoirs", "Laminoirs tenants"), 4, 14, 5, 2),
    )
    if case == "worst":
        long = t("Locataires Laminoirs", "Laminoirs leasehold")
        rows = tuple(
            (id_, long if i % 2 else title, first * 2, more * 3, by, brings)
            for i, (id_, title, first, more, by, brings) in enumerate(rows)
        )  # type: ignore[assignment]
    if case == "few":
        rows = rows[:2]
    found = []
    for i, (id_, title, first, more, by, brings) in enumerate(rows):
        come = min(more, by * (2 if late else 1)) if i in (1, 3, 5) else 0
        left = more - come
        found.append(
            PublicView(
                id_, title, i + 1, first + come, first, left, by, brings, f"fetching-{id_}" if left else ""
            )
        )
    return tuple(found)


def _titles(case: samples.Case) -> tuple[tuple[str, int, str], ...]:
    """(title, price, pictogram) of each idea."""
    rows = (
        (t("Le dernier car à 23 h 40", "The last bus at 11.40 p.m."), 35, "path"),
        (t("Des arbres place du Marché", "Trees on the market square"), 40, "tree"),
        (t("Le terrain éclairé jusqu’à 22 h", "The pitch lit until ten"), 30, "idea"),
        (t("Un banc tous les cent mètres", "A bench every hundred metres"), 15, "home"),
        (t("La fontaine remise en eau", "Water in the fountain again"), 45, "commons"),
        (t("Une halte-garderie le samedi", "A Saturday crèche"), 25, "people"),
        (t("Les vitrines de la rue du Marché", "Shop fronts in Market Street"), 20, "shop"),
        (t("Un local à vélos aux Laminoirs", "A bicycle shed at the Laminoirs"), 15, "key"),
        (t("Un jardin au pied des tours", "A garden below the towers"), 25, "tree"),
    )
    if case != "worst":
        return rows[: _MANY[case]]
    long = t(
        "La halte-garderie du samedi matin, ouverte à tous",
        "A Saturday morning crèche, open to everybody here",
    )
    many = (*rows, *rows)[:16]
    return tuple((long if i % 2 else title, price, sign) for i, (title, price, sign) in enumerate(many))


def _opinion(i: int, k: int) -> int:
    """What public `k` thinks of idea `i`."""
    return (0, 1, 4, 2, 1, 3, 0, 2)[(3 * i + 5 * k) % 8]


def _idea(view: View, case: samples.Case, i: int, publics: tuple[PublicView, ...]) -> IdeaView:
    title, price, _ = _titles(case)[i]
    words = grade_words()
    seen = tuple(OpinionView(one.id, _opinion(i, k), words[_opinion(i, k)]) for k, one in enumerate(publics))
    gauges = [one for one in view.indicators if not one.gate] or list(view.indicators)
    voted = tuple(
        Change(f"gauge.{n}", one.title, by)
        for n, (one, by) in enumerate(
            zip(gauges[i % len(gauges) :][: 1 if case == "few" else 2], (9, -3), strict=False)
        )
    )
    who = view.characters[i % len(view.characters)]
    loses = ((who.id, -3, t("{n} y perd 3", "{n} loses 3 by it").format(n=who.short)),) if i % 3 == 0 else ()
    votes = sum(one.voices for one, o in zip(publics, seen, strict=True) if o.grade <= 1)
    theirs = case != "few" and 2 <= i < 2 + THEIRS
    text = t(
        "Une pelouse, deux clés, et un samedi par mois. Ceux qui l’ont écrite ne sont pas dans la salle.",
        "A lawn, two keys, and one Saturday a month. Those who wrote it are not in the room.",
    )
    return IdeaView(title, price, _money(price), seen, votes, i % 4 == 1, voted, loses, theirs, text, "tree")


_METHODS = ("approval", "majority-judgement", "equal-shares")


def _named(method: str) -> str:
    return {
        "approval": t("Le plus de voix", "Most votes"),
        "majority-judgement": t("Jugement majoritaire", "Majority judgement"),
        "equal-shares": t("Parts égales", "Equal shares"),
    }[method]


def _told(method: str) -> str:
    return {
        "approval": t(
            "L’idée que le plus de voix trouvent bonne passe la première, puis la suivante, tant qu’il reste de l’argent.",
            "The idea which most voices find good goes first, then the next, as long as there is money.",
        ),
        "majority-judgement": t(
            "Chaque voix donne une mention à chaque idée ; passe la première celle dont la mention du milieu est la meilleure, tant qu’il reste de l’argent.",
            "Each voice gives every idea a grade; the one whose middle grade is best goes first, as long as there is money.",
        ),
        "equal-shares": t(
            "Chaque voix a la même part de l’argent ; une idée passe quand celles qui la trouvent bonne peuvent la payer ensemble. Le reste va au plus de voix.",
            "Every voice has the same share of the money; an idea passes when those who find it good can pay for it together. The rest goes by votes.",
        ),
    }[method]


def _methods(hands: tuple[int, ...], adopted: str) -> tuple[MethodView, ...]:
    most = max(hands, default=0)
    tied = [n for n in hands if n == most and n] if not adopted else []
    return tuple(
        MethodView(one, _named(one), _told(one), n, len(tied) > 1 and n == most, one == adopted)
        for one, n in zip(_METHODS, hands, strict=True)
    )


_ORDER = {"approval": (1, 0, 2, 3), "majority-judgement": (3, 0, 5, 7, 2), "equal-shares": (3, 7, 2, 0, 6)}


def _count(ballot: BallotView, method: str) -> CountView:
    """A count in an order of its own, as far as the money goes."""
    money, found = MONEY, []
    ideas = [*((i, *ballot.ideas[i]) for i in _ORDER[method] if i < len(ballot.ideas))]
    ideas += [(i, id_, idea) for i, (id_, idea) in enumerate(ballot.ideas) if i not in _ORDER[method]]
    served: set[str] = set()
    place = 0
    for i, id_, idea in ideas:
        fits = idea.price <= money
        place += fits
        money -= idea.price if fits else 0
        likes = tuple(one.public for one in idea.opinions if one.grade <= 1)
        served |= set(likes) if fits else set()
        found.append(
            CountedIdea(
                id_,
                idea.title,
                "tree",
                idea.price,
                idea.price_told,
                idea.votes_now + i,
                (9, 8, 7, 6, 5),
                2,
                place if fits else 0,
                money,
                likes,
            )
        )
    found.sort(key=lambda one: (not one.place, one.place))
    spent = MONEY - money
    told = t("{i} idées, {p} publics sur {n}, {m}", "{i} ideas, {p} publics of {n}, {m}").format(
        i=place, p=len(served), n=len(ballot.publics), m=_money(spent)
    )
    return CountView(
        method,
        _named(method),
        tuple(found),
        spent,
        _money(spent),
        tuple(one.id for one in ballot.publics if one.id in served),
        told,
        max(0, place - 1),
    )


def voted(
    view: View,
    case: samples.Case = "usual",
    method: str = "equal-shares",
    hands: tuple[int, ...] = (3, 5, 8),
    eligible: int | None = None,
    marked: int = 0,
    counted: bool = False,
    over: bool = False,
    opened: bool = False,
) -> View:
    """The same moment where there is a ballot: so many ideas eligible, so many ballots handed in; `counted`, at
    the end (`over`) in the other ways too, with every ballot `opened`."""
    publics = _publics(case, counted or bool(marked))
    titles = _titles(case)
    count = len(titles) if eligible is None else min(eligible, len(titles))
    ids = tuple(f"idea-{i + 1}" for i in range(count))
    ideas = tuple((id_, _idea(view, case, i, publics)) for i, id_ in enumerate(ids))
    papers = tuple(
        PaperView(who.id, 3, i < marked or counted, _grades(ids, i) if opened or counted else None)
        for i, who in enumerate(view.characters)
    )
    told = BallotView(
        title=t("Le budget de tous", "Everybody’s budget"), money=MONEY, money_told=_money(MONEY),
        methods=_methods(hands, method), method=method,
        adopted_told=t("La salle a choisi : {m}.", "The room chose: {m}.").format(m=_named(method)) if method else "",
        people=3, publics=publics, voices=sum(one.voices for one in publics) + 3 * len(view.characters),
        eligible=ids, ideas=ideas, grades=grade_words(), papers=papers,
    )  # fmt: skip
    if counted:
        told = replace(told, count=_count(told, method or "equal-shares"))
    if over:
        told = replace(told, recounts=tuple(_count(told, one) for one in _METHODS if one != told.method))
    projects = tuple(_project(view, one, i, case, publics) for i, one in enumerate(view.projects))
    fetching = tuple(_fetching(view, one, i) for i, one in enumerate(publics) if one.card and view.projects)
    return replace(view, ballot=told, projects=(*projects, *fetching))


def begun(view: View) -> View:
    """The same, where nothing is eligible yet but what others had submitted."""
    assert view.ballot is not None
    theirs = tuple((id_, idea) for id_, idea in view.ballot.ideas if idea.submitted)
    return replace(view, ballot=replace(view.ballot, ideas=theirs, eligible=tuple(id_ for id_, _ in theirs)))


def _grades(ids: tuple[str, ...], who: int) -> tuple[tuple[str, int], ...]:
    return tuple((id_, (2 * i + 3 * who) % 5) for i, id_ in enumerate(ids))


def _project(
    view: View, project: ProjectView, i: int, case: samples.Case, publics: tuple[PublicView, ...]
) -> ProjectView:
    """All but the last are ideas."""
    if i == len(view.projects) - 1 and i > 0:
        return project
    idea = _idea(view, case, i % len(_titles(case)), publics)
    return replace(project, idea=replace(idea, title=project.title), changes=project.changes[:2])


def _fetching(view: View, public: PublicView, i: int) -> ProjectView:
    gate = next(one for one in view.indicators if one.gate)
    base = view.projects[0]
    promise = TokenCount(1, 0, 0) if i == 3 else TokenCount()
    return ProjectView(
        id=public.card, title=t("Chercher : {n}", "Fetch: {n}").format(n=public.title), short=t("au dépôt", "at the depot"),
        text=t("Le premier car part à 5 h 10. Sous l’auvent du dépôt, on s’inscrit au vote, le papier sur le genou. Gérard demande qui viendra encore à la prochaine réunion. Ludivine demande à quelle heure elle sera.", "The first bus leaves at ten past five. Under the depot’s awning people sign up to vote, paper on knee. Gérard asks who will still come to the next meeting. Ludivine asks at what time it will be."),
        pictogram="door", cost=TokenCount(1, 0, 0), placed=TokenCount(), promised=promise,
        changes=(Change("gate", gate.title, public.brings),) if public.brings else (), rounds_left=base.rounds_left,
        carte_blanche=False, effects=(), rung=base.rung, rung_means=base.rung_means, fetches=public.id,
    )  # fmt: skip


def method(step: str = "ask", case: samples.Case = "usual") -> View:
    """The room chooses how votes are counted: nobody counted yet ("ask"), "tied", or "adopted"."""
    base = samples.view("welcome", "", case)
    hands = {"ask": (0, 0, 0), "tied": (7, 2, 7), "adopted": (3, 5, 8)}[step]
    there = voted(base, case, "equal-shares" if step == "adopted" else "", hands, eligible=0)
    now = replace(
        there.phase,
        kind="method",
        step="",
        title=t("Comment on comptera", "How votes are counted"),
        steps=(),
        round=0,
        next_label=t("Premier tour", "First round"),
    )
    rest = tuple(one for one in there.legal if one.kind != "advance")
    legal = (*rest, Legal("adopt", ids=_METHODS)) if step != "adopted" else (Legal("advance"), *rest)
    return replace(there, phase=now, projects=(), legal=legal)


def ballot(case: samples.Case = "usual", marked: int = 3, held: str = "") -> View:
    """The phase of the ballot: somebody `held` has the computer, or nobody."""
    base = samples.view("choice", "", case)
    there = voted(base, case, marked=marked)
    assert there.ballot is not None
    steps = tuple(
        ("ballot", t("Vote", "Vote")) if kind == "forecast" else (kind, title)
        for kind, title in there.phase.steps
    )
    now = replace(
        there.phase,
        kind="ballot",
        step="",
        title=t("Vote", "Vote"),
        steps=steps,
        next_label=t("Révéler", "Reveal"),
        round=there.phase.rounds,
    )
    done = [paper.who for paper in there.ballot.papers if paper.marked]
    waiting = tuple(who.id for who in there.characters if who.held and who.id not in done)
    legal = (
        Legal("advance"),
        Legal("mark", who=waiting, projects=there.ballot.eligible, most=4),
        Legal("pass-to", who=waiting),
    )
    view = replace(there, phase=now, choice=None, projects=(), promises=(), legal=legal)
    return replace(view, passed_to=held) if held else view


def revealed(view: View, case: samples.Case = "usual", counted: bool = True) -> View:
    """The reveal of the last round, in which the ballots are counted."""
    last = replace(view.phase, rounds=view.phase.round if counted else view.phase.rounds)
    there = voted(replace(view, phase=last), case, counted=counted)
    assert there.reveal is not None
    ideas = {one.id: one for one in there.projects}
    outcomes = tuple(
        replace(
            one,
            project=replace(one.project, idea=ideas[one.project.id].idea, changes=one.project.changes[:2]),
        )
        if one.project.id in ideas
        else one
        for one in there.reveal.outcomes
    )
    come = [one for one in there.projects if one.fetches][:3]
    if not counted and outcomes:
        outcomes += tuple(replace(outcomes[0], project=one, state="complete") for one in come)
    return replace(there, reveal=replace(there.reveal, outcomes=outcomes))


def at_count(view: View) -> int:
    """How many steps lead to the moment in which all is counted."""
    from game.screens.round.moments import _sequence

    return next(i for i, one in enumerate(_sequence(view), 1) if one.id == "count")
