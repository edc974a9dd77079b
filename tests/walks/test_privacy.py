"""Nothing that others wrote, and nobody's name, reaches the database or the log."""

import pytest

from tests.engines import Databases
from tests.walks.conftest import Someone
from tests.walks.test_newcomer import zipped

PLANTED = ("Zubrowka", "Quetzalcoatl", "xylophonist", "Fimbulwinter")
EXPORT = {
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Zubrowka,Quetzalcoatl,https://www.linkedin.com/in/zubrowka,z@example.com,Fimbulwinter,"
        "VP Sales,20 Jun 2026\n"
    ),
    "Comments.csv": "Date,Link,Message\n2026-06-20 10:00:00,https://l.example/1,A xylophonist\n",
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
        "Geo Location,Twitter Handles,Websites,Instant Messengers\n"
        "Ana,Ruiz,,,,Fimbulwinter seller,About xylophonist,,,,,,\n"
    ),
    "messages.csv": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER\n"
        '"2-a","Fimbulwinter","Ana Ruiz","https://www.linkedin.com/in/ana","Zubrowka Quetzalcoatl",'
        '"https://www.linkedin.com/in/zubrowka","2026-06-20 10:00:00 UTC",Hi,"xylophonist?",INBOX\n'
    ),
}


def test_planted_words_are_not_in_the_database_nor_the_log(
    ana: Someone, databases: Databases, capfd: pytest.CaptureFixture[str]
) -> None:
    report = ana.upload(zipped({n: c.encode() for n, c in EXPORT.items()}), "export.zip")
    ana.ask("why did my score rise?")

    stored = databases.stored(ana.stage.database_url)
    logged = "".join(capfd.readouterr())

    assert "new" in report
    assert b"Ana Ruiz" in stored
    assert [word for word in PLANTED if word.encode() in stored] == []
    assert [word for word in PLANTED if word in logged + report] == []
