"""What the picture on the projector leaves out of what may be done."""

from dataclasses import replace

from engine.view.types import View


def on_paper(view: View) -> View:
    """What is left to do once the only window is what the room sees: choices and sheets go by paper."""
    choice = view.choice and replace(view.choice, private_screen=False)
    return replace(view, choice=choice, legal=tuple(x for x in view.legal if x.kind != "pass-to"))


def goes_on(view: View) -> View:
    """What the room sees while the computer is passed from hand to hand elsewhere: the same as before."""
    if view.passed_to is None:
        return view
    legal = tuple(replace(one, who=()) if one.kind == "pass-to" else one for one in view.legal)
    choice = replace(view.choice, passed_to=None) if view.choice is not None else None
    return replace(view, choice=choice, passed_to=None, legal=legal)
