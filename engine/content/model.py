"""What designers write, as frozen types.

The reader builds these from YAML and merges the other languages; nothing here reads a file. Checks that
one field can make alone stand here; checks across fields and files are in `engine.check`.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from engine import numbers, outline
from engine.effects.reading import Effect
from engine.outline import OUTLINES, Place
from engine.vocabulary import FAMILIES as FAMILIES
from engine.vocabulary import KINDS as KINDS
from engine.vocabulary import Family as Family
from engine.vocabulary import Kind as Kind

Duration = Literal["45", "90", "150", "training"]
DURATIONS: tuple[Duration, ...] = ("45", "90", "150", "training")
Rung = Literal["decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative"]
RUNGS: tuple[Rung, ...] = (
    "decided", "inform", "consult", "concert", "coproduce", "delegate", "initiative",
)  # fmt: skip


class _OneOf:
    """A phase that is one of those registered by the time it is read; at one place of the evening, or any."""

    def __init__(self, place: Place | None = None) -> None:
        self._place = place

    def _kinds(self) -> tuple[str, ...]:
        return tuple(OUTLINES) if self._place is None else outline.at(self._place)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._known, handler(source))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: Any) -> dict[str, Any]:
        return {"type": "string", "enum": [*self._kinds()]}

    def _known(self, word: str) -> str:
        if word in self._kinds():
            return word
        names = ", ".join(f"'{kind}'" for kind in self._kinds())
        raise PydanticCustomError("literal_error", "expected one of: {expected}", {"expected": names})


PhaseKind = Annotated[str, _OneOf()]
"""A phase of the evening (`engine.outline`)."""
EndReason = Literal["ending", "stopped", "open"]
"""Why a session is over: an ending reached, stopped before one, played out without any that fits."""
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Whole = Annotated[int, Field(ge=0, le=100)]
Level = Annotated[int, Field(ge=numbers.LOWEST_INDICATOR, le=numbers.HIGHEST_INDICATOR)]
Trust = Annotated[float, Field(ge=numbers.written(numbers.LEAST_TRUST), le=1)]
OnMap = Annotated[
    float, Field(ge=numbers.written(numbers.LOWEST_POSTURE), le=numbers.written(numbers.HIGHEST_POSTURE))
]


class Frozen(BaseModel):
    """Immutable, and closed: an unknown key is a mistake, never ignored.

    Validators are built when first used: a first screen needs hardly any of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, defer_build=True)


def _one_of(keys: str) -> PydanticCustomError:
    return PydanticCustomError("one_of", "expected exactly one of: {keys}", {"keys": keys})


class Text(Frozen):
    """One thing a person reads, in the languages and registers it was written in.

    `plain` is the easy-to-read version (FALC). A missing version falls back to the next best: easy
    English → English → French.
    """

    fr: Annotated[str, Field(min_length=1)]
    en: str | None = None
    plain: str | None = None
    plain_en: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_plain_string(cls, value: Any) -> Any:
        return {"fr": value} if isinstance(value, str) else value

    def read(self, language: str = "fr", plain: bool = False) -> str:
        """The words for a language ("fr" or "en"), easy to read where asked and written."""
        if language == "en":
            return (self.plain_en if plain else None) or self.en or (self.plain if plain else None) or self.fr
        return (self.plain if plain else None) or self.fr


class Tokens(Frozen):
    """A number of tokens of each kind, each 0 or more."""

    time: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="Des soirées, des heures, des bras."
    )
    means: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="De l’argent, du matériel, un local."
    )
    backing: Annotated[int, Field(ge=0, le=numbers.MOST_TOKENS)] = Field(
        default=0, description="De l’appui : une signature, un réseau, une parole qui compte."
    )

    def __iter__(self) -> Any:
        return iter((self.time, self.means, self.backing))

    def total(self) -> int:
        return self.time + self.means + self.backing


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
    commons: Annotated[int, Field(ge=-10, le=0)] = Field(
        default=0, description="Ce que chaque tour retire au bien commun : un nombre entier, de -10 à 0."
    )


class FaceCard(Frozen):
    """The looks of a character; the expression is not written, it follows the posture."""

    head: str = Field(description="La tête et la coiffure : un nom de la liste des têtes.")
    skin: str = Field(description='La couleur de la peau : "#RRGGBB", entre guillemets.')
    clothing: str = Field(description='La couleur du vêtement : "#RRGGBB", entre guillemets.')
    hair: str | None = Field(
        default=None, description='La couleur des cheveux : "#RRGGBB", entre guillemets.'
    )
    glasses: str | None = Field(default=None, description="Les lunettes : un nom de la liste des lunettes.")
    beard: str | None = Field(
        default=None, description="La barbe ou la moustache : un nom de la liste des barbes."
    )


class Posture(Frozen):
    synergy: OnMap = Field(description="L’énergie pour la transformation, de 1 à 4.")
    antagonism: OnMap = Field(description="L’énergie contre, de 1 à 4.")


class Belief(Frozen):
    """A presupposition: what one character believes of another before having worked with them."""

    about: Slug = Field(
        description="La personne dont on croit quelque chose : son identifiant dans la distribution."
    )
    that: Text = Field(
        description="Ce qu’on croit d’elle avant d’avoir rien fait ensemble, 120 signes au plus."
    )


class CharacterCard(Frozen):
    """A stakeholder, shared by scenarios. `role` is on the room's screen beside the name."""

    id: Slug = Field(description="L’identifiant : le nom du fichier, sans .yaml.")
    name: str = Field(description="Le nom entier, 24 signes au plus.")
    short: str = Field(description="Le nom qu’on dit à table, 14 signes au plus.")
    role: Text = Field(description="Deux ou trois mots sous le nom.")
    family: Family = Field(description="La famille : on s’y fait d’abord un peu plus confiance.")
    face: FaceCard = Field(
        description="Le portrait ; l’expression suit la posture, ne l’écrivez pas.",
        examples=[{"head": "medium1", "skin": "#edb98a", "clothing": "#fdea6b"}],
    )
    description: Text = Field(
        description="Ce que cette personne fait, ce qu’elle veut sauver, pourquoi c’est légitime."
    )
    voice: Text = Field(description="Une phrase d’elle, qu’on pourrait entendre dans un couloir.")
    influence: Annotated[int, Field(ge=0, le=4)] = Field(
        description="Combien sa posture pèse sur celle des autres, de 0 à 4."
    )
    susceptibility: Annotated[float, Field(ge=0, le=1)] | None = Field(
        default=None, description="Combien elle suit les autres, de 0 à 1."
    )
    tolerance: Annotated[float, Field(ge=0.05, le=1)] | None = Field(
        default=None, description="Jusqu’à quelle distance elle suit les autres, de 0,05 à 1."
    )


class CastMember(Frozen):
    """A character card as this scenario casts it; fields named in `override` replace the card's."""

    character: Slug = Field(
        description="La carte du personnage : le nom d’un fichier de cards/characters, sans .yaml."
    )
    core: bool = Field(default=False, description="true : tenu en premier quand on est peu nombreux.")
    stakes: Mapping[str, Annotated[int, Field(ge=0, le=numbers.STAKES)]] = Field(
        description="Dix points à répartir sur les jauges, jamais sur le bien commun.",
        examples=[{"health": 6, "rights": 4}],
    )
    secret: Text = Field(
        description="Ce que cette personne veut sauver, dit à elle seule, à la deuxième personne."
    )
    goal: Annotated[float, Field(gt=0, le=60)] | Mapping[Duration, Annotated[float, Field(gt=0, le=60)]] = (
        Field(
            description="Son objectif : un nombre, ou un par durée.",
            examples=[5, {45: 3, 90: 5, 150: 7, "training": 10}],
        )
    )
    posture: Posture = Field(
        description="Son énergie pour et contre, au début.", examples=[{"synergy": 2.8, "antagonism": 1.8}]
    )
    tokens: Tokens = Field(
        description="Ses jetons à chaque tour : 2 ou 3 en tout.", examples=[{"means": 1, "backing": 2}]
    )
    believes: tuple[Belief, ...] = Field(
        default=(),
        description="Ses présupposés sur d’autres : 5 à 8 en tout dans un scénario.",
        examples=[[{"about": "habitante-historique", "that": "…"}]],
    )
    trusts: Mapping[Slug, Trust] = Field(
        default={},
        description="Sa confiance de départ envers d’autres, de 0,05 à 1, si elle n’est pas ordinaire.",
        examples=[{"services-techniques": 0.5}],
    )
    override: Mapping[str, Any] = Field(
        default={},
        description="Ce qui change de la carte dans ce scénario, champ par champ.",
        examples=[{"role": "…"}],
    )


class ProjectCard(Frozen):
    """Something to build together: a cost in tokens, effects when complete. `rung` is the announced one."""

    id: Slug = Field(description="L’identifiant : le nom du fichier, sans .yaml.")
    title: Text = Field(description="Le nom du chantier, 42 signes au plus.")
    short: Text = Field(description="La suite d’un engagement : « à la table ».")
    text: Text = Field(description="Deux phrases : ce qu’on fait ; qui n’est pas d’accord, et pourquoi.")
    pictogram: str = Field(description="Son dessin : un nom de la liste des pictogrammes.")
    cost: Tokens = Field(
        description="Ce qu’il demande : 6 à 10 jetons, deux sortes au moins.",
        examples=[{"time": 4, "backing": 3}],
    )
    changes: Mapping[str, Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]] = Field(
        description="Ce qu’il change aux jauges une fois fini, de -12 à 12.",
        examples=[{"rights": 5, "commons": 4}],
    )
    effects: tuple[Effect, ...] = Field(
        default=(),
        description="Ce qu’il fait d’autre une fois fini.",
        examples=[[{"effect": "posture", "who": "shops", "synergy": 0.2}]],
    )
    rung: Rung = Field(description="Le barreau annoncé de la participation.")
    lifts: tuple[tuple[Slug, Slug], ...] = Field(
        default=(),
        description="Qui cesse de croire quoi sur qui : des paires [qui croit, sur qui].",
        examples=[[["qui-croit", "sur-qui"]]],
    )


class Voice(Frozen):
    """Somebody heard in a situation: a member of the cast, or a passer-by with a name."""

    character: Slug | None = Field(default=None, description="Le personnage de la distribution qui parle.")
    name: str | None = Field(default=None, description="Ou le nom de quelqu’un qui passe.")
    says: Text = Field(description="Une phrase, que quelqu’un de la salle lira, 160 signes au plus.")

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.character is None) == (self.name is None):
            raise _one_of("character, name")
        return self


class SituationCard(Frozen):
    """The event of a round; it moves something and asks the room a question."""

    id: Slug = Field(description="L’identifiant : le nom du fichier, sans .yaml.")
    title: Text = Field(description="Le titre, 36 signes au plus.")
    text: Text = Field(description="Trois phrases courtes. On les lit debout.")
    pictogram: str = Field(description="Son dessin : un nom de la liste des pictogrammes.")
    voice: Voice = Field(
        description="Quelqu’un qu’on entend : character ou name, et says.",
        examples=[{"name": "Denise Palier", "says": "…"}],
    )
    question: Text = Field(description="Une question sans bonne réponse.")
    effects: Annotated[tuple[Effect, ...], Field(min_length=1)] = Field(
        description="Ce que la situation change : un effet au moins.",
        examples=[[{"effect": "indicator", "indicator": "rights", "by": -1}]],
    )


class DebateCard(Frozen):
    """A prompt for the debate, tied to what happened; `statement` can be voted on by agreement."""

    id: Slug = Field(description="L’identifiant : le nom du fichier, sans .yaml.")
    about: Literal[
        "broken", "part", "kept", "gift", "void", "void-gift", "silent", "gate-closed", "gate-open",
        "completed", "lapsed", "lifted", "situation", "any",
    ] = Field(description="Ce qui s’est passé, et que le débat reprend.")  # fmt: skip
    project: Slug | None = Field(default=None, description="Seulement pour ce chantier : son identifiant.")
    situation: Slug | None = Field(
        default=None, description="Seulement pour cette situation : son identifiant."
    )
    question: Text = Field(description="La question qui ouvre le débat.")
    statement: Text = Field(
        description="L’affirmation qui se vote : elle tient seule, sans mot entre accolades."
    )


class NoteCard(Frozen):
    """The facilitator's help for one phase: what to say, what to do."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="À dire tel quel.", examples=[["…"]]
    )
    do: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Ce qu’il y a à faire.", examples=[["…"]]
    )


# ---- Conditions of endings: a fixed list, each exactly one of these. ----------------------------------


class Condition(Frozen):
    """True or false of a state. Exactly one of: an `indicator` with one bound, `mutual_trust`,
    `promises_kept`, `every` or `any` of several.

    `rose_by` counts from the scenario's start; numbers may differ by duration. `mutual_trust` and
    `promises_kept` are percentages (at least).
    """

    indicator: str | None = Field(
        default=None, description="La jauge, avec un seul nombre : rose_by, at_least ou below."
    )
    rose_by: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle a monté d’au moins autant depuis le début : un nombre, ou un par durée.",
        examples=[5, {45: 3, 90: 5, 150: 6, "training": 9}],
    )
    at_least: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle vaut autant ou plus : un nombre de 0 à 100, ou un par durée.",
        examples=[40, {45: 40, 90: 42, 150: 44, "training": 46}],
    )
    below: int | Mapping[Duration, int] | None = Field(
        default=None,
        description="Elle vaut moins : un nombre de 0 à 100, ou un par durée.",
        examples=[30, {45: 30, 90: 28, 150: 26, "training": 24}],
    )
    mutual_trust: Whole | None = Field(
        default=None, description="La confiance mutuelle atteint ce pourcentage."
    )
    promises_kept: Whole | None = Field(default=None, description="Ce pourcentage des promesses a été tenu.")
    every: tuple["Condition", ...] | None = Field(
        default=None,
        description="Toutes ces conditions.",
        examples=[[{"indicator": "commons", "at_least": 40}, {"mutual_trust": 40}]],
    )
    any: tuple["Condition", ...] | None = Field(
        default=None,
        description="L’une de ces conditions.",
        examples=[[{"indicator": "commons", "at_least": 40}, {"mutual_trust": 40}]],
    )

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        things = [self.indicator, self.mutual_trust, self.promises_kept, self.every, self.any]
        if sum(thing is not None for thing in things) != 1:
            raise _one_of("indicator, mutual_trust, promises_kept, every, any")
        bounds = sum(bound is not None for bound in (self.rose_by, self.at_least, self.below))
        if bounds != (1 if self.indicator is not None else 0):
            raise _one_of("rose_by, at_least, below" if self.indicator is not None else "indicator")
        return self


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
    """The model's numbers (game.md, State and model); a scenario may change each."""

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
    situations: Annotated[tuple[SituationCard, ...], Field(min_length=1)] = Field(
        description="Les situations : des noms de fichiers de cards/situations, sans .yaml.",
        examples=[["panne-d-ascenseur"]],
    )
    debates: Annotated[tuple[DebateCard, ...], Field(min_length=1)] = Field(
        description="Les débats : des noms de fichiers de cards/debates, sans .yaml.",
        examples=[["une-bonne-raison"]],
    )
    notes: Mapping[PhaseKind, NoteCard] = Field(
        description="À dire et à faire, phase par phase.", examples=[{"debate": {"say": ["…"], "do": ["…"]}}]
    )
    endings: Annotated[tuple[Ending, ...], Field(min_length=1)] = Field(
        description="Les fins, essayées dans l’ordre, de 3 à 5.",
        examples=[[{"id": "renouveau", "at": "end", "success": True, "title": "…", "text": "…"}]],
    )
    phases: Annotated[tuple[Annotated[str, _OneOf("round")], ...], AfterValidator(_round)] = Field(
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

    @property
    def gate(self) -> str:
        """The key of the common good."""
        return next(key for key, indicator in self.indicators.items() if indicator.gate)

    def card(self, member: CastMember) -> CharacterCard:
        """The card of a cast member, the scenario's overrides applied by the reader."""
        return self.characters[member.character]
