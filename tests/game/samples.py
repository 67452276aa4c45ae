"""Views to look at: one for every phase and step, ordinary or as bad as texts and numbers can get.

The words are read in the language in use (`engine.language.use`), as a live session would give them.
"""

# ruff: noqa: E501 - each sample text stands on one line, beside its English

from dataclasses import replace

from engine.content.model import PhaseKind
from engine.view.types import (
    CONSOLE,
    ROOM,
    Audience,
    BriefingPage,
    CharacterView,
    ChoiceView,
    ClockView,
    Counts,
    ForecastView,
    Legal,
    PhaseView,
    PlaceWords,
    TokenCount,
    View,
)
from tests.game.sample_board import answers, indicators, project, projects, promises, situation
from tests.game.sample_people import CAST, LABELS, Case, characters, posture, t

__all__ = ["CAST", "LABELS", "Case", "answers", "characters", "posture", "project", "promises", "t"]
NOW = 1_790_000_000.0
STEPS: tuple[PhaseKind, ...] = ("situation", "negotiation", "forecast", "choice", "reveal", "debate")


def _phase_words() -> dict[str, str]:
    return {
        "welcome": t("Accueil", "Welcome"),
        "briefing": t("Dépliant", "Briefing"),
        "situation": t("Situation", "Situation"),
        "negotiation": t("Négociation", "Negotiation"),
        "forecast": t("Pronostic", "Forecast"),
        "choice": t("Choix secrets", "Secret choices"),
        "reveal": t("Révélation", "Reveal"),
        "debate": t("Débat", "Debate"),
        "break": t("Pause", "Break"),
        "bilan": t("Bilan", "Debrief"),
    }


def forecasts(case: Case = "usual", shown: bool = False) -> tuple[ForecastView, ...]:
    if case == "few":
        picked, numbers = (
            promises("usual")[:1],
            [(2, 1, 0, t("réserve : moins de 5 réponses", "caution: fewer than 5 answers"))],
        )
    else:
        second = 2 if case == "worst" else 1  # at worst, the author of the last one too
        picked = tuple(promises(case)[i] for i in (0, second, -1))
        numbers = [(16, 1, 0, t("Accord", "Agreement")), (9, 8, 3, t("Désaccord, à débattre", "Disagreement, to discuss")),
                   (3, 14, 0, t("Accord", "Agreement"))]  # fmt: skip
    people = 40 if case == "worst" else 17
    result = []
    for promise, (yes, no, unsure, word) in zip(picked, numbers, strict=True):
        counts = Counts(f"forecast:{promise.id}", yes + no + unsure, people, next_voter=yes + no + unsure + 1)
        if shown:
            counts = replace(counts, yes=yes, no=no, unsure=unsure, word=word)
        result.append(ForecastView(promise, counts))
    return tuple(result)


def phase(kind: PhaseKind, step: str = "", case: Case = "usual") -> PhaseView:
    names = _phase_words()
    next_label = {
        "situation": t("Ouvrir la négociation", "Open the negotiation"),
        "negotiation": t("Clore la négociation", "Close the negotiation"),
        "forecast": t("Passer aux choix secrets", "Go on to the secret choices"),
        "choice": t("Révéler les choix", "Reveal the choices"),
        "reveal": t("Ouvrir le débat", "Open the debate"),
        "debate": {"vote": t("Ouvrir la discussion", "Open the discussion"), "talk": t("Revoter", "Vote again"),
                   "revote": t("Qui est où, maintenant ?", "Who is where now?")}.get(step, t("Tour suivant", "Next round")),
        "welcome": t("Commencer le premier tour", "Start the first round"),
        "break": t("Reprendre la séance", "Resume the session"),
        "briefing": t("Volet suivant", "Next panel"),
        "bilan": t("Clore la séance", "Close the session"),
    }[kind]  # fmt: skip
    inside = kind in STEPS
    return PhaseView(
        kind, step, 2 if inside else 0, 3, names[kind], 5, tuple((k, names[k]) for k in STEPS), next_label
    )


def view(
    kind: PhaseKind, step: str = "", case: Case = "usual", audience: Audience = ROOM, shown: bool = False
) -> View:
    """What an audience sees in a phase; later parts (reveal, debate, map, bilan) come from samples_late."""
    private = "*" if audience == CONSOLE else audience.character
    cast = characters(case, private)
    title = t("Au lendemain de la crue", "The morning after the flood")
    if case == "worst":
        title = t(
            "Renouvellement urbain : l'intercommunalité à l'épreuve",
            "Urban renewal: a metropolitan authority put to the test",
        )
    return View(
        audience=audience, scenario_id="au-lendemain-de-la-crue", title=title,
        pitch=t("La rivière est sortie de son lit. Tout le monde veut que le quartier revive, chacun à sa manière.",
                "The river burst its banks. Everybody wants the neighbourhood to recover, each in their own way."),
        place=place(case),
        mode="facilitated", duration="90", participants={"usual": 18, "worst": 40, "few": 3}[case],
        tables=tuple(f"Table {i + 1}" for i in range(len(cast))),
        phase=phase(kind, step, case), clock=ClockView(NOW - 60, NOW + 336, None, NOW - 1800, NOW + 3100, 0.0),
        indicators=indicators(case), characters=cast, projects=projects(case), promises=promises(case), answers=(),
        situation=situation(case), forecasts=forecasts(case, shown), forecasts_shown=shown,
        choice=_choice(case, audience) if kind == "choice" else None,
        reveal=None, debate=None, map=None, briefing=briefing(), carte_blanche_used=False,
        own_placing=((0,) * 7, (0,) * 7), outcome=None, ending=None, results=None, legal=_legal(kind, cast), console=None,
    )  # fmt: skip


def place(case: Case = "usual") -> PlaceWords:
    """A neighbourhood, or words as long as a place may have."""
    if case == "worst":
        the = t("les grandes résidences", "the large council flats")
        return PlaceWords(the, the.capitalize(), the[4:].capitalize(), 2)
    bare = t("quartier", "neighbourhood")
    the = t(f"le {bare}", f"the {bare}")
    return PlaceWords(the, the.capitalize(), bare.capitalize())


def briefing() -> tuple[BriefingPage, ...]:
    pages = _pages()
    return tuple(BriefingPage(title, text, source=source) for title, text, source in pages)


def _pages() -> tuple[tuple[str, str, str], ...]:
    return (
        (t("Pourquoi ?", "Why?"),
         t("Réduire les écarts entre les quartiers prioritaires et le reste de la ville : logement, emploi, école, santé, accès aux services publics.",
           "To reduce the gaps between priority neighbourhoods and the rest of town: housing, work, school, health, access to public services."),
         t("Loi n° 2014-173 du 21 février 2014 de programmation pour la ville et la cohésion urbaine · 21 février 2014",
           "Law no. 2014-173 of 21 February 2014 on planning for the city and urban cohesion · 21 February 2014")),
        (t("Où ?", "Where?"), t("Des quartiers définis par un seul critère : le revenu des habitants.", "Areas defined by one criterion: the income of their residents."), ""),
        (t("Avec qui ?", "With whom?"), t("Habitants, ville, État, bailleurs, associations : chacun sa logique.", "Residents, town, State, landlords, associations: each has its own logic."), ""),
        (t("Le contrat de ville", "The city contract"), t("Il engage tous les signataires autour de priorités locales.", "It binds all who sign it to local priorities."), ""),
    )  # fmt: skip


def _choice(case: Case, audience: Audience) -> ChoiceView:
    ids = [c.id for c in characters(case) if c.held]
    cut = len(ids) // 2
    mine = None
    if audience.kind == "holder":
        mine = tuple(
            (p.id, TokenCount(1 if i == 0 else 0, 0, 1 if i == 1 else 0))
            for i, p in enumerate(projects(case))
        )
    left = TokenCount(1, 0, 0) if mine is not None else None
    return ChoiceView(tuple(ids[:cut]), tuple(ids[cut:]), None, True, mine, left)


def _legal(kind: PhaseKind, cast: tuple[CharacterView, ...]) -> tuple[Legal, ...]:
    legal = [Legal("advance"), Legal("undo"), Legal("note"), Legal("clock")]
    ids = tuple(c.id for c in cast)
    if kind == "negotiation":
        legal += [Legal("promise", ids), Legal("withdraw"), Legal("ask", ids), Legal("carte-blanche")]
    if kind == "forecast":
        legal += [Legal("show-forecasts"), Legal("vote"), Legal("tally")]
    if kind == "choice":
        held = tuple(c.id for c in cast if c.held)
        legal += [Legal("place", held), Legal("confirm", held), Legal("reopen", held), Legal("pass-to", held)]
    if kind == "debate":
        legal += [Legal("pick-act"), Legal("tally"), Legal("place-posture", ids)]
    if kind in ("welcome", "bilan"):
        legal += [Legal("own-placing")]
    return tuple(legal)
