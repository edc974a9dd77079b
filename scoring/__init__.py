"""The formula: a pure function from activities and a rulebook to a score and its explanation."""
