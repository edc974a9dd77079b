"""What the hostile files share: a planted word, and how the made ones are collected."""

from collections.abc import Callable

PLANTED = "Zanzibarovich"
"""A word in the files, which no sentence and no log may tell."""

POST = "https://www.linkedin.com/feed/update/urn:li:activity:7"
HEADER = "Date,Link,Message\n"
ROW = f"2026-01-01 10:00:00,{POST},{PLANTED}\n"
COMMENTS = HEADER + ROW

Made = tuple[str, bytes]
"""A file: the name under which it is sent, and its content."""

Maker = Callable[[], Made]


class Makers(dict[str, Maker]):
    """Functions that make hostile files, the same at every time, by their names."""

    def __call__(self, maker: Maker) -> Maker:
        self[maker.__name__] = maker
        return maker
