"""The keys that tables share: everything belongs to a workspace, whose id comes first."""

from sqlalchemy import ForeignKeyConstraint


def belongs_to(table: str, *columns: str) -> ForeignKeyConstraint:
    """Refer to a row of another table of the same workspace."""
    keys = ["workspace_id", *columns]
    return ForeignKeyConstraint(keys, [f"{table}.{key}" for key in keys])
