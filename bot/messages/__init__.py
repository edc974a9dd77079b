"""From an answer's context to what Slack shows: templates, their contexts, and Slack's mark-up."""
