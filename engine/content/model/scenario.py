"""A scenario, whole: its gauges, its cast and cards, how it goes and how it ends."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from engine import outline
from engine.content.model.agenda import Agenda
from engine.content.model.ballot import Ballot
from engine.content.model.base import Duration, Frozen, Level, PhaseKind, PhaseOf, Slug, Text, Trust
from engine.content.model.cards import (
    CastMember,
    CharacterCard,
    DebateCard,
    NoteCard,
    ProjectCard,
    SituationCard,
)
from engine.content.model.conditions import Condition
from engine.content.model.corners import Corners
from engine.content.model.devices import Act, Clock, Mandate
from engine.content.model.drawing import Drawing
from engine.content.model.groups import Groups
from engine.content.model.hearing import Hearing
from engine.content.model.places import Place
from engine.content.model.sites import Sites
from engine.content.model.terms import Term
from engine.content.model.timetable import Baton, Timetable


class Indicator(Frozen):
    """A gauge of the neighbourhood, 0 to 100. One, and only one, is the gate: the common good."""

    title: Text = Field(description="Son nom à l’écran, 24 signes au plus.")
    start: Level = Field(default=40, description="Sa valeur au début, de 0 à 100 ; 40 si vous ne dites rien.")
    gate: bool = Field(
        default=False,
        description="true pour le bien commun : s’il ne monte pas, nul ne gagne rien. Une seule jauge.",
    )
    pictogram: str = Field(description="Son dessin : un nom de la liste des pictogrammes.")
    colour: Literal["clay", "amber", "violet", "blue", "green", "teal"] = Field(description="Sa couleur.")
    explained: Text = Field(description="Ce qu’elle mesure, en une phrase.")


class Decay(Frozen):
    """What each round takes from the indicators by itself (0 or less)."""

    each: Annotated[int, Field(ge=-10, le=0)] = Field(
        default=0, description="Ce que chaque tour retire à chaque jauge : un nombre entier, de -10 à 0."
    )
    commons: Annotated[int, Field(ge=-15, le=0)] = Field(
        default=0, description="Ce que chaque tour retire au bien commun : un nombre entier, de -15 à 0."
    )


class Ending(Frozen):
    """A way to end, tried in order: "end" after the last round, "round" after any. `when` absent: always."""

    id: Slug = Field(description="Un nom qu’aucune autre fin n’a.")
    at: Literal["end", "round"] = Field(
        description="end : après le dernier tour ; round : après n’importe lequel."
    )
    when: Condition | None = Field(
        default=None,
        description="La condition ; sans elle, la fin convient toujours.",
        examples=[{"indicator": "commons", "rose_by": 5}],
    )
    success: bool = Field(description="true si la salle a réussi.")
    title: Text = Field(description="Le titre, 40 signes au plus.")
    text: Text = Field(description="Ce que voit quelqu’un qui passe un mois plus tard.")


class Parameters(Frozen):
    """The model's numbers; a scenario may change each."""

    susceptibility: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.4, description="Combien on suit les autres ; 0,4 si vous ne dites rien."
    )
    tolerance: Annotated[float, Field(ge=0.05, le=1)] = Field(
        default=0.4, description="Jusqu’à quelle distance on suit les autres ; 0,4 si vous ne dites rien."
    )
    satisfaction: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.4, description="Combien un gain change la posture ; 0,4 si vous ne dites rien."
    )
    learning: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0.15, description="Combien une parole tenue change la confiance ; 0,15 si vous ne dites rien."
    )
    commons_weight: Annotated[float, Field(ge=0, le=3)] = Field(
        default=0.9,
        description="Ce que pèse le bien commun pour les personnages simulés ; 0,9 si vous ne dites rien.",
    )
    trust_within: Trust = Field(
        default=0.6, description="La confiance de départ dans une famille ; 0,6 si vous ne dites rien."
    )
    trust_across: Trust = Field(
        default=0.35, description="La confiance de départ entre familles ; 0,35 si vous ne dites rien."
    )
    slots: Annotated[int, Field(ge=2, le=6)] = Field(
        default=4, description="Combien de chantiers sont ouverts à la fois ; 4 si vous ne dites rien."
    )
    open_rounds: Annotated[int, Field(ge=1, le=6)] = Field(
        default=3, description="Combien de tours un chantier reste ouvert ; 3 si vous ne dites rien."
    )


def _round(phases: tuple[str, ...]) -> tuple[str, ...]:
    flaw = next(outline.flaws(phases), None) if phases else None
    if flaw is not None:
        raise PydanticCustomError("round", "not the phases of a round", flaw._asdict())
    return phases


class Panel(Frozen):
    """One panel of the briefing."""

    id: Slug = Field(description="Un nom qu’aucun autre volet n’a.")
    title: Text = Field(description="Le titre du volet.")
    text: Text = Field(description="Ce que la salle lit, en deux phrases.")
    note: Text = Field(description="Ce que dit la personne qui déplie.")
    source: Text | None = Field(default=None, description="D’où vient le fait.")
    dated: Text | None = Field(default=None, description="De quand il date.")


class MapLabel(Frozen):
    """A name on the posture map: it says a situation, never a person."""

    title: Text = Field(description="Le nom d’une zone de la carte : une situation, jamais quelqu’un.")
    explained: Text = Field(description="Ce qu’elle veut dire.")


AtOnce = Annotated[int, Field(ge=0, le=4)]


class Scenario(Frozen):
    """A whole scenario, its cards resolved. Frozen and shared: nothing in a session changes it."""

    id: Slug = Field(description="L’identifiant : le nom du dossier.")
    title: Text = Field(description="Le titre, sur l’écran d’accueil, 40 signes au plus.")
    summary: Text = Field(description="Le résumé, sur l’écran d’accueil, 160 signes au plus.")
    pitch: Text = Field(description="Trois phrases lues à voix haute pour ouvrir.")
    place: Text | None = Field(
        default=None,
        description="Le lieu de l’histoire, avec son article, 22 signes au plus ; sinon, le quartier.",
        examples=["la résidence", "l'île", "les jardins"],
    )
    level: Literal["discovery", "confirmed"] = Field(
        default="discovery", description="discovery (découverte) ou confirmed (confirmé)."
    )
    people: tuple[int, int] = Field(description="De combien à combien de personnes.", examples=[[6, 30]])
    durations: Annotated[tuple[Duration, ...], Field(min_length=1)] = Field(
        description="Les durées possibles : 45, 90, 150, training.", examples=[[45, 90]]
    )
    skills: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Ce qu’on y exerce, en quelques lignes.", examples=[["Négocier en public"]]
    )
    indicators: Mapping[str, Indicator] = Field(
        description="Les jauges, de 0 à 100 ; une seule porte gate: true.",
        examples=[{"health": {"title": "Santé", "pictogram": "health", "colour": "clay", "explained": "…"}}],
    )
    decay: Decay = Field(
        default=Decay(),
        description="Ce que chaque tour retire aux jauges.",
        examples=[{"each": -1, "commons": -2}],
    )
    parameters: Parameters = Field(
        default=Parameters(), description="Les nombres du modèle, si vous savez pourquoi."
    )
    cast: Annotated[tuple[CastMember, ...], Field(min_length=2, max_length=12)] = Field(
        description="Les personnages et leurs intérêts, de 6 à 10.",
        examples=[[{"character": "elue-aux-quartiers"}]],
    )
    characters: Mapping[Slug, CharacterCard]
    projects: Annotated[tuple[ProjectCard, ...], Field(min_length=4)] = Field(
        description="Les chantiers : des noms de fichiers de cards/projects, sans .yaml.",
        examples=[["jardin-partage"]],
    )
    first: Annotated[tuple[Slug, ...], Field(max_length=4)] = Field(
        default=(),
        description="Les chantiers qui sont sur la table au premier tour, de la liste projects ; les autres "
        "viennent au hasard.",
        examples=[["jardin-partage"]],
    )
    situations: Annotated[tuple[SituationCard, ...], Field(min_length=1)] = Field(
        description="Les situations : des noms de fichiers de cards/situations, sans .yaml.",
        examples=[["panne-d-ascenseur"]],
    )
    acts: tuple[Act, ...] = Field(
        default=(),
        description="Les actes de la soirée ; sans eux, les situations viennent au hasard.",
        examples=[[{"id": "constat", "title": "…", "rounds": "first", "situations": ["square-ferme"]}]],
    )
    clocks: tuple[Clock, ...] = Field(
        default=(),
        description="Ce qui approche : une ou deux horloges.",
        examples=[[{"id": "riviere", "title": "…", "size": 4, "ticks": [{"every": "round"}], "full": {}}]],
    )
    pacts: bool = Field(
        default=False,
        description="true : deux personnages peuvent se promettre quelque chose en privé, un pacte par tour.",
    )
    mandates: Mapping[Slug, Mandate] = Field(
        default={},
        description="Ce qu’on a demandé à un, deux ou trois personnages de ne pas dire.",
        examples=[{"elue-aux-quartiers": {"text": "…", "completed": "jardin-partage", "brings": 3}}],
    )
    hearing: Hearing | None = Field(
        default=None,
        description="L’audition : une fois par séance, quelqu’un se lève et répond à une question.",
        examples=[{"guideline": "…", "heard": {"elue-aux-quartiers": {"question": "…"}}}],
    )
    flags: Mapping[Slug, bool] = Field(
        default={},
        description="Des faits, vrais ou faux au début : des effets les changent, des conditions les lisent.",
        examples=[{"conseil-reveille": False}],
    )
    places: Annotated[tuple[Place, ...], Field(max_length=4)] = Field(
        default=(),
        description="Les lieux d’une ville trop grande pour être partout : de 2 à 4.",
        examples=[[{"id": "les-hauts", "title": "Les Hauts", "at": "aux Hauts"}]],
    )
    walker: Slug | None = Field(
        default=None,
        description="Qui va d’un lieu à l’autre : ses jetons ne comptent que là où cette personne se trouve.",
        examples=["volontaire"],
    )
    face_down: AtOnce | Mapping[Duration, AtOnce] = Field(
        default=0,
        description="Combien de besoins sont face cachée à la fois : un nombre, ou un par durée.",
        examples=[3, {45: 2, 90: 3, 150: 3, "training": 2}],
    )
    timetable: Timetable | None = Field(
        default=None,
        description="La semaine de quelques salles : qui prend une heure déloge qui l’avait.",
        examples=[
            {
                "title": "La semaine",
                "rooms": [{"id": "grande", "title": "…"}],
                "times": [{"id": "jour", "title": "…"}, {"id": "soir", "title": "…"}],
            }
        ],
    )
    baton: Baton | None = Field(
        default=None,
        description="Un objet qui passe de main en main : une clé, un micro, un cahier de comptes.",
        examples=[{"title": "La clé", "the": "la clé", "pictogram": "key", "starts": "gardien-de-residence"}],
    )
    groups: Groups | None = Field(
        default=None,
        description="Des groupes qui vivent, s’endorment, et apprennent à se passer d’aide.",
        examples=[
            {
                "title": "Les ateliers",
                "noun": "ateliers",
                "these": [
                    {"id": "la-halle", "title": "…", "at": "…", "life": 2, "autonomy": 1},
                    {"id": "le-quai", "title": "…", "at": "…"},
                ],
            }
        ],
    )
    sites: Sites | None = Field(
        default=None,
        description="Le sol que prennent des travaux, vu d’en haut.",
        examples=[
            {
                "title": "La place vue d’en haut",
                "grounds": [{"id": "nord", "title": "…"}, {"id": "sud", "title": "…"}],
            }
        ],
    )
    corners: Corners | None = Field(
        default=None,
        description="Des coins qui ne s’entendent que par quelques mots écrits, lus ailleurs.",
        examples=[
            {
                "title": "Les deux tables",
                "noun": "tables",
                "scribe": "mediateur",
                "these": [
                    {"id": "la-butte", "title": "…", "at": "…", "member": "…", "says": []},
                    {"id": "la-gare", "title": "…", "at": "…", "member": "…", "says": []},
                ],
            }
        ],
    )
    ballot: Ballot | None = Field(
        default=None,
        description="Une somme à répartir par un vote, dont la salle choisit la règle avant de connaître les "
        "idées.",
        examples=[
            {
                "title": "Le budget de tous",
                "money": 100,
                "publics": [
                    {"id": "parents", "title": "Les parents", "voices": 20},
                    {"id": "shops", "title": "Les commerces", "voices": 8},
                ],
            }
        ],
    )
    agenda: Agenda | None = Field(
        default=None,
        description="Un ordre du jour plus court que la table : la personne qui préside, tirée au sort parmi "
        "celles qui se proposent, reporte le reste.",
        examples=[{"title": "L’ordre du jour", "treats": 3}],
    )
    drawing: Drawing = Field(
        default=Drawing(),
        description="Le dessin du lieu : ce qui montre chaque jauge, chaque chantier, chaque horloge.",
        examples=[{"setting": "river", "projects": {"jardin-partage": "garden"}}],
    )
    debates: Annotated[tuple[DebateCard, ...], Field(min_length=1)] = Field(
        description="Les débats : des noms de fichiers de cards/debates, sans .yaml.",
        examples=[["une-bonne-raison"]],
    )
    notes: Mapping[PhaseKind, NoteCard] = Field(
        description="À dire et à faire, phase par phase.", examples=[{"debate": {"say": ["…"], "do": ["…"]}}]
    )
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)] = Field(
        description="Les fins, essayées dans l’ordre, de 3 à 10.",
        examples=[[{"id": "renouveau", "at": "end", "success": True, "title": "…", "text": "…"}]],
    )
    phases: Annotated[tuple[Annotated[str, PhaseOf("round")], ...], AfterValidator(_round)] = Field(
        default=(),
        description="Les étapes d’un tour, dans l’ordre ; les six habituelles si vous ne dites rien.",
        examples=[["situation", "negotiation", "choice", "reveal", "debate"]],
    )
    briefing: tuple[Panel, ...] = Field(
        default=(), description="Le dépliant, s’il n’est pas dans briefing.yaml."
    )
    map: Annotated[tuple[tuple[str, str, str, str], ...], Field(min_length=4, max_length=4)] = Field(
        description="Une autre grille de postures : 4 lignes de 4 étiquettes.",
        examples=[[["passive", "passive", "committed", "committed"]]],
    )
    labels: Mapping[str, MapLabel] = Field(
        default={}, description="Les noms de cette grille, title et explained pour chacun."
    )
    terms: tuple[Term, ...] | None = Field(
        default=None,
        description="Les termes de métier de ce scénario, s’ils ne sont pas dans cards/terms.yaml.",
        examples=[[{"id": "regie-de-quartier", "term": "régie de quartier", "explained": "…"}]],
    )

    @property
    def gate(self) -> str:
        """The key of the common good."""
        return next(key for key, indicator in self.indicators.items() if indicator.gate)

    @property
    def submitted(self) -> tuple[str, ...]:
        """The ideas that others have submitted before: there is nothing to build of them."""
        return self.ballot.submitted if self.ballot is not None else ()

    @property
    def evening(self) -> tuple[Act, ...]:
        """The acts in the order in which they come."""
        order = ("first", "middle", "last")
        return tuple(sorted(self.acts, key=lambda act: order.index(act.rounds)))

    @property
    def led_to(self) -> frozenset[str]:
        """Situations that an answer of the room or a full clock brings, and that come only then."""
        answers = (option for card in self.situations if card.choose for option in card.choose.options)
        brought = [option.then for option in answers] + [clock.full.situation for clock in self.clocks]
        return frozenset(id_ for id_ in brought if id_ is not None)

    @property
    def idle(self) -> frozenset[str]:
        """Phases that have nothing to do in this scenario, whatever happens."""
        chosen = any(situation.choose for situation in self.situations)
        used = {
            "choose": chosen,
            "hearing": self.hearing is not None,
            "strips": self.corners is not None,
            "agenda": self.agenda is not None,
            "method": self.ballot is not None,
            "ballot": self.ballot is not None,
        }
        return frozenset(kind for kind, has in used.items() if not has)

    def card(self, member: CastMember) -> CharacterCard:
        """The card of a cast member, the scenario's overrides applied by the reader."""
        return self.characters[member.character]
