"""The screens of the room window: pure functions of what may be seen and of the front-end's own state."""
