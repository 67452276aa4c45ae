"""The neighbourhood, drawn: `things.picture` gives a thing in its state, `scenery.picture` what is behind."""
