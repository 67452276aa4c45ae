"""Every screen with sample data, by name: what the tests hold to their floors and what `shots` draws."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.content.library import load, slugs
from engine.content.model import Drawing, Method
from engine.debrief.types import DebateLine
from engine.look.things import Neighbourhood
from engine.telling.vocabulary import method_word
from engine.view.neighbourhood import at_first
from engine.view.types import (
    CONSOLE,
    Audience,
    CharacterView,
    Fallen,
    Handover,
    JournalLine,
    Legal,
    LetterView,
    MandateView,
    PactView,
    RoundGain,
    TokenCount,
    View,
)
from engine.view.types import ConsoleView as ConsoleData
from game.front.drafts import Form, Turned, holding
from game.front.state import Resumable, ScenarioCard, Settings, Stands, Ui
from game.front.told import Revealed, Told
from game.kit import Canvas, Scene
from game.kit.textfield import TextField
from game.screens import show
from game.screens.bilan import pages as bilan_screen
from game.screens.bilan.said import Correcting
from game.screens.home.setup import Prepared
from game.screens.map.drawing import Dragged, LetGo, Shown
from game.screens.round.carte_blanche import OwnProject
from game.screens.round.choice import KeepsAll, Unveiled
from game.screens.round.debate import Choosing
from game.screens.round.exercise import Claims
from tests.game import sample_bilan, samples

Compose = Callable[[Canvas], Scene]


def scenario_cards(case: samples.Case) -> tuple[ScenarioCard, ...]:
    """Four scenarios, or eight with long words, or one."""
    people = tuple(
        (c.id, c.name, c.role, i < 4, c.face, c.posture.expression, c.family)
        for i, c in enumerate(samples.characters("worst" if case == "worst" else "usual"))
    )
    t = samples.t
    rows = [
        ("au-lendemain-de-la-crue", t("Au lendemain de la crue", "The morning after the flood"), t("Reconstruire le quartier sans s'oublier soi-même.", "Rebuild the neighbourhood without forgetting oneself.")),
        ("quatre-tables", t("Quatre tables", "Four tables"), t("Relier quatre tables de quartier sans les fondre.", "Link four neighbourhood tables without merging them.")),
        ("de-quatre-a-neuf", t("De quatre à neuf", "From four to nine"), t("Des conseils citoyens vers l'autonomie.", "Citizens' councils on their way to autonomy.")),
        ("le-rez-de-chaussee", t("Le rez-de-chaussée", "The ground floor"), t("Un tiers-lieu dans la résidence.", "A shared place in the residence.")),
    ]  # fmt: skip
    if case == "few":
        rows = rows[:1]
    if case == "worst":
        long = t(
            "Transformation participative et intergénérationnelle du quartier",
            "Participatory and intergenerational transformation of the area",
        )
        rows = [(f"{slug}-{i}", long, " ".join([summary] * 3)) for i in (1, 2) for slug, _, summary in rows]
    pitch = t(
        "Il y a trois semaines, la rivière est entrée dans le quartier. Vous êtes autour de la table avec du temps, des moyens ou de l'appui, jamais les trois. Vos gains ne comptent que si la vie de tous s'améliore aussi.",
        "Three weeks ago the river came into the neighbourhood. You sit at the table with time, means or backing, never all three. Your gains only count if everybody's life improves too.",
    )  # fmt: skip
    skills = (t("Négocier en public et demander ce qui manque", "Negotiate in public and ask for what is missing"),
              t("Distinguer un fait d'un jugement sur une personne", "Tell a fact from a judgement of somebody"),
              t("Repérer un présupposé et le mettre à l'épreuve", "Spot a presupposition and put it to the test"),
              t("Dire qu'on ne tiendra pas parole, et pourquoi", "Say that one will not keep one's word, and why"),
              t("Passer du « je » au « nous » sans s'oublier", "Go from “I” to “we” and not forget oneself"))  # fmt: skip
    return tuple(
        ScenarioCard(slug, title, summary, pitch, "discovery", (6, 30), ("45", "90", "150", "training"), (45, 90, 150, 0), skills, people, place=_place(slug))
        for slug, title, summary in rows
    )  # fmt: skip


def _place(slug: str) -> Neighbourhood:
    """That of a shipped scenario; of others, which name no things, a street."""
    shipped = next((name for name in slugs() if slug.startswith(name)), "")
    found = load(shipped or samples.SLUG).scenario
    assert found is not None
    return at_first(found if shipped else found.model_copy(update={"drawing": Drawing()}))


def sample_ui(case: samples.Case, plain: bool = False, **fields: object) -> Ui:
    """What the front-end remembers: unfinished sessions and scenarios found."""
    resumable = tuple(
        Resumable(Path(f"{i}.coop"), samples.t("Au lendemain de la crue", "The morning after the flood"), 2, 3, samples.NOW)
        for i in range({"few": 0, "usual": 1, "worst": 9}[case])
    )  # fmt: skip
    ui = Ui(Settings(plain=plain), scenarios=scenario_cards(case), resumable=resumable, now=samples.NOW)
    return replace(ui, **fields)  # type: ignore[arg-type]


def _shown(view: View | None, ui: Ui, seen: View | None = None) -> Compose:
    return lambda canvas: canvas.compose(*show(view, ui, seen))


def journal_view(case: samples.Case) -> View:
    """The console's view, with a journal."""
    base = samples.view("negotiation", "", case, CONSOLE)
    says = samples.t(
        "Fatou Diarra s'engage : deux temps au jardin partagé, si Marc donne des moyens",
        "Fatou Diarra promises two time to the shared garden, if Marc gives means",
    )
    count = {"few": 0, "usual": 9, "worst": 120}[case]
    lines = tuple(JournalLine(i + 1, samples.NOW, i // 20, says, i % 7 == 3) for i in range(count))
    return replace(base, console=ConsoleData((), (), (), (), lines, (), ()))


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


def debates(case: samples.Case) -> tuple[DebateLine, ...]:
    """What six rounds of a training made of their acts: all sorted, none, or not even voted."""
    seen = samples.view("debate", "sentence", case).debate
    assert seen is not None
    assert seen.picked is not None
    assert seen.exercise is not None
    said = tuple((one.text, one.word, one.claim == one.sorted) for one in seen.exercise.sentences)
    rounds = range(1, 3 if case == "few" else 7)
    return tuple(
        DebateLine(n, seen.picked.sentence, n % 2, 1 - n % 2, said if n != 3 else ()) for n in rounds
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


def _session_screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    view = samples.view
    holder = Audience("holder", samples.characters(case)[0].id)
    choice = view("choice", "", case, holder)
    assert choice.choice is not None
    passed = replace(choice, choice=replace(choice.choice, passed_to=holder.character))
    nothing = replace(passed, choice=replace(choice.choice, passed_to=holder.character, mine=()))
    unveiled = replace(ui, drafts=holding(Unveiled(who=holder.character or "")))
    finished = replace(
        view("choice", "", case), choice=replace(choice.choice, waiting=(), mine=None, left=None)
    )
    own = view("negotiation", "", case, round=1)  # where the room may still write its own project
    unanswered = replace(view("negotiation", "", case), answers=())
    reveal = samples.reveal(case)
    opened = replace(ui, drafts=holding(Revealed("2", 99), Told("2.reveal", 99)))
    alone = view("debate", "sentence", case)
    assert alone.debate is not None
    sentence = samples.t("Fallait-il tenir seule ?", "Should she have kept it alone?")
    kept = replace(alone.debate, kept=(sentence, sentence))
    projects = tuple(replace(project, worth=2.1) for project in choice.projects)
    choice_alone = replace(
        choice,
        projects=projects,
        choice=replace(choice.choice, confirmed=(), waiting=(holder.character or "",)),
    )
    typed = TextField(
        samples.t(
            "Il n'avait pas le choix, mais il aurait pu le dire.",
            "He had no choice, but he could have said so.",
        ),
        12,
        4,
    )
    written = replace(
        ui,
        screen="carte-blanche",
        fields={"carte.name": typed},
        drafts=holding(OwnProject(cost=(3, 2, 0), changes={"health": 4, "commons": 5, "economy": -3})),
    )
    return {
        "welcome-1": _shown(view("welcome", "", case), ui),
        "welcome-2": _shown(view("welcome", "", case), replace(ui, drafts=holding(Turned("welcome", 1)))),
        "welcome-3": _shown(replace(view("welcome", "", case), own_placing=((1, 2, 4, 9, 0, 20, 1), (0,) * 7)), replace(ui, drafts=holding(Turned("welcome", 2)))),
        "briefing": _shown(view("briefing", "", case), replace(ui, drafts=holding(Turned("briefing", 1)))),
        "situation": _shown(view("situation", "", case), ui),
        "situation-returns": _shown(returned(view("situation", "", case)), replace(ui, drafts=holding(Told("4.situation", 1)))),
        "situation-handover": _shown(handed_over(view("situation", "", case)), ui),
        "situation-handover-alone": _shown(by_oneself(handed_over(view("situation", "", case))), ui),
        "rumour": _shown(samples.whispered(view("situation", "", case)), ui),
        "rumour-counted": _shown(samples.whispered(view("situation", "", case), (9, 4, 3)), ui),
        "rumour-alone": _shown(by_oneself(training(samples.whispered(view("situation", "", case)))), ui),
        "situation-rumour-told": _shown(settled(view("situation", "", case)), ui),
        "choose": _shown(uncounted(view("choose", "vote", case)), ui),
        "choose-level": _shown(counted(view("choose", "vote", case), "show-of-hands", ((11,), (11,), (2,))), ui),
        "choose-judged": _shown(counted(view("choose", "vote", case), "majority-judgement", ((3, 6, 5, 2, 8), (1, 9, 10, 4, 0), (0, 0, 2, 9, 13))), ui),
        "choose-chosen": _shown(view("choose", "chosen", case), ui),
        "choose-alone": _shown(by_oneself(training(uncounted(view("choose", "vote", case)))), ui),
        "hearing": _shown(view("hearing", "asked", case), ui),
        "hearing-held": _shown(spoken(view("hearing", "asked", case)), ui),
        "hearing-judged": _shown(view("hearing", "judged", case), ui),
        "hearing-alone": _shown(by_oneself(training(unjudged(view("hearing", "asked", case)))), ui),
        "negotiation": _shown(unanswered, ui),
        "negotiation-first": _shown(first(unanswered), ui),
        "negotiation-room-first": _shown(listening(unanswered), ui),
        "negotiation-alone-listening": _shown(by_oneself(listening(unanswered)), ui),
        "choice-first": _shown(first(passed), unveiled),
        "sheet-first": _shown(replace(first(view("negotiation", "", case, holder)), passed_to=holder.character), unveiled),
        "negotiation-pacts": _shown(sealed(view("negotiation", "", case)), ui),
        "negotiation-pacts-alone": _shown(by_oneself(sealed(view("negotiation", "", case), known=True)), ui),
        "reveal-pacts": _shown(laid_open(reveal), opened),
        "sheet-mandate": _shown(replace(mandated(view("negotiation", "", case, holder)), passed_to=holder.character), unveiled),
        "negotiation-answers": _shown(view("negotiation", "", case), ui),
        "card": _shown(view("negotiation", "", case), replace(ui, screen="card", argument=unanswered.projects[0].id)),
        "card-gone": _shown(view("negotiation", "", case), replace(ui, screen="card", argument="gone")),
        "gauges": _shown(view("negotiation", "", case), replace(ui, screen="gauges")),
        "zones": _shown(samples.posture_map(case), replace(ui, screen="zones", drafts=holding(Shown("2", True)))),
        "carte-blanche": _shown(own, written),
        "carte-blanche-empty": _shown(own, replace(ui, screen="carte-blanche")),
        "own-card": _shown(samples.proposed(unanswered), ui),
        "own-card-amended": _shown(samples.proposed(unanswered, "changes"), ui),
        "own-card-token": _shown(samples.proposed(unanswered, "cost"), ui),
        "own-card-alone": _shown(by_oneself(training(samples.proposed(unanswered, "changes", samples.t("Je mets 2 points sur Économie : c’est ce qui compte pour moi.", "I put 2 points on Economy: that is what matters to me.")))), ui),
        "own-card-alone-untouched": _shown(by_oneself(training(samples.proposed(unanswered))), ui),
        "forecast-training": _shown(training(view("forecast", "ask", case)), ui),
        "negotiation-one-window": _shown(view("negotiation", "", case), replace(ui, settings=replace(ui.settings, windows=1))),
        "debate-one-window": _shown(samples.debate("vote", case, counted=False), replace(ui, settings=replace(ui.settings, windows=1))),
        "forecast-ask": _shown(view("forecast", "ask", case), ui),
        "forecast-shown": _shown(view("forecast", "shown", case), ui),
        "forecast-none": _shown(replace(view("forecast", "ask", case), forecasts=()), ui),
        "choice": _shown(view("choice", "", case), ui),
        "choice-finished": _shown(finished, ui),
        "choice-cover": _shown(passed, ui),
        "choice-private": _shown(passed, unveiled),
        "choice-nothing": _shown(nothing, unveiled),
        "choice-nothing-asked": _shown(nothing, replace(ui, drafts=holding(Unveiled(who=holder.character or ""), KeepsAll(who=holder.character or "")))),
        "situation-alone": _shown(by_oneself(view("situation", "", case)), ui),
        "negotiation-alone": _shown(by_oneself(view("negotiation", "", case)), ui),
        "forecast-alone": _shown(by_oneself(training(view("forecast", "ask", case))), ui),
        "choice-alone": _shown(by_oneself(choice_alone), ui),
        "reveal-alone": _shown(by_oneself(replace(reveal, reveal=replace(reveal.reveal, in_you=tuple((who.id, 43, 43 + 9 * (i % 2 * 2 - 1)) for i, who in enumerate(reveal.characters[1:]))))), opened),
        "vote-alone": _shown(by_oneself(unvoted(alone)), ui),
        "vote-three": _shown(replace(unvoted(alone), participants=3), ui),
        "sort-alone": _shown(by_oneself(unsorted(alone)), replace(ui, drafts=holding(Claims("6", ("judgement", None, None)), Claims("2", ("judgement", None, None))))),
        "sorted-alone": _shown(by_oneself(replace(alone, debate=replace(alone.debate, kept=()))), ui),
        "sentence-alone": _shown(by_oneself(replace(alone, debate=kept)), ui),
        "reveal-1": _shown(reveal, replace(ui, drafts=holding(Revealed("2", 2)))),
        "reveal-all": _shown(reveal, opened),
        "reveal-rumour": _shown(replace(reveal, rumour=samples.said(verdict=samples.t("C’était faux", "It was false"), outcome=samples.t("Le plan était celui d’un autre quartier.", "The plan was of another neighbourhood."))), opened),
        "why": _shown(reveal, replace(opened, screen="why", argument=next((fact.who for fact in reveal.reveal.facts if fact.says), "") if reveal.reveal else "")),
        "reveal-facts": _shown(reveal, replace(ui, drafts=holding(Revealed("2", 99)))),
        "reveal-place": _shown(reveal, replace(ui, drafts=holding(Revealed("2", 99, place=True), Told("2.reveal", 99)))),
        "moment-last": _shown(lasting(view("situation", "", case)), ui),
        "moment-own": _shown(replace(view("negotiation", "", case), carte_blanche_new=True), ui),
        "moment-own-alone": _shown(by_oneself(replace(view("negotiation", "", case), carte_blanche_new=True)), ui),
        "moment-complete": _shown(built(reveal, 1), at_moment(ui, 1)),
        "moment-complete-plain": _shown(built(reveal, 1, drawn=False), at_moment(ui, 1)),
        "moment-complete-alone": _shown(by_oneself(built(reveal, 1)), at_moment(ui, 1)),
        "moment-fell": _shown(fallen(built(reveal, 0), 1), at_moment(ui, 1)),
        "moment-fell-both": _shown(fallen(built(reveal, 0), 3), at_moment(ui, 2)),
        "moment-fell-alone": _shown(by_oneself(fallen(built(reveal, 0), 3)), at_moment(ui, 2)),
        "moment-rose": _shown(risen(built(reveal, 0), True), at_moment(ui, 1)),
        "moment-fell-short": _shown(risen(built(reveal, 0), False), at_moment(ui, 1)),
        "moment-one-window": _shown(risen(built(reveal, 0), False), replace(at_moment(ui, 1), settings=replace(ui.settings, windows=1))),
        "reveal-benefits": _shown(built(reveal, 3), opened),
        "debate-pick": _shown(samples.debate("vote", case), replace(ui, drafts=holding(Choosing(now=True)))),
        "debate-vote": _shown(samples.debate("vote", case, counted=False), ui),
        "debate-talk": _shown(samples.debate("talk", case), ui),
        "debate-revote": _shown(samples.debate("revote", case), ui),
        "debate-alone": _shown(alone, replace(ui, fields={"sentence": typed})),
        "map-before": _shown(samples.posture_map(case), ui),
        "map": _shown(samples.posture_map(case), replace(ui, drafts=holding(Shown("2", True)))),
        "map-crowded": _shown(samples.posture_map(case, crowded=True), replace(ui, drafts=holding(Shown("2", True)))),
        "map-dragged": _shown(samples.posture_map(case), replace(ui, drafts=holding(Dragged(holder.character or "", (1.2, 3.9)), Shown("2", True), LetGo(who=holder.character or "")))),
        "break": _shown(view("break", "", case), ui),
        "look-back": _shown(view("negotiation", "", case), replace(ui, screen="look-back")),
        "toast": _shown(view("negotiation", "", case), replace(ui, toast=samples.t("Ce personnage n'a plus assez de jetons de cette sorte pour le promettre.", "This character has too few tokens of this kind left to promise."), toast_is_error=True)),
    }  # fmt: skip


def at_moment(ui: Ui, steps: int) -> Ui:
    """The great moments of a reveal, gone through so far."""
    return replace(ui, drafts=holding(Revealed("2", 99), Told("2.reveal", steps)))


def lasting(view: View) -> View:
    """The same as the last round opens, with what is still to be finished on the table."""
    projects = view.projects or samples.view("negotiation").projects
    return replace(view, projects=projects, phase=replace(view.phase, round=view.phase.rounds))


def built(view: View, several: int, drawn: bool = True) -> View:
    """A reveal at which so many projects are complete, and one is given up; the drawing shows them, or not."""
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
    return replace(view, reveal=replace(view.reveal, outcomes=outcomes, fallen=()), neighbourhood=place)


def fallen(view: View, several: int) -> View:
    """The same, where so many presuppositions fell, each as long as they get."""
    assert view.reveal is not None
    people, t = view.characters, samples.t
    one, other = people[0], people[1]
    said = t(
        f"{one.short} et {other.short} ont promis ensemble, et tenu : deux présupposés tombent.",
        f"{one.short} and {other.short} promised together, and kept it: two presuppositions fall.",
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
        terms = (
            t(
                f"{one.short} donne 2 moyens à la maison de santé",
                f"{one.short} gives 2 means to the health centre",
            ),
            t(
                f"{other.short} donne 1 appui aux cours du soir",
                f"{other.short} gives 1 backing to the evening classes",
            ),
        )
        word = "" if kept is None else t("rompu", "broken") if broken else t("tenu", "kept")
        none, some = TokenCount(), TokenCount(0, 2, 0)
        told = known and (broken or kept is not None)
        return PactView(
            one.id, other.id, t(f"Un pacte entre {one.short} et {other.short}", f"A pact between {one.short} and {other.short}"),
            some if told else none, "", some if told else none, "", terms if told else (),
            None if kept is None else not broken, word, (other.id,) if broken and kept is not None else (),
        )  # fmt: skip

    return replace(view, pacts=(pact(people[0], people[1], True), pact(people[-1], people[-2], False)))


MANDATE = (
    "Votre direction attend que l'assurance paie. Ne mettez rien dans les caves, et ne dites pas pourquoi.",
    "Your head office is waiting for the insurance to pay. Put nothing into the cellars, and do not say why.",
)


def _mandate(who: CharacterView, done: bool | None) -> MandateView:
    t = samples.t
    title = t(f"{who.name} avait un mandat", f"{who.name} had a mandate")
    result = "" if done is None else t("C’est fait.", "It is done.")
    return MandateView(who.id, title, t(*MANDATE), done, result, 3.0 if done else 0.0, 3, 2)


def laid_open(view: View) -> View:
    """A reveal in which pacts are opened, and a mandate is decided."""
    return replace(sealed(view, True, True), mandates=(_mandate(view.characters[1], True),))


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


def _bilan_screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    view, data = sample_bilan.bilan_view(case), sample_bilan.bilan(case)
    found = {}
    for i, leaf in enumerate(bilan_screen.leaves(view, data)):
        here = replace(ui, bilan=data, drafts=holding(Turned("bilan", i)), what_if=sample_bilan.what_if())
        found[f"bilan-{i}-{leaf.draw.__name__.strip('_')}"] = _shown(view, here)
    computing = replace(ui, bilan=data, drafts=holding(Turned("bilan", 3)), what_if=sample_bilan.what_if(40))
    return {**found, "bilan-computing": _shown(view, computing), "bilan-preparing": _shown(view, ui)}


def _front_screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    slug = ui.scenarios[0].slug
    present = samples.view("debate", "vote", case)
    return {
        "accueil": _shown(None, ui),
        "scenarios": _shown(None, replace(ui, screen="scenarios", argument="facilitated")),
        "scenarios-training": _shown(None, replace(ui, screen="scenarios", argument="training")),
        "sessions": _shown(None, replace(ui, screen="sessions")),
        "setup": _shown(None, replace(ui, screen="setup", argument=slug, displays=("1 · 1920 × 1080", "2 · 1280 × 800"), stands=Stands(1, 0))),
        "setup-one-display": _shown(None, replace(ui, screen="setup", argument=slug, displays=("1 · 1920 × 1080",), stands=Stands(seen=True, together=True))),
        "closing": _shown(present, replace(ui, screen="closing")),
        "setup-training": _shown(None, replace(ui, screen="setup", argument=f"{slug}:training")),
        "setup-missing": _shown(None, replace(ui, screen="setup", argument="nowhere")),
        "settings": _shown(present, replace(ui, screen="settings", displays=("1 · 1920 × 1080", "2 · 3840 × 2160"))),
        "help": _shown(present, replace(ui, screen="help")),
        "menu": _shown(present, replace(ui, screen="menu")),
        "home-asked": _shown(present, replace(ui, screen="home-asked")),
        "tokens": _shown(present, replace(ui, screen="tokens")),
        "leaflet": _shown(present, replace(ui, screen="leaflet")),
        "help-first": _shown(None, replace(ui, screen="help")),
        "journal": _shown(present, replace(ui, screen="journal"), journal_view(case)),
        "undo": _shown(present, replace(ui, screen="undo", argument="2"), journal_view(case)),
        "problem": _shown(present, replace(ui, screen="problem", file="/home/x/.local/share/coop-ou-pas-coop/2026-11-22-au-lendemain-de-la-crue.coop")),
        "design": _shown(None, replace(ui, screen="design")),
    }  # fmt: skip


def _what_went_wrong(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """What lacks or cannot be used: scenarios with a defect or none, sessions that can only be read, no folder."""
    why = samples.t("Le fichier est coupé à la ligne 214.", "The file is cut at line 214.")
    card, saved = ui.scenarios[0], Resumable(Path("a.coop"), "Le rez-de-chaussée", 2, 3, samples.NOW)
    broken = replace(
        card,
        defect=samples.t("scenario.yaml, ligne 3 : il manque un titre", "scenario.yaml, line 3: no title"),
    )
    sessions = (
        replace(saved, over=True),
        replace(saved, round=0),
        replace(saved, damage=why),
        replace(saved, rounds=0, damage=why),
    )
    folders = (Path("cle"), Path("documents"))
    hurt = replace(ui, damage=why, argument=why, file="a.coop")
    present = samples.view("negotiation", "", case)
    nobody = dict.fromkeys((c.id for c in samples.characters(case)), "simulated")
    early = replace(present, console=ConsoleData((), (), (), (), (), (), ()))
    return {
        "accueil-no-scenario": _shown(None, replace(ui, scenarios=(), resumable=())),
        "accueil-defect": _shown(None, replace(ui, scenarios=(broken, *ui.scenarios[1:2]), resumable=sessions)),
        "sessions-all-kinds": _shown(None, replace(ui, screen="sessions", resumable=sessions)),
        "sessions-none": _shown(None, replace(ui, screen="sessions", resumable=())),
        "setup-nobody": _shown(None, replace(ui, screen="setup", argument=f"{card.slug}:training", drafts=holding(Prepared(people=2, seats=nobody)))),
        "setup-several": _shown(None, replace(ui, screen="setup", argument=f"{card.slug}:training", drafts=holding(Prepared(people=3)))),
        "setup-demonstration": _shown(None, replace(ui, screen="setup", argument=card.slug, drafts=holding(Prepared(people=0)))),
        "setup-tables": _shown(None, replace(ui, screen="setup", argument=card.slug, drafts=holding(Prepared(people=20, tables=True)))),
        "read-only": _shown(present, replace(hurt, screen="problem", elsewhere=folders)),
        "elsewhere": _shown(present, replace(hurt, screen="elsewhere", elsewhere=folders)),
        "elsewhere-nowhere": _shown(present, replace(hurt, screen="elsewhere")),
        "journal-empty": _shown(early, replace(ui, screen="journal")),
        "undo-nothing": _shown(early, replace(ui, screen="undo", argument="2")),
    }  # fmt: skip


def _last_words(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """The end of the Bilan where those who train write there, and of sessions that came to no ending."""
    view, data = sample_bilan.bilan_view(case), sample_bilan.bilan(case)
    alone = by_oneself(replace(view, legal=(*view.legal, Legal("note"))))
    pages = bilan_screen.leaves(view, data)
    at = {leaf.draw.__name__: i for i, leaf in enumerate(pages)}
    words = {leaf.draw.__name__: i for i, leaf in enumerate(bilan_screen.leaves(alone, data))}["said"]
    typed = {"said.takeaway.text": TextField(samples.t("Demander avant de donner.", "Ask before giving."), 9)}

    def page(number: int, *forms: Form, **fields: object) -> Ui:
        return replace(ui, bilan=data, drafts=holding(Turned("bilan", number), *forms), **fields)  # type: ignore[arg-type]

    trained = replace(data, debates=debates(case))
    told = {leaf.draw.__name__: i for i, leaf in enumerate(bilan_screen.leaves(alone, trained))}["debated"]
    stopped, open_ = replace(data, success=None), replace(view, outcome="open", ending=None)
    return {
        "debated-alone": _shown(alone, replace(page(told), bilan=trained)),
        "said-written": _shown(alone, page(words, fields=typed)),
        "said-corrected": _shown(alone, page(words, Correcting(note=201), fields=typed)),
        "said-withdrawn": _shown(alone, page(words, Correcting(note=201, sure=201))),
        "bilan-stopped": _shown(view, replace(page(at["four_cases"]), bilan=stopped)),
        "bilan-open": _shown(open_, replace(page(at["four_cases"]), bilan=stopped)),
    }


def gallery(case: samples.Case = "usual", plain: bool = False) -> dict[str, Compose]:
    """All screens of one case, in the language in use; those read from near in their own type."""
    ui = sample_ui(case, plain)
    screens = {
        **_front_screens(case, ui),
        **_session_screens(case, ui),
        **_bilan_screens(case, ui),
        **_what_went_wrong(case, ui),
        **_last_words(case, ui),
    }
    return {name: _from_near(compose) if near(name) else compose for name, compose in screens.items()}


def near(name: str) -> bool:
    """Whether a screen is read by who sits before it: in training, or with the computer in hand."""
    return name.endswith("-alone") or name.startswith(_IN_HAND)


_IN_HAND = ("choice-first", "choice-private", "choice-nothing", "sheet-first", "forecast-training")


def _from_near(compose: Compose) -> Compose:
    return lambda canvas: compose(replace(canvas, theme=replace(canvas.theme, window="near")))
