"""The neighbourhood in pixels: a thing in its state (`things.picture`), what is behind (`scenery`)."""
