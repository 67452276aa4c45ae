"""The front-end: windows, screens, and the `coop` command."""
