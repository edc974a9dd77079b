"""The answers: one module a question, each from the store to the context that a template shows."""
