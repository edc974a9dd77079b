"""Which links lead to a LinkedIn post, and which of them lead to the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.data.channel_links import posts_in

NUMBER = "7204001112223334445"
FORMS = (
    f"https://www.linkedin.com/posts/ana-ruiz_a-post-activity-{NUMBER}-aBcD?utm_source=share",
    f"https://www.linkedin.com/posts/ana-ruiz_other-words-activity-{NUMBER}-aBcD/",
    f"https://de.linkedin.com/feed/update/urn:li:activity:{NUMBER}",
    f"http://linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{NUMBER}/?commentUrn=urn:li:comment:9",
    f"https://LinkedIn.com/FEED/update/URN:LI:Activity:{NUMBER}#top",
)


def test_all_forms_of_a_link_name_the_same_post() -> None:
    assert posts_in(FORMS) == (f"activity:{NUMBER}",)


@pytest.mark.parametrize(
    ("link", "name"),
    [
        (f"https://www.linkedin.com/posts/acme_x-ugcPost-{NUMBER}-q", f"ugcpost:{NUMBER}"),
        (f"https://www.linkedin.com/feed/update/urn:li:share:{NUMBER}", f"share:{NUMBER}"),
        ("https://lnkd.in/p/dQ-w4_9?trk=x", "lnkd.in:dQ-w4_9"),
    ],
)
def test_posts_of_other_kinds_are_told_apart(link: str, name: str) -> None:
    assert posts_in([link]) == (name,)


@pytest.mark.parametrize(
    "link",
    [
        "https://lnkd.in/dQw4w9Wg",
        "https://www.linkedin.com/in/ana-ruiz",
        "https://www.linkedin.com/company/acme/posts/",
        "https://www.linkedin.com/jobs/view/activity-12",
        f"https://linkedin.com.evil.example/feed/update/urn:li:activity:{NUMBER}",
        f"https://linkedin.com@evil.example/feed/update/urn:li:activity:{NUMBER}",
        f"https://evil.example/?to=https://linkedin.com/feed/update/urn:li:activity:{NUMBER}",
        f"https://notlinkedin.com/feed/update/urn:li:activity:{NUMBER}",
        "https://[bad",
        "",
    ],
)
def test_other_links_are_left_alone(link: str) -> None:
    assert posts_in([link]) == ()


@given(st.lists(st.text(max_size=40)))
def test_whatever_is_sent_is_read_without_an_error(links: list[str]) -> None:
    assert posts_in([*links, FORMS[0]])[-1] == f"activity:{NUMBER}"
