"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "oauth_state",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("workspace_id", "state"),
    )
    op.create_table(
        "workspace",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("scored_through", sa.Integer(), nullable=True),
        sa.Column("night_claim", sa.String(), nullable=True),
        sa.Column("night_claimed_until", sa.BigInteger(), nullable=True),
        sa.Column("games", sa.Boolean(), nullable=False),
        sa.Column("smallest_team", sa.SmallInteger(), nullable=False),
        sa.Column("posts_in_doubt", sa.Boolean(), nullable=False),
        sa.Column("late_days", sa.SmallInteger(), nullable=False),
        sa.Column("previewed_at", sa.BigInteger(), nullable=True),
        sa.Column("plain_since", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("workspace_id"),
        sa.UniqueConstraint("slack_id"),
    )
    op.create_table(
        "admin",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "slack_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "api_token",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("token_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("may_write", sa.Boolean(), nullable=False),
        sa.Column("may_read", sa.Boolean(), nullable=False),
        sa.Column("created_by", sa.String(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("last_used_on", sa.Integer(), nullable=True),
        sa.Column("revoked_by", sa.String(), nullable=True),
        sa.Column("revoked_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "token_id"),
    )
    op.create_table(
        "column_mapping",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("headers", sa.String(), nullable=False),
        sa.Column("format", sa.String(), nullable=False),
        sa.Column("columns", sa.String(), nullable=False),
        sa.Column("mapped_by", sa.String(), nullable=False),
        sa.Column("mapped_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "headers", "format"),
    )
    op.create_table(
        "delivery",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=True),
        sa.Column("member_id", sa.Integer(), nullable=True),
        sa.Column("thread_ts", sa.String(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("not_before", sa.BigInteger(), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=True),
        sa.Column("sent_ts", sa.String(), nullable=True),
        sa.Column("problem", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "kind", "period", "channel_id"),
    )
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.create_index("delivery_by_beginning", ["workspace_id", "begun_at"], unique=False)
        batch_op.create_index(
            "delivery_by_state", ["workspace_id", "state", "not_before"], unique=False
        )

    op.create_table(
        "effort",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("signal", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "signal"),
    )
    op.create_table(
        "feedback",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("ts", sa.String(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("named_days", sa.Boolean(), nullable=False),
        sa.Column("good", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "ts", "slack_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index("feedback_by_day", ["workspace_id", "day"], unique=False)

    op.create_table(
        "file_import",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("file_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("is_team", sa.Boolean(), nullable=False),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("unmatched", sa.String(), nullable=True),
        sa.Column("first_day", sa.Integer(), nullable=True),
        sa.Column("last_day", sa.Integer(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("lease_until", sa.BigInteger(), nullable=True),
        sa.Column("channel_id", sa.String(), nullable=True),
        sa.Column("message_ts", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "number"),
    )
    op.create_table(
        "installation",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("sealed_token", sa.String(), nullable=False),
        sa.Column("bot_user_id", sa.String(), nullable=False),
        sa.Column("bot_id", sa.String(), nullable=False),
        sa.Column("installed_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id"),
    )
    op.create_table(
        "member",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("on_board", sa.Boolean(), nullable=False),
        sa.Column("warned_from", sa.Integer(), nullable=True),
        sa.Column("nudged", sa.Boolean(), nullable=False),
        sa.Column("note_from", sa.BigInteger(), nullable=True),
        sa.Column("games", sa.Boolean(), nullable=False),
        sa.Column("home_opened_at", sa.BigInteger(), nullable=True),
        sa.Column("home_through", sa.Integer(), nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.create_index("member_by_note", ["workspace_id", "note_from"], unique=False)
        batch_op.create_index("member_by_slack_id", ["workspace_id", "slack_id"], unique=True)

    op.create_table(
        "pause",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("call", sa.String(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "call"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "quarantine",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recognised", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("structure", sa.String(), nullable=False),
        sa.Column("question", sa.String(), nullable=True),
        sa.Column("sent_by", sa.String(), nullable=False),
        sa.Column("found_at", sa.BigInteger(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "number"),
    )
    op.create_table(
        "recording",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("recording_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.SmallInteger(), nullable=False),
        sa.Column("recorded_by", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("import_number", sa.Integer(), nullable=True),
        sa.Column("keeps_maximum", sa.Boolean(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "recording_id"),
    )
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.create_index(
            "recording_by_import", ["workspace_id", "import_number"], unique=False
        )

    op.create_table(
        "seen_event",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "event_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "team",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("digest_weekday", sa.SmallInteger(), nullable=False),
        sa.Column("digest_minute", sa.SmallInteger(), nullable=False),
        sa.Column("next_digest_at", sa.BigInteger(), nullable=False),
        sa.Column("set_up_by", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("digest_stopped", sa.Boolean(), nullable=False),
        sa.Column("counts_links", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id"),
    )
    with op.batch_alter_table("team", schema=None) as batch_op:
        batch_op.create_index("team_by_channel", ["workspace_id", "channel_id"], unique=True)
        batch_op.create_index("team_by_due_time", ["workspace_id", "next_digest_at"], unique=False)

    op.create_table(
        "thread_question",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("channel_id", sa.String(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("thread_ts", sa.String(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("pillar", sa.String(), nullable=True),
        sa.Column("first", sa.Integer(), nullable=True),
        sa.Column("last", sa.Integer(), nullable=True),
        sa.Column("signal", sa.String(), nullable=True),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "channel_id", "slack_id", "thread_ts"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("thread_question", schema=None) as batch_op:
        batch_op.create_index("thread_question_by_age", ["workspace_id", "asked_at"], unique=False)

    op.create_table(
        "workspace_rulebook",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("effective", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("uploaded_by", sa.String(), nullable=False),
        sa.Column("uploaded_at", sa.BigInteger(), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.workspace_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "version"),
    )
    op.create_table(
        "activity",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.Column("recorded_in", sa.Integer(), nullable=False),
        sa.Column("source", sa.SmallInteger(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("counterpart", sa.BigInteger(), nullable=True),
        sa.Column("retracted_in", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "kind", "day", "ref", "recorded_in"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "api_entry",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "ref"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "api_minute",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("token_id", sa.Integer(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("calls", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "token_id"], ["api_token.workspace_id", "api_token.token_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "token_id", "minute"),
    )
    op.create_table(
        "cheer",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id", "day", "slack_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "consent",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("asked", sa.Boolean(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.Column("revoked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "slack_id"),
    )
    op.create_table(
        "coverage",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("source", sa.SmallInteger(), nullable=False),
        sa.Column("recorded_in", sa.Integer(), nullable=False),
        sa.Column("retracted_in", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "kind", "source", "recorded_in"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "dispute",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.SmallInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("decided_by", sa.String(), nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "number"),
    )
    op.create_table(
        "goal",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("set_on", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id"),
    )
    op.create_table(
        "holiday_week",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("monday", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "monday"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "look",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("looked_at", sa.BigInteger(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "looked_at", "slack_id", "what"),
    )
    op.create_table(
        "offered_post",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("ref", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id", "ref"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "reported_score",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("entered_at", sa.BigInteger(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=True),
        sa.Column("overall", sa.Integer(), nullable=True),
        sa.Column("brand", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("insights", sa.Integer(), nullable=True),
        sa.Column("relationships", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "day", "subject", "entered_at"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "seat",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("seat", sa.String(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "seat"),
    )
    op.create_table(
        "snapshot",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("known_at", sa.Integer(), nullable=False),
        sa.Column("rulebook", sa.String(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("brand", sa.Integer(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("insights", sa.Integer(), nullable=False),
        sa.Column("relationships", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "day"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index("snapshot_by_day", ["workspace_id", "day"], unique=False)

    op.create_table(
        "team_goal",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("points", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("set_on", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id"),
    )
    op.create_table(
        "team_manager",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("slack_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id", "slack_id"),
    )
    op.create_table(
        "team_member",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("joined_on", sa.Integer(), nullable=False),
        sa.Column("left_on", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id", "member_id"),
    )
    op.create_table(
        "team_tip_told",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("tip", sa.String(), nullable=False),
        sa.Column("told_on", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id", "team_id"], ["team.workspace_id", "team.team_id"]),
        sa.PrimaryKeyConstraint("workspace_id", "team_id", "tip"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tip_told",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("tip", sa.String(), nullable=False),
        sa.Column("told_on", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["member.workspace_id", "member.member_id"]
        ),
        sa.PrimaryKeyConstraint("workspace_id", "member_id", "tip"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("tip_told")
    op.drop_table("team_tip_told")
    op.drop_table("team_member")
    op.drop_table("team_manager")
    op.drop_table("team_goal")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index("snapshot_by_day")

    op.drop_table("snapshot")
    op.drop_table("seat")
    op.drop_table("reported_score")
    op.drop_table("offered_post")
    op.drop_table("look")
    op.drop_table("holiday_week")
    op.drop_table("goal")
    op.drop_table("dispute")
    op.drop_table("coverage")
    op.drop_table("consent")
    op.drop_table("cheer")
    op.drop_table("api_minute")
    op.drop_table("api_entry")
    op.drop_table("activity")
    op.drop_table("workspace_rulebook")
    with op.batch_alter_table("thread_question", schema=None) as batch_op:
        batch_op.drop_index("thread_question_by_age")

    op.drop_table("thread_question")
    with op.batch_alter_table("team", schema=None) as batch_op:
        batch_op.drop_index("team_by_due_time")
        batch_op.drop_index("team_by_channel")

    op.drop_table("team")
    op.drop_table("seen_event")
    with op.batch_alter_table("recording", schema=None) as batch_op:
        batch_op.drop_index("recording_by_import")

    op.drop_table("recording")
    op.drop_table("quarantine")
    op.drop_table("pause")
    with op.batch_alter_table("member", schema=None) as batch_op:
        batch_op.drop_index("member_by_slack_id")
        batch_op.drop_index("member_by_note")

    op.drop_table("member")
    op.drop_table("installation")
    op.drop_table("file_import")
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index("feedback_by_day")

    op.drop_table("feedback")
    op.drop_table("effort")
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_index("delivery_by_state")
        batch_op.drop_index("delivery_by_beginning")

    op.drop_table("delivery")
    op.drop_table("column_mapping")
    op.drop_table("api_token")
    op.drop_table("admin")
    op.drop_table("workspace")
    op.drop_table("oauth_state")
