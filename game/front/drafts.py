"""What is half prepared and not yet a command: one small form for each thing that somebody is asked.

A form is a frozen dataclass which stands beside the screen that asks; made without arguments it is as nobody
has touched it. Nothing here knows which forms there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeVar


@dataclass(frozen=True, slots=True)
class Form:
    """One thing half prepared. `about` tells several of a kind apart: a round, a question, someone.

    One that `lasts` not is forgotten with the screen on which it was asked.
    """

    about: str = ""
    lasts: ClassVar[bool] = True


F = TypeVar("F", bound=Form)


@dataclass(frozen=True, slots=True)
class Turned(Form):
    """The page at which a list or a screen that has pages is open, from 0; `about` names it."""

    page: int = 0


@dataclass(frozen=True, slots=True)
class Counted(Form):
    """Hands counted for what `about` names: `counts` as they stand, `saved` as they were recorded, `sure` as
    they were when more hands than people were told of. None: not yet.
    """

    counts: tuple[int, ...] | None = None
    saved: tuple[int, ...] | None = None
    sure: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """All the forms that somebody has touched."""

    touched: Mapping[tuple[type[Form], str], Form] = field(default_factory=dict)

    def of(self, kind: type[F], about: str = "") -> F:
        """The form of that kind as it stands."""
        found = self.touched.get((kind, about))
        return found if isinstance(found, kind) else kind(about)

    def every(self, kind: type[F]) -> tuple[F, ...]:
        """All forms of a kind that have been touched."""
        return tuple(form for form in self.touched.values() if isinstance(form, kind))

    def kept(self, *forms: Form) -> "Drafts":
        """With these forms as they are now; one as good as new is forgotten."""
        touched = dict(self.touched)
        for form in forms:
            touched.pop((type(form), form.about), None)
            if form != type(form)(form.about):
                touched[type(form), form.about] = form
        return Drafts(touched)

    def lasting(self) -> "Drafts":
        """Without what was only asked on the screen that is left."""
        return Drafts({key: form for key, form in self.touched.items() if form.lasts})


def holding(*forms: Form) -> Drafts:
    """Drafts in which these forms have been touched."""
    return Drafts().kept(*forms)
