"""Windows, the loop, what is typed, and who carries out what a person wants.

| file | what it does |
|---|---|
| display | is there a screen at all, and how the drawing library is opened |
| keys | events of the drawing library as keys with one name each |
| pane | what one window remembers: its screens, its focus |
| director | session + settings + panes: carries out intents; knows no window |
| picture | director -> elements -> scene, for the room and the console |
| window | one window: its surface, its painter |
| pointing, typing | from mouse and keys to intents |
| app | the loop that ties them, and the one error handler |
| drafts, sound, whatif, shots, demo | what they say |
"""
