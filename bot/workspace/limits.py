"""Checks blocks and views against Slack's limits and says what is wrong in Slack's own words.

Every problem ends with a JSON pointer, as in ``[json-pointer:/blocks/0/text/text]``.
"""

import json
from collections import Counter
from collections.abc import Iterator

from bot.workspace import block_rules as rules
from bot.workspace.shapes import JSONObject, an_object, items, objects, text_of, walk


def message_problems(blocks: object, refused: frozenset[str] = frozenset()) -> list[str]:
    """List what Slack would refuse in a message's blocks, where it takes none of these types."""
    allowed = (rules.EVERYWHERE | rules.MESSAGES_ONLY) - refused
    return list(_blocks(blocks, "/blocks", rules.MESSAGE_BLOCKS, allowed))


def view_problems(view: JSONObject, refused: frozenset[str] = frozenset()) -> list[str]:
    """List what Slack would refuse in a modal or an App Home."""
    return list(_view(view, rules.EVERYWHERE - refused))


def blocks_text(blocks: object) -> int:
    """Count the characters of a message's blocks outside its tables."""
    plain = [block for block in objects(blocks) if "table" not in text_of(block.get("type"))]
    return sum(len(text_of(part.get("text"))) for part in walk(plain))


def _at(problem: str, pointer: str) -> str:
    return f"{problem} [json-pointer:{pointer}]"


def _view(view: JSONObject, allowed: frozenset[str]) -> Iterator[str]:
    kind = view.get("type")
    if kind not in {"modal", "home"}:
        yield _at(f"must be one of: modal, home, not {kind}", "/view/type")
    if kind == "modal" and not view.get("title"):
        yield _at("missing required field: title", "/view")
    for field, longest in rules.VIEW_LONGEST.items():
        yield from _length(view.get(field), longest, f"/view/{field}")
    blocks = objects(view.get("blocks"))
    if kind == "modal" and not view.get("submit") and any(b.get("type") == "input" for b in blocks):
        yield _at("missing required field: submit", "/view")
    if len(json.dumps(view)) > rules.VIEW_BYTES:
        yield _at("view is too large", "/view")
    yield from _blocks(view.get("blocks"), "/view/blocks", rules.VIEW_BLOCKS, allowed)


def _blocks(blocks: object, pointer: str, most: int, allowed: frozenset[str]) -> Iterator[str]:
    if not isinstance(blocks, list):
        yield _at("must provide an array", pointer)
        return
    if len(blocks) > most:
        yield _at(f"no more than {most} items allowed", pointer)
    for place, block in enumerate(blocks):
        here = f"{pointer}/{place}"
        if not isinstance(block, dict):
            yield _at("must provide an object", here)
        elif block.get("type") not in allowed:
            yield _at(f"unsupported type: {block.get('type')}", f"{here}/type")
        else:
            yield from _element(block, here)
            yield from _action_ids(block, here)
    yield from _block_ids(blocks, pointer)
    kinds = Counter(text_of(block.get("type")) for block in objects(blocks))
    for kind, most_of_kind in rules.ONE_A_MESSAGE.items():
        if kinds[kind] > most_of_kind:
            yield _at(f"no more than {most_of_kind} {kind} blocks allowed", pointer)


def _block_ids(blocks: list[object], pointer: str) -> Iterator[str]:
    ids = Counter(an_object(block).get("block_id") for block in blocks)
    for block_id, count in ids.items():
        if block_id is not None and count > 1:
            yield _at(f"block_id {block_id!r} already exists", pointer)


def _action_ids(block: JSONObject, pointer: str) -> Iterator[str]:
    ids = Counter(part["action_id"] for part in walk(block) if "action_id" in part)
    for action_id, count in ids.items():
        if count > 1:
            yield _at(f"action_id {action_id!r} already exists", pointer)


def _element(element: JSONObject, pointer: str) -> Iterator[str]:
    """Check one block or element, then everything inside it."""
    kind = text_of(element.get("type"))
    for field in rules.REQUIRED.get(kind, ()):
        if field not in element:
            yield _at(f"missing required field: {field}", pointer)
    if kind == "section" and not ("text" in element or "fields" in element):
        yield _at("missing required field: text or fields", pointer)
    for name in ("block_id", "action_id"):
        yield from _length(element.get(name), rules.LONGEST_ID, f"{pointer}/{name}")
    yield from _length(
        element.get("placeholder"), rules.LONGEST_PLACEHOLDER, f"{pointer}/placeholder"
    )
    for field, value in element.items():
        here = f"{pointer}/{field}"
        longest = rules.LONGEST.get((kind, field))
        if longest is not None:
            yield from _length(value, longest, here)
        if (kind, field) in rules.PLAIN_TEXT and an_object(value).get("type") != "plain_text":
            yield _at("must be a plain_text object", here)
        yield from _count(kind, field, value, here)
        yield from _kinds_inside(kind, field, value, here)
        yield from _inside(field, value, here)
    yield from _table(element, pointer)


def _inside(field: str, value: object, pointer: str) -> Iterator[str]:
    if field == "fields":
        for place, part in enumerate(items(value)):
            yield from _length(part, rules.LONGEST_FIELD, f"{pointer}/{place}")
    elif field == "options":
        for place, option in enumerate(objects(value)):
            for name, longest in rules.LONGEST_OPTION.items():
                yield from _length(option.get(name), longest, f"{pointer}/{place}/{name}")
    elif field == "confirm":
        for name, longest in rules.LONGEST_CONFIRM.items():
            yield from _length(an_object(value).get(name), longest, f"{pointer}/{name}")
    if isinstance(value, dict):
        yield from _element(value, pointer)
    else:
        for place, part in enumerate(objects(value)):
            yield from _element(part, f"{pointer}/{place}")


def _length(value: object, longest: int, pointer: str) -> Iterator[str]:
    """Check the length of a string or a text object; an absent value is fine."""
    if isinstance(value, dict):
        value, pointer = value.get("text"), f"{pointer}/text"
    if not isinstance(value, str):
        return
    if len(value) > longest:
        yield _at(f"must be less than {longest + 1} characters", pointer)
    if not value and pointer.endswith("/text"):
        yield _at("must be more than 0 characters", pointer)


def _count(kind: str, field: str, value: object, pointer: str) -> Iterator[str]:
    fewest_and_most = rules.FEWEST_AND_MOST.get((kind, field))
    if fewest_and_most is None:
        return
    fewest, most = fewest_and_most
    if len(items(value)) < fewest:
        yield _at(f"no fewer than {fewest} items allowed", pointer)
    if len(items(value)) > most:
        yield _at(f"no more than {most} items allowed", pointer)


def _kinds_inside(kind: str, field: str, value: object, pointer: str) -> Iterator[str]:
    allowed = rules.ALLOWED_INSIDE.get((kind, field))
    if allowed is None:
        return
    for part in items(value) if isinstance(value, list) else [value]:
        inner = an_object(part).get("type")
        if inner not in allowed:
            yield _at(f"unsupported type: {inner}", pointer)


def _table(table: JSONObject, pointer: str) -> Iterator[str]:
    if table.get("type") not in {"table", "data_table"}:
        return
    rows = [items(row) for row in items(table.get("rows"))]
    if any(len(row) > rules.TABLE_CELLS for row in rows):
        yield _at(f"no more than {rules.TABLE_CELLS} items allowed", f"{pointer}/rows")
    if table["type"] == "data_table" and len({len(row) for row in rows}) > 1:
        yield _at("all rows must have the same number of cells", f"{pointer}/rows")
    if sum(len(text_of(part.get("text"))) for part in walk(rows)) > rules.TABLE_TEXT:
        yield _at(f"no more than {rules.TABLE_TEXT} characters allowed", f"{pointer}/rows")
    for row in rows:
        for cell in row:
            if an_object(cell).get("type") not in {"raw_text", "rich_text", "raw_number"}:
                yield _at("unsupported cell type", f"{pointer}/rows")
