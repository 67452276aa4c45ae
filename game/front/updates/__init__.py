"""What becomes of the front-end by each intent and each piece of news, by concern (see ../update.py)."""
