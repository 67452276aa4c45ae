"""Every screen with sample data, by name: what the tests hold to their floors and what `shots` draws."""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace
from functools import cache
from pathlib import Path

from engine import language
from engine.briefing.diagrams import steps
from engine.briefing.reading import shipped
from engine.content.library import load, slugs
from engine.content.model import Drawing
from engine.debrief.types import DebateLine
from engine.look.things import Neighbourhood
from engine.view.neighbourhood import at_first
from engine.view.types import (
    CONSOLE,
    Audience,
    JournalLine,
    Legal,
    View,
)
from engine.view.types import ConsoleView as ConsoleData
from game.front import foldout
from game.front.drafts import Form, Turned, holding
from game.front.making import Account, Making
from game.front.state import Resumable, ScenarioCard, Settings, Stands, Ui
from game.front.told import Revealed, Told
from game.kit.textfield import TextField
from game.screens.bilan import pages as bilan_screen
from game.screens.bilan.promised import Unsaying
from game.screens.bilan.said import Correcting
from game.screens.foldout.panel import say
from game.screens.home.setup import Prepared
from game.screens.map.drawing import Dragged, LetGo, Shown
from game.screens.overlays.making import kit_of
from game.screens.round.carte_blanche import OwnProject
from game.screens.round.choice import KeepsAll, Unveiled
from game.screens.round.debate import Choosing
from game.screens.round.exercise import Claims
from tests.game import mechanics, sample_bilan, samples
from tests.game.composing import Compose, at_moment, shown
from tests.game.staged import (
    built,
    by_oneself,
    counted,
    fallen,
    first,
    handed_over,
    laid_open,
    lasting,
    listening,
    mandated,
    returned,
    risen,
    sealed,
    settled,
    spoken,
    training,
    uncounted,
    unjudged,
    unsorted,
    unvoted,
)


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


@cache
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
        "welcome-1": shown(view("welcome", "", case), ui),
        "welcome-2": shown(view("welcome", "", case), replace(ui, drafts=holding(Turned("welcome", 1)))),
        "welcome-3": shown(replace(view("welcome", "", case), own_placing=((1, 2, 4, 9, 0, 20, 1), (0,) * 7)), replace(ui, drafts=holding(Turned("welcome", 2)))),
        "briefing": shown(view("briefing", "", case), replace(ui, drafts=holding(Turned("briefing", 1)))),
        "situation": shown(view("situation", "", case), ui),
        "situation-returns": shown(returned(view("situation", "", case)), replace(ui, drafts=holding(Told("4.situation", 1)))),
        "situation-handover": shown(handed_over(view("situation", "", case)), ui),
        "situation-handover-alone": shown(by_oneself(handed_over(view("situation", "", case))), ui),
        "rumour": shown(samples.whispered(view("situation", "", case)), ui),
        "rumour-counted": shown(samples.whispered(view("situation", "", case), (9, 4, 3)), ui),
        "rumour-alone": shown(by_oneself(training(samples.whispered(view("situation", "", case)))), ui),
        "situation-rumour-told": shown(settled(view("situation", "", case)), ui),
        "choose": shown(uncounted(view("choose", "vote", case)), ui),
        "choose-level": shown(counted(view("choose", "vote", case), "show-of-hands", ((11,), (11,), (2,))), ui),
        "choose-judged": shown(counted(view("choose", "vote", case), "majority-judgement", ((3, 6, 5, 2, 8), (1, 9, 10, 4, 0), (0, 0, 2, 9, 13))), ui),
        "choose-chosen": shown(view("choose", "chosen", case), ui),
        "choose-alone": shown(by_oneself(training(uncounted(view("choose", "vote", case)))), ui),
        "hearing": shown(view("hearing", "asked", case), ui),
        "hearing-held": shown(spoken(view("hearing", "asked", case)), ui),
        "hearing-judged": shown(view("hearing", "judged", case), ui),
        "hearing-alone": shown(by_oneself(training(unjudged(view("hearing", "asked", case)))), ui),
        "negotiation": shown(unanswered, ui),
        "negotiation-first": shown(first(unanswered), ui),
        "negotiation-room-first": shown(listening(unanswered), ui),
        "negotiation-alone-listening": shown(by_oneself(listening(unanswered)), ui),
        "choice-first": shown(first(passed), unveiled),
        "sheet-first": shown(replace(first(view("negotiation", "", case, holder)), passed_to=holder.character), unveiled),
        "negotiation-pacts": shown(sealed(view("negotiation", "", case)), ui),
        "negotiation-pacts-alone": shown(by_oneself(sealed(view("negotiation", "", case), known=True)), ui),
        "reveal-pacts": shown(laid_open(reveal), opened),
        "sheet-mandate": shown(replace(mandated(view("negotiation", "", case, holder)), passed_to=holder.character), unveiled),
        "negotiation-answers": shown(view("negotiation", "", case), ui),
        "negotiation-bargain": shown(samples.bargained(view("negotiation", "", case)), ui),
        "negotiation-bargain-alone": shown(by_oneself(training(samples.bargained(view("negotiation", "", case)))), ui),
        "card": shown(view("negotiation", "", case), replace(ui, screen="card", argument=unanswered.projects[0].id)),
        "card-gone": shown(view("negotiation", "", case), replace(ui, screen="card", argument="gone")),
        "term": shown(view("negotiation", "", case), replace(ui, screen="term", argument=max(unanswered.terms, key=lambda term: len(term.exact)).id)),
        "gauges": shown(view("negotiation", "", case), replace(ui, screen="gauges")),
        "zones": shown(samples.posture_map(case), replace(ui, screen="zones", drafts=holding(Shown("2", True)))),
        "carte-blanche": shown(own, written),
        "carte-blanche-empty": shown(own, replace(ui, screen="carte-blanche")),
        "own-card": shown(samples.proposed(unanswered), ui),
        "own-card-amended": shown(samples.proposed(unanswered, "changes"), ui),
        "own-card-token": shown(samples.proposed(unanswered, "cost"), ui),
        "own-card-alone": shown(by_oneself(training(samples.proposed(unanswered, "changes", samples.t("Je mets 2 points sur Économie : c’est ce qui compte pour moi.", "I put 2 points on Economy: that is what matters to me.")))), ui),
        "own-card-alone-untouched": shown(by_oneself(training(samples.proposed(unanswered))), ui),
        "forecast-training": shown(training(view("forecast", "ask", case)), ui),
        "negotiation-one-window": shown(view("negotiation", "", case), replace(ui, settings=replace(ui.settings, windows=1))),
        "debate-one-window": shown(samples.debate("vote", case, counted=False), replace(ui, settings=replace(ui.settings, windows=1))),
        "forecast-ask": shown(view("forecast", "ask", case), ui),
        "forecast-shown": shown(view("forecast", "shown", case), ui),
        "forecast-none": shown(replace(view("forecast", "ask", case), forecasts=()), ui),
        "choice": shown(view("choice", "", case), ui),
        "choice-finished": shown(finished, ui),
        "choice-cover": shown(passed, ui),
        "choice-private": shown(passed, unveiled),
        "choice-nothing": shown(nothing, unveiled),
        "choice-nothing-asked": shown(nothing, replace(ui, drafts=holding(Unveiled(who=holder.character or ""), KeepsAll(who=holder.character or "")))),
        "situation-alone": shown(by_oneself(view("situation", "", case)), ui),
        "negotiation-alone": shown(by_oneself(view("negotiation", "", case)), ui),
        "forecast-alone": shown(by_oneself(training(view("forecast", "ask", case))), ui),
        "choice-alone": shown(by_oneself(choice_alone), ui),
        "reveal-alone": shown(by_oneself(replace(reveal, reveal=replace(reveal.reveal, in_you=tuple((who.id, 43, 43 + 9 * (i % 2 * 2 - 1)) for i, who in enumerate(reveal.characters[1:]))))), opened),
        "vote-alone": shown(by_oneself(unvoted(alone)), ui),
        "vote-three": shown(replace(unvoted(alone), participants=3), ui),
        "sort-alone": shown(by_oneself(unsorted(alone)), replace(ui, drafts=holding(Claims("6", ("judgement", None, None)), Claims("2", ("judgement", None, None))))),
        "sorted-alone": shown(by_oneself(replace(alone, debate=replace(alone.debate, kept=()))), ui),
        "sentence-alone": shown(by_oneself(replace(alone, debate=kept)), ui),
        "reveal-1": shown(reveal, replace(ui, drafts=holding(Revealed("2", 2)))),
        "reveal-all": shown(reveal, opened),
        "reveal-word": shown(samples.word_broken(reveal), opened),
        "reveal-rumour": shown(replace(reveal, rumour=samples.said(verdict=samples.t("C’était faux", "It was false"), outcome=samples.t("Le plan était celui d’un autre quartier.", "The plan was of another neighbourhood."))), opened),
        "why": shown(reveal, replace(opened, screen="why", argument=next((fact.who for fact in reveal.reveal.facts if fact.says), "") if reveal.reveal else "")),
        "reveal-facts": shown(reveal, replace(ui, drafts=holding(Revealed("2", 99)))),
        "reveal-place": shown(reveal, replace(ui, drafts=holding(Revealed("2", 99, place=True), Told("2.reveal", 99)))),
        "moment-last": shown(lasting(view("situation", "", case)), ui),
        "moment-own": shown(replace(view("negotiation", "", case), carte_blanche_new=True), ui),
        "moment-own-alone": shown(by_oneself(replace(view("negotiation", "", case), carte_blanche_new=True)), ui),
        "moment-pacts": shown(laid_open(built(reveal, 0)), at_moment(ui, 1)),
        "moment-pacts-many": shown(laid_open(built(reveal, 0), 2), at_moment(ui, 1)),
        "moment-complete": shown(built(reveal, 1), at_moment(ui, 1)),
        "moment-complete-plain": shown(built(reveal, 1, drawn=False), at_moment(ui, 1)),
        "moment-complete-alone": shown(by_oneself(built(reveal, 1)), at_moment(ui, 1)),
        "moment-fell": shown(fallen(built(reveal, 0), 1), at_moment(ui, 1)),
        "moment-fell-both": shown(fallen(built(reveal, 0), 3), at_moment(ui, 2)),
        "moment-fell-alone": shown(by_oneself(fallen(built(reveal, 0), 3)), at_moment(ui, 2)),
        "moment-rose": shown(risen(built(reveal, 0), True), at_moment(ui, 1)),
        "moment-fell-short": shown(risen(built(reveal, 0), False), at_moment(ui, 1)),
        "moment-one-window": shown(risen(built(reveal, 0), False), replace(at_moment(ui, 1), settings=replace(ui.settings, windows=1))),
        "reveal-benefits": shown(built(reveal, 3), opened),
        "debate-pick": shown(samples.debate("vote", case), replace(ui, drafts=holding(Choosing(now=True)))),
        "debate-vote": shown(samples.debate("vote", case, counted=False), ui),
        "debate-talk": shown(samples.debate("talk", case), ui),
        "debate-revote": shown(samples.debate("revote", case), ui),
        "debate-alone": shown(alone, replace(ui, fields={"sentence": typed})),
        "map-before": shown(samples.posture_map(case), ui),
        "map": shown(samples.posture_map(case), replace(ui, drafts=holding(Shown("2", True)))),
        "map-crowded": shown(samples.posture_map(case, crowded=True), replace(ui, drafts=holding(Shown("2", True)))),
        "map-dragged": shown(samples.posture_map(case), replace(ui, drafts=holding(Dragged(holder.character or "", (1.2, 3.9)), Shown("2", True), LetGo(who=holder.character or "")))),
        "break": shown(view("break", "", case), ui),
        "look-back": shown(view("negotiation", "", case), replace(ui, screen="look-back")),
        "toast": shown(view("negotiation", "", case), replace(ui, toast=samples.t("Ce personnage n'a plus assez de jetons de cette sorte pour le promettre.", "This character has too few tokens of this kind left to promise."), toast_is_error=True)),
    }  # fmt: skip


def _bilan_screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    view, data = sample_bilan.bilan_view(case), sample_bilan.bilan(case)
    found = {}
    for i, leaf in enumerate(bilan_screen.leaves(view, data)):
        here = replace(ui, bilan=data, drafts=holding(Turned("bilan", i)), what_if=sample_bilan.what_if())
        found[f"bilan-{i}-{leaf.draw.__name__.strip('_')}"] = shown(view, here)
    computing = replace(ui, bilan=data, drafts=holding(Turned("bilan", 3)), what_if=sample_bilan.what_if(40))
    last = len(data.film) - 1
    at = next(
        (i for i, leaf in enumerate(bilan_screen.leaves(view, data)) if leaf.draw.__name__ == "film"), 0
    )
    filmed = replace(ui, bilan=data, drafts=holding(Turned("bilan", at), Turned("film", last)))
    if data.film:
        found["bilan-film-last"] = shown(view, filmed)
    return {**found, "bilan-computing": shown(view, computing), "bilan-preparing": shown(view, ui)}


def _front_screens(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    slug = ui.scenarios[0].slug
    present = samples.view("debate", "vote", case)
    return {
        "accueil": shown(None, ui),
        "scenarios": shown(None, replace(ui, screen="scenarios", argument="facilitated")),
        "scenarios-training": shown(None, replace(ui, screen="scenarios", argument="training")),
        "sessions": shown(None, replace(ui, screen="sessions")),
        "setup": shown(None, replace(ui, screen="setup", argument=slug, displays=("1 · 1920 × 1080", "2 · 1280 × 800"), stands=Stands(1, 0))),
        "setup-one-display": shown(None, replace(ui, screen="setup", argument=slug, displays=("1 · 1920 × 1080",), stands=Stands(seen=True, together=True))),
        "closing": shown(present, replace(ui, screen="closing")),
        "setup-training": shown(None, replace(ui, screen="setup", argument=f"{slug}:training")),
        "setup-missing": shown(None, replace(ui, screen="setup", argument="nowhere")),
        "settings": shown(present, replace(ui, screen="settings", displays=("1 · 1920 × 1080", "2 · 3840 × 2160"))),
        "help": shown(present, replace(ui, screen="help")),
        "menu": shown(present, replace(ui, screen="menu")),
        "home-asked": shown(present, replace(ui, screen="home-asked")),
        "tokens": shown(present, replace(ui, screen="tokens")),
        "leaflet": shown(present, replace(ui, screen="leaflet")),
        "help-first": shown(None, replace(ui, screen="help")),
        "journal": shown(present, replace(ui, screen="journal"), journal_view(case)),
        "undo": shown(present, replace(ui, screen="undo", argument="2"), journal_view(case)),
        "problem": shown(present, replace(ui, screen="problem", file="/home/x/.local/share/coop-ou-pas-coop/2026-11-22-au-lendemain-de-la-crue.coop")),
        "design": shown(None, replace(ui, screen="design")),
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
        "accueil-no-scenario": shown(None, replace(ui, scenarios=(), resumable=())),
        "accueil-defect": shown(None, replace(ui, scenarios=(broken, *ui.scenarios[1:2]), resumable=sessions)),
        "sessions-all-kinds": shown(None, replace(ui, screen="sessions", resumable=sessions)),
        "sessions-none": shown(None, replace(ui, screen="sessions", resumable=())),
        "setup-nobody": shown(None, replace(ui, screen="setup", argument=f"{card.slug}:training", drafts=holding(Prepared(people=2, seats=nobody)))),
        "setup-several": shown(None, replace(ui, screen="setup", argument=f"{card.slug}:training", drafts=holding(Prepared(people=3)))),
        "setup-demonstration": shown(None, replace(ui, screen="setup", argument=card.slug, drafts=holding(Prepared(people=0)))),
        "setup-tables": shown(None, replace(ui, screen="setup", argument=card.slug, drafts=holding(Prepared(people=20, tables=True)))),
        "read-only": shown(present, replace(hurt, screen="problem", elsewhere=folders)),
        "elsewhere": shown(present, replace(hurt, screen="elsewhere", elsewhere=folders)),
        "elsewhere-nowhere": shown(present, replace(hurt, screen="elsewhere")),
        "journal-empty": shown(early, replace(ui, screen="journal")),
        "undo-nothing": shown(early, replace(ui, screen="undo", argument="2")),
    }  # fmt: skip


def _on_paper(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """What is printed before a session and taken home after it: asked for, being made, made, refused."""
    slug, home = ui.scenarios[0].slug, Path("/home/centre-social-des-deux-rives/Documents/coop-ou-pas-coop")
    asked = replace(ui, screen="print", argument=slug, beneath=("setup", slug))
    wanted = kit_of(ui.scenarios[0], asked)
    file = home / "2026-11-22-au-lendemain-de-la-crue.coop"
    bilan, data = sample_bilan.bilan_view(case), sample_bilan.bilan(case)
    taken = replace(
        ui,
        settings=replace(ui.settings, windows=1),
        screen="record",
        argument=str(file),
        file=str(file),
        bilan=data,
        drafts=holding(Turned("bilan", 99)),
    )
    saved = (
        Resumable(file, ui.scenarios[-1].title, 3, 3, samples.NOW, over=True),
        Resumable(home, ui.scenarios[0].title, 2, 3, samples.NOW),
    )
    listed = replace(ui, screen="record", beneath=("sessions", ""), resumable=saved)
    setting = samples.t(
        "Écriture : 74 pages, 63 feuilles de papier…", "Writing: 74 pages, 63 sheets of paper…"
    )
    ready = samples.t(
        "au-lendemain-de-la-crue-kit.pdf est prêt : 74 pages, 63 feuilles de papier.",
        "au-lendemain-de-la-crue-kit.pdf is ready: 74 pages, 63 sheets of paper.",
    )
    full = samples.t(
        "Le disque est plein : 2026-11-22-au-lendemain-de-la-crue-promises.csv ne peut pas être écrit. Libérez de la place, et recommencez.",
        "The disk is full: 2026-11-22-au-lendemain-de-la-crue-promises.csv cannot be written. Free some space, and try again.",
    )
    account = Account(file, (), ui.settings.language, ui.settings.plain)
    return {
        "print": shown(None, asked),
        "print-setting": shown(None, replace(asked, making=Making(wanted, 2, 3, setting))),
        "print-made": shown(None, replace(asked, making=Making(wanted, 3, 3, ready, home))),
        "print-nowhere": shown(None, replace(asked, argument="nowhere")),
        "record-offered": shown(bilan, replace(taken, screen="")),
        "record": shown(bilan, taken),
        "record-refused": shown(bilan, replace(taken, making=Making(account, 6, 7, full, failed=True))),
        "record-listed": shown(None, replace(listed, argument=str(file))),
        "record-early": shown(None, replace(listed, argument=str(home))),
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
        "debated-alone": shown(alone, replace(page(told), bilan=trained)),
        "said-written": shown(alone, page(words, fields=typed)),
        "said-corrected": shown(alone, page(words, Correcting(note=201), fields=typed)),
        "said-withdrawn": shown(alone, page(words, Correcting(note=201, sure=201))),
        "bilan-stopped": shown(view, replace(page(at["four_cases"]), bilan=stopped)),
        "bilan-open": shown(open_, replace(page(at["four_cases"]), bilan=stopped)),
    }


def _promises_again(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """A session taken up a month later: what became of each promise, in a room, in one window, alone."""
    view = sample_bilan.bilan_view(case)
    data = sample_bilan.with_promises(sample_bilan.bilan(case), case)
    may = replace(view, legal=(*view.legal, Legal("follow-up", ids=("301",))))
    last = len(data.said.commitments) - 1
    typed = {f"followup.{301 + min(2, last)}.text": TextField(samples.t("On y va à pied.", "We walk."), 4)}

    def page(number: int, *forms: Form, windows: int = 1, **fields: object) -> Ui:
        here = replace(
            ui, bilan=data, drafts=holding(Turned("promised", number), *forms), taken_up=samples.NOW
        )
        return replace(here, settings=replace(ui.settings, windows=windows), **fields)  # type: ignore[arg-type]

    return {
        "promised": shown(may, page(min(1, last), windows=2)),
        "promised-one-window": shown(may, page(min(2, last), fields=typed)),
        "promised-unsaying": shown(may, page(min(2, last), Unsaying(sure=301 + min(2, last)))),
        "promised-alone": shown(by_oneself(may), page(0)),
    }


def _unfolded(case: samples.Case, ui: Ui) -> dict[str, Compose]:
    """The sheet that unfolds: folded, a panel (the one with the most words), its note, the whole, the end."""
    sheet, ui = shipped(), replace(ui, settings=replace(ui.settings, language=language.current()))
    said = sorted(
        sheet.panels,
        key=lambda panel: sum(len(say(text, ui.settings)) for text in (panel.title, panel.idea, panel.ask)),
    )
    panel = {"few": said[0], "usual": said[len(said) // 2], "worst": said[-1]}[case]
    begun = foldout.begun(sheet, foldout.Reading(), "long", samples.NOW - 300)
    there = foldout.arrived(sheet, begun, panel.id)
    there = replace(there, step=steps(panel.diagram))
    whole, over = foldout.overview(there), replace(there, seen="folded", over=True)
    assert whole is not None
    opened = replace(ui, screen=foldout.SCREEN, briefing=sheet)

    def page(reading: foldout.Reading, view: View | None = None, windows: int = 2) -> Compose:
        here = replace(opened, drafts=holding(reading))
        return shown(view, replace(here, settings=replace(here.settings, windows=windows)))

    negotiation = samples.view("negotiation", "", case)
    timed = replace(negotiation, legal=(*negotiation.legal, Legal("clock", ids=("pause", "add"))))

    return {
        "foldout-folded": page(foldout.Reading()),
        "foldout-panel": page(there),
        "foldout-note": page(replace(there, note=True)),
        "foldout-whole": page(whole),
        "foldout-over": page(over),
        "foldout-room": page(there, negotiation),
        "foldout-one-window": page(there, timed, windows=1),
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
        **_on_paper(case, ui),
        **_promises_again(case, ui),
        **_unfolded(case, ui),
        **mechanics.screens(case, ui),
    }
    return {name: _from_near(compose) if near(name) else compose for name, compose in screens.items()}


def near(name: str) -> bool:
    """Whether a screen is read by who sits before it: in training, or with the computer in hand."""
    return name.endswith("-alone") or name.startswith(_IN_HAND)


_IN_HAND = ("choice-first", "choice-private", "choice-nothing", "sheet-first", "forecast-training")


def _from_near(compose: Compose) -> Compose:
    return lambda canvas: compose(replace(canvas, theme=replace(canvas.theme, window="near")))
