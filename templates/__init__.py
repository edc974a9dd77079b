"""The texts people read: a folder a language, in it one Jinja2 template a message and its words.

What all languages share, the block macros, lies above them in ``_blocks.j2``.
"""
