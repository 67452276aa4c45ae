"""Portraits on the screen: made in another process, a disc with initials until they are there."""

import io
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import pygame

from engine.look import faces
from game.kit.nodes import FaceDisc
from game.paint import shapes
from game.paint.cache import Cache
from game.paint.metrics import font

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

_Wanted = tuple[tuple[tuple[str, str], ...], str]


def _make(spec: tuple[tuple[str, str], ...], expression: str, size: int) -> bytes:
    """Runs in the worker."""
    return faces.png(dict(spec), expression, size)


def _thread() -> "Executor":
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1)


def _process() -> "Executor":
    """Imported only here: most starts find all portraits on disk."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    from engine import processes

    return ProcessPoolExecutor(
        max_workers=1, mp_context=get_context("spawn"), initializer=processes.end_with_parent
    )


class FaceStore:
    """Portraits by looks and expression. `version` grows each time one arrives: what shows faces is then
    redrawn.

    Portraits kept on disk are there at once; others are made one after the other by `executor` (a process
    of its own unless said otherwise, so that drawing never waits for them). Between `hold` and `release`
    none is asked for: what starts another process comes after the first picture.
    """

    def __init__(self, executor: "Callable[[], Executor]" = _process) -> None:
        self.version = 0
        self._executor_of = executor
        self._executor: Executor | None = None
        self._held: list[_Wanted] | None = None
        self._whole: dict[_Wanted, pygame.Surface | None] = {}
        self._waiting: dict[_Wanted, Future[bytes]] = {}
        self._foreseen: list[_Wanted] = []
        self._discs = Cache(64_000_000)

    def hold(self) -> None:
        """Ask for no portrait until `release`."""
        self._held = self._held or []

    def release(self) -> None:
        """Ask for all that was wanted meanwhile."""
        held, self._held = self._held or [], None
        for wanted in held:
            self._ask(wanted)

    def foresee(self, wanted: Iterable[_Wanted]) -> None:
        """Portraits that will be wanted: made one by one when no other is awaited, and left on disk."""
        self._foreseen = [one for one in wanted if one[0]]

    def arrived(self, node: FaceDisc) -> bool:
        """Whether the portrait itself can be painted now."""
        return self._portrait((node.spec, node.expression)) is not None

    def poll(self) -> int:
        """Take in what was made meanwhile; the new `version`. Costs nothing when nothing is awaited."""
        for wanted in [wanted for wanted, future in self._waiting.items() if future.done()]:
            self._take(wanted, self._waiting.pop(wanted))
        if self._foreseen and not self._waiting and self._held is None:
            ahead = self._foreseen.pop(0)
            if faces.cached(dict(ahead[0]), ahead[1]) is None:
                self._ask(ahead)
        if not self._waiting and not self._foreseen and self._executor is not None:
            self._executor.shutdown(wait=False)
            self._executor = None
        return self.version

    def finish(self, seconds: float = 60.0) -> None:
        """Wait for every portrait asked for, at most `seconds` for each: a picture on disk has its faces."""
        self.release()
        while self._waiting:
            wanted, future = self._waiting.popitem()
            try:
                future.exception(timeout=seconds)
            except TimeoutError:
                continue
            self._take(wanted, future)

    def close(self) -> None:
        """Forget what is still awaited."""
        self._waiting.clear()
        self._foreseen.clear()
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def _take(self, wanted: _Wanted, future: "Future[bytes]") -> None:
        from concurrent.futures import BrokenExecutor

        failure = None if future.cancelled() else future.exception()
        if isinstance(failure, BrokenExecutor):  # no second process here: make it in a thread of this one
            self._executor_of, self._executor = _thread, None
            self._ask(wanted)
            return
        if wanted in self._whole and failure is None and not future.cancelled():
            self._whole[wanted] = _loaded(future.result())
            self.version += 1

    def _portrait(self, wanted: _Wanted) -> pygame.Surface | None:
        if wanted not in self._whole:
            known = faces.cached(dict(wanted[0]), wanted[1])
            self._whole[wanted] = _loaded(known) if known else None
            if known is None and wanted[0] and wanted not in self._waiting:
                self._ask(wanted)
        return self._whole[wanted]

    def _ask(self, wanted: _Wanted) -> None:
        if self._held is not None:
            self._held.append(wanted)
            return
        try:
            if self._executor is None:
                self._executor = self._executor_of()
            self._waiting[wanted] = self._executor.submit(_make, *wanted, faces.SIZE)
        except (OSError, RuntimeError):  # nothing can be started: the initials stay
            self._executor = None

    def picture(self, node: FaceDisc, side: int, ring: int) -> tuple[pygame.Surface, int]:
        """The disc (or bust) of `side` pixels and how to blend it; initials until the portrait is made."""
        portrait = self._portrait((node.spec, node.expression))
        key = (
            node.spec,
            node.expression,
            node.initials,
            node.disc,
            node.ring,
            node.bust,
            node.grey,
            side,
            ring,
        )
        if portrait is None:
            return self._discs.get((*key, "initials"), lambda: _initials(node, side, ring)), 0
        if node.grey:
            portrait = pygame.transform.grayscale(portrait)
        if node.bust:
            return self._discs.get(key, lambda: _shrunk(portrait, side)), pygame.BLEND_PREMULTIPLIED
        return self._discs.get(key, lambda: _composed(node, portrait, side, ring)), 0


def _loaded(content: bytes) -> pygame.Surface:
    """A portrait, colours multiplied by alpha, so that its transparent ground does not bleed into smaller
    ones.
    """
    return pygame.image.load(io.BytesIO(content), "face.png").premul_alpha()


def _initials(node: FaceDisc, side: int, ring: int) -> pygame.Surface:
    surface = shapes.disc(side, node.disc, node.ring, ring).copy()
    letters = font("head-700", max(round(side * 0.36), 8)).render(node.initials, True, (0x1D, 0x24, 0x33))
    surface.blit(letters, ((side - letters.get_width()) // 2, (side - letters.get_height()) // 2))
    return surface


def _composed(node: FaceDisc, portrait: pygame.Surface, side: int, ring: int) -> pygame.Surface:
    inner = side - 2 * ring
    large = pygame.Surface((inner, inner), pygame.SRCALPHA)
    large.fill((*node.disc, 255))
    large.blit(_shrunk(portrait, inner), (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    # keep the disc: multiply the square's alpha by that of a white circle
    mask = shapes.disc(inner, (255, 255, 255)).copy()
    _whiten(mask)
    large.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
    if not ring or not node.ring:
        return large
    surface = shapes.disc(side, node.ring).copy()
    surface.blit(large, (ring, ring))
    return surface


def _shrunk(portrait: pygame.Surface, side: int) -> pygame.Surface:
    return pygame.transform.smoothscale(portrait, (side, side))


def _whiten(mask: pygame.Surface) -> None:
    """All pixels white, their alpha kept (vector edges come out grey)."""
    mask.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_MAX)
