"""One file per verb of the `coop` command. Each has `add(verbs)`, which describes it, and `run(options)`.

They import what they need when they run, so that `coop --version` and the first screen come at once.
"""
