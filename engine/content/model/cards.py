"""The cards: people, projects, situations, debates, the facilitator's notes."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from engine import numbers
from engine.content.model.ballot import Grade, Voted
from engine.content.model.base import Duration, Frozen, OnMap, Rung, Slug, Text, Tokens, Trust, one_of
from engine.content.model.conditions import Condition
from engine.content.model.devices import LATER, Choose, Later, Leaving
from engine.content.model.rumour import OUTCOME, Rumour
from engine.content.model.sites import Softens, Works
from engine.content.model.timetable import Hour
from engine.content.model.voice import Says
from engine.effects.reading import Effect
from engine.vocabulary import Family


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
    says: Says | None = Field(
        default=None,
        description="Ce qu’elle dit, selon la raison, quand elle répond, donne, tient parole ou non.",
        examples=[{"keeping": ["…"], "distrust": ["… {name} …"]}],
    )
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
    from_round: Annotated[int, Field(alias="from", ge=1, le=6)] = Field(
        default=1, description="Le tour à partir duquel cette personne est là ; 1 si vous ne dites rien."
    )
    leaves: Leaving | None = Field(
        default=None,
        description="Quand cette personne s’en va, et laisse sa place.",
        examples=[{"after": 2, "says": "…"}],
    )
    heir: Slug | None = Field(
        default=None,
        description="Qui prend sa place : la carte d’un autre personnage, hors de la distribution.",
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
    personal: Mapping[Slug, Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]] = Field(
        default={},
        alias="for",
        description="Ce qu’il rapporte à une seule personne, une fois fini, ou lui coûte, en dessous de 0. "
        "Une perte compte même si le bien commun n’a pas monté.",
        examples=[{"bailleur-charge-de-secteur": -3}],
    )
    during: Mapping[str, Annotated[int, Field(ge=-numbers.MOST_POINTS, le=numbers.MOST_POINTS)]] = Field(
        default={},
        description="Ce qu’il change aux jauges à chaque tour où il est commencé et pas fini.",
        examples=[{"living": -2}],
    )
    needs: tuple[Slug, ...] = Field(
        default=(),
        description="Les chantiers qui doivent être finis avant que celui-ci vienne.",
        examples=[["carte-des-chemins"]],
    )
    opens: tuple[Slug, ...] = Field(
        default=(),
        description="Les chantiers qui n’arrivent qu’une fois celui-ci fini.",
        examples=[["fonds-a-voter"]],
    )
    later: Later | None = Field(
        default=None, description="Ce qui en revient plus tard, une fois fini.", examples=[LATER]
    )
    lapses: Later | None = Field(
        default=None, description="Ce qui en revient plus tard, s’il est abandonné.", examples=[LATER]
    )
    once: bool = Field(
        default=False,
        description="Vrai : fini, il ne revient jamais. Sinon il peut revenir, quand la pioche est vide.",
    )
    effects: tuple[Effect, ...] = Field(
        default=(),
        description="Ce qu’il fait d’autre une fois fini.",
        examples=[[{"effect": "posture", "who": "shops", "synergy": 0.2}]],
    )
    briefing: Slug | None = Field(
        default=None,
        description="Le volet du dépliant « La politique de la ville » à déplier quand on en parle.",
        examples=["argent"],
    )
    where: Slug | None = Field(
        default=None,
        description="Le lieu où il se fait, de la liste places ; sans lui, toute la ville.",
        examples=["les-hauts"],
    )
    overheard: Text | None = Field(
        default=None,
        description="Ce qu’on entend dire là, sans comprendre encore : ce chantier est alors un besoin, face "
        "cachée, que deux personnes de deux familles vont écouter. Sans coût, il n’y a rien à construire.",
        examples=["À l’arrêt de bus, on reste debout."],
    )
    occupies: tuple[Hour, ...] = Field(
        default=(),
        description="Les heures qu’il prend aux salles tant qu’il est là : la salle, un point, le moment.",
        examples=[["grande.we-soir"]],
    )
    corners: Annotated[tuple[Slug, ...], Field(max_length=2)] = Field(
        default=(),
        description="Le coin où il se fait, de la liste corners : seuls ceux qui y siègent y donnent. Deux : "
        "un pont, qui ne vient qu’une fois chacun des deux fidèlement lu chez l’autre.",
        examples=[["la-butte"], ["la-butte", "la-gare"]],
    )
    works: Works | None = Field(
        default=None,
        description="Des travaux en plusieurs tranches, qui gênent tant que leur palissade est debout.",
        examples=[{"ground": ["nord"], "then": [{"means": 2, "backing": 1}], "each": {"commons": -3}}],
    )
    softens: Softens | None = Field(
        default=None,
        description="Ce qu’il adoucit de travaux, tant qu’ils durent.",
        examples=[{"works": ["la-moitie-nord"], "each": {"commons": 1}}],
    )
    price: Annotated[int, Field(ge=1, le=500)] | None = Field(
        default=None,
        description="Ce qu’il coûterait, en milliers d’euros : c’est alors une idée, que finir rend "
        "recevable, et que le vote finance ou non.",
        examples=[35],
    )
    opinions: Mapping[Slug, Grade] = Field(
        default={},
        description="Ce qu’en pense chaque public de ballot : very-good, good, fair (sans rien dire), poor, "
        "reject.",
        examples=[{"parents": "very-good", "shops": "reject"}],
    )
    voted: Voted | None = Field(
        default=None,
        description="Ce que fait l’idée une fois financée ; changes et for sont ce qu’elle fait dès qu’elle "
        "est recevable.",
        examples=[{"changes": {"living": 8}, "for": {"restauratrice": -3}}],
    )
    rung: Rung = Field(description="Le barreau annoncé de la participation.")
    lifts: tuple[tuple[Slug, Slug], ...] = Field(
        default=(),
        description="Qui cesse de croire quoi sur qui : des paires [qui croit, sur qui].",
        examples=[[["qui-croit", "sur-qui"]]],
    )

    @property
    def asks_nothing(self) -> bool:
        """Whether there is nothing to build: a need that asks for nothing."""
        return self.cost.total() == 0

    @property
    def phases(self) -> int:
        """How many phases it is built in."""
        return 1 + len(self.works.then) if self.works is not None else 1


class Voice(Frozen):
    """Somebody heard in a situation: a member of the cast, or a passer-by with a name and maybe a face."""

    character: Slug | None = Field(default=None, description="Le personnage de la distribution qui parle.")
    name: str | None = Field(default=None, description="Ou le nom de quelqu’un qui passe.")
    face: FaceCard | None = Field(
        default=None,
        description="Avec name : son portrait, comme sur une carte de personnage.",
        examples=[{"head": "short2", "skin": "#edb98a", "clothing": "#9ddadb"}],
    )
    says: Text = Field(description="Une phrase, que quelqu’un de la salle lira, 160 signes au plus.")

    @model_validator(mode="after")
    def _somebody(self) -> Self:
        if (self.character is None) == (self.name is None):
            raise one_of("character, name")
        if self.character is not None and self.face is not None:
            raise one_of("character, face")  # whoever is in the cast has a face already
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
    when: Condition | None = Field(
        default=None,
        description="Elle ne vient que si c’est vrai.",
        examples=[{"none": [{"completed": "caves-asseches"}]}],
    )
    because: Text | None = Field(
        default=None, description="Pourquoi elle vient, en une ligne au-dessus du titre : « Parce que… »."
    )
    briefing: Slug | None = Field(
        default=None,
        description="Le volet du dépliant « La politique de la ville » à déplier quand on en parle.",
        examples=["argent"],
    )
    choose: Choose | None = Field(
        default=None,
        description="Ce que la salle peut choisir, avant de négocier.",
        examples=[{"options": [{"id": "rouvrir", "title": "…"}, {"id": "fermer", "title": "…"}]}],
    )
    later: Later | None = Field(default=None, description="Ce qui en revient plus tard.", examples=[LATER])
    rumour: Rumour | None = Field(
        default=None,
        description="Ce qu’on dit autour d’elle, vrai ou faux : la salle le saura plus tard.",
        examples=[{"says": "…", "when_true": OUTCOME, "when_false": OUTCOME}],
    )


class DebateCard(Frozen):
    """A prompt for the debate, tied to what happened; `statement` can be voted on by agreement."""

    id: Slug = Field(description="L’identifiant : le nom du fichier, sans .yaml.")
    about: Literal[
        "broken", "part", "kept", "gift", "void", "void-gift", "silent", "gate-closed", "gate-open",
        "completed", "lapsed", "dislodged", "hoarding", "stalled", "strip", "funded", "unfunded", "put-off",
        "lifted", "situation", "any",
    ] = Field(description="Ce qui s’est passé, et que le débat reprend.")  # fmt: skip
    of: Literal["kept-tokens", "built"] | None = Field(
        default=None,
        description="De quel acte : de qui a gardé des jetons, ou pour un chantier terminé.",
        examples=["kept-tokens"],
    )
    project: Slug | None = Field(default=None, description="Seulement pour ce chantier : son identifiant.")
    situation: Slug | None = Field(
        default=None, description="Seulement pour cette situation : son identifiant."
    )
    question: Text = Field(description="La question qui ouvre le débat.")
    statement: Text = Field(
        description="L’affirmation qui se vote : elle tient seule, sans mot entre accolades."
    )
    briefing: Slug | None = Field(
        default=None,
        description="Le volet du dépliant « La politique de la ville » à déplier quand on en parle.",
        examples=["argent"],
    )


class NoteCard(Frozen):
    """The facilitator's help for one phase: what to say, what to do."""

    say: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="À dire tel quel.", examples=[["…"]]
    )
    do: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Ce qu’il y a à faire.", examples=[["…"]]
    )
