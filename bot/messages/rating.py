"""A rating: what the feedback buttons under an answer tell when one of them is pressed."""

import json
from dataclasses import dataclass

@dataclass(frozen=True, slots=True)
class Rating:
    """Whether an answer was good, the intent it answered, and whether the question named days."""

    intent: str
    named_days: bool
    good: bool

    def encode(self) -> str:
        """Write the value of a button."""
        return json.dumps({"intent": self.intent, "days": self.named_days, "good": self.good})

    @classmethod
    def decode(cls, value: str) -> "Rating":
        """Read a button's value.

        Raises:
            ValueError: the value was not written by ``encode``.
        """
        match json.loads(value):
            case {"intent": str(intent), "days": bool(days), "good": bool(good)}:
                return cls(intent, days, good)
        raise ValueError(f"no button of ours has the value {value}")
