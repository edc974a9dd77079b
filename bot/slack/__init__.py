"""Slack's side: each listener parses a payload, asks one answer, renders it and replies."""
