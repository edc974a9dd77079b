"""How the shipped model was made; nothing of it is needed to run the bot."""
