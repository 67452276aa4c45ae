# mypy: disable-error-code="no-untyped-call, untyped-decorator, override, misc, import-untyped"
# (numba's machinery for extensions is not typed.)
"""Boards, states and records as one pointer each, for compiled code.

A NamedTuple of thirty arrays is passed by numba as hundreds of values at every call, which made compiling
take minutes and playing ten times slower. A frame is the same thing behind one pointer: a header of whole
numbers (for each array its address and its sides; for each number the number), whose attributes have the
names of the NamedTuple's fields. The rules do not see the difference.

What numba promises to extensions is taken from `numba.extending`; `cgutils`, `AttributeTemplate` and
`arrayobj` are its own affair and may change: then the plain rules serve (`worker.fastest`).

The caller keeps the arrays alive while a frame of them is in use.
"""

from typing import Any

import numpy as np
from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.typing.templates import AttributeTemplate
from numba.extending import infer_getattr, intrinsic, lower_getattr_generic, models, register_model
from numba.np.arrayobj import make_array, populate_array

from engine.fixed import Ints


class FrameType(types.Type):
    """`layout`: for each field its name and how many sides its array has (0 for a number)."""

    def __init__(self, title: str, layout: tuple[tuple[str, int], ...]) -> None:
        super().__init__(name=f"Frame({title}, {layout})")
        self.layout = layout

    def place(self, field: str) -> tuple[int, int]:
        """Where a field's part of the header begins, and how many sides the field has."""
        position = 0
        for name, sides in self.layout:
            if name == field:
                return position, sides
            position += 1 + sides
        raise AttributeError(field)


@register_model(FrameType)
class _FrameModel(models.PrimitiveModel):
    def __init__(self, manager: Any, frame: FrameType) -> None:
        super().__init__(manager, frame, ir.IntType(64).as_pointer())


@infer_getattr
class _FrameAttributes(AttributeTemplate):
    key = FrameType

    def generic_resolve(self, frame: FrameType, field: str) -> Any:
        if field not in dict(frame.layout):
            return None
        _, sides = frame.place(field)
        return types.Array(types.int64, sides, "C") if sides else types.int64


@lower_getattr_generic(FrameType)
def _load(context: Any, builder: Any, frame: FrameType, header: Any, field: str) -> Any:
    position, sides = frame.place(field)

    def word(offset: int) -> Any:
        load = builder.load(cgutils.gep_inbounds(builder, header, position + offset))
        # A header never changes while a frame of it is open: let the compiler read it once.
        load.set_metadata("invariant.load", builder.module.add_metadata([]))
        return load

    if not sides:
        return word(0)
    kind = types.Array(types.int64, sides, "C")
    array = make_array(kind)(context, builder)
    shape = [word(1 + side) for side in range(sides)]
    strides: list[Any] = []
    step = ir.Constant(ir.IntType(64), 8)
    for length in reversed(shape):
        strides.insert(0, step)
        step = builder.mul(step, length)
    populate_array(
        array,
        data=builder.inttoptr(word(0), ir.IntType(64).as_pointer()),
        shape=shape,
        strides=strides,
        itemsize=ir.Constant(ir.IntType(64), 8),
        meminfo=None,
    )
    return array._getvalue()


def opener(frame: FrameType) -> Any:
    """A compiled function from the address of a header to the frame it describes."""

    @intrinsic
    def open_frame(typing: Any, address: Any) -> Any:
        def build(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            return builder.inttoptr(arguments[0], ir.IntType(64).as_pointer())

        return frame(types.intp), build

    return open_frame


def layout(value: Any) -> tuple[tuple[str, int], ...]:
    """The layout of a NamedTuple of arrays and whole numbers."""
    return tuple((name, np.ndim(field)) for name, field in value._asdict().items())


def header(value: Any) -> Ints:
    """The header of such a NamedTuple, whose arrays must be int64 and C-contiguous."""
    numbers: list[int] = []
    for field in value:
        if np.ndim(field) == 0:
            numbers.append(int(field))
        else:
            if field.dtype != np.int64 or not field.flags.c_contiguous:
                raise ValueError("a frame is made of int64 arrays in C order")
            numbers += [field.ctypes.data, *field.shape]
    return np.array(numbers, dtype=np.int64)


def headers(first: Any, words: Ints) -> Ints:
    """The headers of as many such NamedTuples as `words` has rows: arrays of each are views of its row, as
    those of the `first` are."""
    many = np.repeat(header(first)[np.newaxis], words.shape[0], axis=0)
    addresses, at = [], 0
    for field in first:
        if np.ndim(field):
            addresses.append(at)
        at += 1 + np.ndim(field)
    many[:, addresses] += (np.arange(words.shape[0]) * words.strides[0])[:, np.newaxis]
    return many
