"""The briefing: a sheet of two sides that unfolds, panel by panel, each with a drawing made from its data.

reading   `briefing.yaml` -> `engine.content.model.Briefing`, and what is wrong with it
diagrams  the kinds of drawing: data -> shapes, in steps
"""
