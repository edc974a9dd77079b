"""The texts people read, one Jinja2 template a message."""
