"""The record of a session, to take home: one `Record`, and the files that it is written to.

told = build.record(session)                            # in the language in use
files = formats.written(told, ("json", "html"), "crue")
keeping.keep(files, folder)                             # beside first, then renamed
side = compare.compared([("a", told), ("b", told)])     # several side by side, in that order
"""
