"""Windows, the loop, what is typed, and who carries out what updates of the front-end ask for.

| file | what it does |
|---|---|
| display | is there a screen at all, and how the drawing library is opened |
| seen, displays, standing | which displays there are; which window belongs on which; taking them there |
| keys | events of the drawing library as keys with one name each |
| sessions, catalogue | the session as the front-end knows it; what the first screens list |
| director, running | the front-end and the session; carrying out the effects of updates; knows no window |
| picture, pictures | director -> elements -> scene; when to compose and when to paint |
| window | one window: its surface, its painter |
| keyboard, pointing, events | from the drawing library's events to intents |
| app | the loop that ties them, and the one error handler (trouble) |
| sound, whatif, demo, shots, clipboard | what they say |
"""
