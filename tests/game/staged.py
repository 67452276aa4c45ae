"""Moments of a session with one thing staged: counted or not yet, alone, sealed, moved, told."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.content.model import Method
from engine.telling.vocabulary import method_word
from engine.view.types import (
    Audience,
    CharacterView,
    Fallen,
    Handover,
    Legal,
    LetterView,
    MandateView,
    PactView,
    RoundGain,
    TokenCount,
    View,
)
from tests.game import samples


def training(view: View) -> View:
    """The same moment around one computer: forecasts are answered on the screen."""
    asked = tuple(entry.counts.question for entry in view.forecasts)
    legal = tuple(entry for entry in view.legal if entry.kind != "vote")
    return replace(view, mode="training", legal=(*legal, Legal("vote", ids=asked)))


def listening(view: View) -> View:
    """The same moment while the simulated characters let the room speak first."""
    waiting = tuple(who.id for who in view.characters[len(view.characters) // 2 :])
    promises = tuple(promise for promise in view.promises if promise.who not in waiting)
    return replace(
        view, unheard=waiting, promises=promises, legal=(*view.legal, Legal("announce", ids=waiting))
    )


def by_oneself(view: View) -> View:
    """The same moment for who trains alone, without a timer, with what is theirs in sight."""
    first = view.characters[0].id
    case: samples.Case = "worst" if len(view.characters) > 9 else "usual"
    mine = samples.view("situation", "", case, Audience("holder", first)).characters
    secret = (
        replace(mine[0].secret, round=RoundGain(0.4, 0.4, (("Maison de santé", 2.0),), False))
        if mine[0].secret
        else None
    )
    cast = tuple(
        replace(who, held=who.id == first, secret=secret if who.id == first else None)
        for who in view.characters
    )
    clock = replace(view.clock, ends=None, planned_end=None)
    return replace(
        view,
        audience=Audience("holder", first),
        mode="training",
        participants=1,
        tables=(),
        characters=cast,
        clock=clock,
    )


def unsorted(view: View) -> View:
    """The debate of those who train before they have told its three sentences apart."""
    assert view.debate is not None
    assert view.debate.exercise is not None
    blank = tuple(replace(one, claim=None, sorted=None) for one in view.debate.exercise.sentences)
    asked = replace(view.debate.exercise, sentences=blank, readings=())
    return replace(view, debate=replace(view.debate, exercise=asked, kept=()))


def unvoted(view: View) -> View:
    """The same before they have voted."""
    debate = unsorted(view).debate
    assert debate is not None
    assert debate.first is not None
    first = replace(debate.first, received=0, yes=None, no=None, unsure=None)
    return replace(view, debate=replace(debate, first=first))


def first(view: View) -> View:
    """The same in the first round, in which more is explained."""
    return replace(view, phase=replace(view.phase, round=1))


def lasting(view: View) -> View:
    """The same as the last round opens, with what is still to be finished on the table."""
    projects = view.projects or samples.view("negotiation").projects
    return replace(view, projects=projects, phase=replace(view.phase, round=view.phase.rounds))


def built(view: View, several: int, drawn: bool = True) -> View:
    """A reveal at which so many projects are complete, and one is given up, without pacts; the drawing shows them,
    or not."""
    assert view.reveal is not None
    two = " et ".join(who.short for who in view.characters[:2])
    won = samples.t(f"{two} y gagnent 2", f"{two} gain 2")
    lost = samples.t(f"{view.characters[2].short} y perd 3", f"{view.characters[2].short} loses 3")
    missed = samples.t(f"{two} y auraient gagné 2", f"{two} would have gained 2")
    names = ", ".join(who.short for who in view.characters[:6])
    thanks = samples.t(f"C’est fait, grâce à {names}.", f"It is done, thanks to {names}.")
    outcomes = tuple(
        replace(one, state="complete", built=thanks, benefits=((2, won), (-3, lost)))
        if i < several
        else replace(one, state="lapsed" if several and i == several else "lacking", benefits=((2, missed),))
        for i, one in enumerate(view.reveal.outcomes)
    )
    things = view.neighbourhood.things
    if not drawn:
        things = tuple(one for one in things if not one.id.startswith("project"))
    place = view.neighbourhood._replace(things=things)
    told = replace(view.reveal, outcomes=outcomes, fallen=())
    return replace(view, reveal=told, neighbourhood=place, pacts=())


def fallen(view: View, several: int) -> View:
    """The same, where so many presuppositions fell, each as long as they get."""
    assert view.reveal is not None
    people, t = view.characters, samples.t
    one, other = people[0], people[1]
    long = max((project.title for project in view.projects), key=len)
    said = t(
        f"{one.short} et {other.short} ont tenu ce qui était promis tout haut pour « {long} » : deux présupposés tombent.",
        f"{one.short} and {other.short} kept what they had promised aloud for “{long}”: two presuppositions fall.",
    )
    first = t(
        "Le conseil citoyen vient pour signaler. Pour réparer, c'est toujours quelqu'un d'autre.",
        "The citizens' council comes to report things. Fixing them is always for someone else.",
    )
    second = t("Il ne vient que pour les photos.", "He only comes for the photos.")
    believed = ((one.id, other.id, first), (other.id, one.id, second))
    fell = tuple(Fallen(one.id, other.id, said, believed if i else believed[:1]) for i in range(several))
    return replace(view, reveal=replace(view.reveal, fallen=fell))


def risen(view: View, rose: bool) -> View:
    """A reveal at which the common good rose, or did not."""
    assert view.reveal is not None
    t = samples.t
    sentence = t(
        "En baisse : ce tour, aucun gain personnel ne compte.",
        "It has gone down: this round, no personal gain counts.",
    )
    if rose:
        sentence = t(
            "En hausse : les gains personnels de ce tour comptent.",
            "It has gone up: the personal gains of this round count.",
        )
    commons = replace(view.reveal.commons, before=46, after=49 if rose else 44, rose=rose, sentence=sentence)
    return replace(view, reveal=replace(view.reveal, commons=commons))


def spoken(view: View) -> View:
    """Whoever is heard is held by somebody, who speaks; nobody is counted yet."""
    view, may = (
        unjudged(view),
        samples.t(
            "Vous pouvez dire ce que personne ici ne sait de vous. Vous pouvez aussi répondre à côté.",
            "You may say what no one here knows about you. You may also answer something else.",
        ),
    )
    assert view.hearing is not None
    return replace(view, hearing=replace(view.hearing, answer="", guideline=may))


def unjudged(view: View) -> View:
    """Nobody has said yet whether it was an answer."""
    assert view.hearing is not None
    counts = replace(view.hearing.counts, received=0, yes=None, no=None, unsure=None, word="")
    return replace(view, hearing=replace(view.hearing, counts=counts))


def uncounted(view: View) -> View:
    """Before any hand is counted."""
    return counted(view, None, ())


def counted(view: View, method: Method | None, counts: tuple[tuple[int, ...], ...]) -> View:
    """The answers with these counts, the first two level where they are."""
    assert view.room_choice is not None
    level = len(counts) > 1 and counts[0] == counts[1]
    options = tuple(
        replace(
            option,
            counts=counts[i] if counts else (),
            chosen=bool(counts) and not level and i == 1,
            tied=level and i < 2,
        )
        for i, option in enumerate(view.room_choice.options)
    )
    said = method_word(method) if method else ""
    return replace(view, room_choice=replace(view.room_choice, options=options, method=method, said=said))


def sealed(view: View, known: bool = False, kept: bool | None = None) -> View:
    """Two pacts; what is in them where it is `known`, which before a reveal one's own alone is, and what became
    of them once they are laid open."""
    people, t = view.characters, samples.t

    def pact(one: CharacterView, other: CharacterView, broken: bool) -> PactView:
        terms = t(
            f"{one.short} donne 2 moyens à la maison de santé ; {other.short} donne 1 appui aux cours du soir",
            f"{one.short} gives 2 means to the health centre; "
            f"{other.short} gives 1 backing to the evening classes",
        )
        word = "" if kept is None else t("rompu", "broken") if broken else t("tenu", "kept")
        none, some = TokenCount(), TokenCount(0, 2, 0)
        told = known and (broken or kept is not None)
        return PactView(
            one.id, other.id, t(f"Un pacte entre {one.short} et {other.short}", f"A pact between {one.short} and {other.short}"),
            some if told else none, "", some if told else none, "", terms if told else "",
            None if kept is None else not broken, word, (other.id,) if broken and kept is not None else (),
            "" if kept is None else t(f"rompu par {other.short}", f"broken by {other.short}") if broken else word,
            () if kept is None else (
                t(f"{one.short} : 2 moyens au centre de santé, tenu",
                  f"{one.short}: 2 means to the health centre, kept"),
                t(f"{other.short} : 1 appui aux cours du soir, non tenu",
                  f"{other.short}: 1 backing to the evening classes, not kept") if broken else
                t(f"{other.short} : 1 appui aux cours du soir, tenu",
                  f"{other.short}: 1 backing to the evening classes, kept"),
            ),
        )  # fmt: skip

    return replace(view, pacts=(pact(people[0], people[1], True), pact(people[-1], people[-2], False)))


MANDATE = (
    "Votre direction attend que l'assurance paie. Ne mettez rien dans les caves, et ne dites pas pourquoi.",
    "Your head office is waiting for the insurance to pay. Put nothing into the cellars, and do not say why.",
)


def _mandate(who: CharacterView, done: bool | None) -> MandateView:
    t = samples.t
    title = t(f"{who.name} avait un mandat", f"{who.name} had a mandate")
    result = "" if done is None else t("Mandat rempli.", "Mandate fulfilled.")
    return MandateView(who.id, title, t(*MANDATE), done, result, 3.0 if done else 0.0, 3, 2)


def laid_open(view: View, times: int = 1) -> View:
    """A reveal in which two pacts are opened, or so many `times` two, and a mandate is decided."""
    opened = sealed(view, True, True)
    return replace(opened, pacts=opened.pacts * times, mandates=(_mandate(view.characters[1], True),))


def mandated(view: View) -> View:
    """The same for a holder who was asked something."""
    cast = tuple(
        replace(who, secret=replace(who.secret, mandate=_mandate(who, None))) if who.secret else who
        for who in view.characters
    )
    return replace(view, characters=cast)


def settled(view: View) -> View:
    """The truth of a rumour comes back with a round, and what having believed it costs."""
    t, now = samples.t, view.phase.round
    false = LetterView(
        now,
        t(
            "Le plan était celui d’un autre quartier. Le bâtiment D reste debout.",
            "The plan was of another neighbourhood. Block D stays up.",
        ),
        (t("Bien-être social +1", "Social well-being +1"),),
        t("C’était faux", "It was false"),
    )
    cost = LetterView(
        now,
        t(
            "Deux familles ont déjà rendu leurs clés, pour rien.",
            "Two families have already handed back their keys, for nothing.",
        ),
        (t("Bien-être social −2", "Social well-being −2"),),
        t("On y avait cru", "It had been believed"),
    )
    return replace(view, letters=(false, cost))


def returned(view: View) -> View:
    """A last round in which something comes back."""
    letter = LetterView(
        view.phase.round,
        samples.t("La facture des huit conteneurs arrive.", "The bill for the eight containers arrives."),
        (samples.t("Économie −2", "Economy −2"),),
    )
    situation = view.situation and replace(
        view.situation,
        because=samples.t("Parce que les caves ne sont pas sèches.", "Because the cellars are not dry."),
    )
    last = replace(view.phase, round=view.phase.rounds)
    return replace(view, letters=(letter,), situation=situation, phase=last)


def handed_over(view: View) -> View:
    """The minute of handing over."""
    return replace(view, handed_over=(_handover(view),), phase=replace(view.phase, step="handover"))


def _handover(view: View) -> Handover:
    """The last of the table has left, and somebody else has the seat."""
    one, before, t = view.characters[-1], view.characters[0], samples.t
    why = t("Son contrat de onze mois est fini.", "Her eleven-month contract is over.")
    return Handover(
        who=one.id, before=before.name, before_role=before.role, before_face=before.face,
        after=one.name, after_role=one.role, after_face=one.face, why=why,
        said=f"{why} " + t(f"{before.name} s’en va. {one.name} prend sa place.", f"{before.name} leaves. {one.name} takes over."),
    )  # fmt: skip
