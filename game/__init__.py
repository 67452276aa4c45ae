"""The front-end: windows, screens, and the `coop` command."""

import os

# looking for plugins that nobody has installed would make the first screen wait
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
