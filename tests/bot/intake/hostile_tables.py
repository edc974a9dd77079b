"""Hostile CSV files that are large: cells, lines and rows without end."""

from tests.bot.intake.planted import COMMENTS, HEADER, PLANTED, POST, ROW, Made, Makers

CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

hostile = Makers()


@hostile
def csv_quote_never_closed() -> Made:
    return "Comments.csv", (COMMENTS + f'2026-01-02 10:00:00,{POST},"' + ROW * 20_000).encode()


@hostile
def csv_huge_cell() -> Made:
    row = f"2026-01-02 10:00:00,{POST},{PLANTED * 100_000}\n"
    return "Comments.csv", (COMMENTS + row + ROW.replace("10:", "11:")).encode()


@hostile
def csv_huge_line() -> Made:
    return "Comments.csv", f"{PLANTED} ".encode() * 200_000


@hostile
def csv_of_commas() -> Made:
    return "Comments.csv", (COMMENTS + "," * 2_000_000).encode()


@hostile
def csv_of_very_many_columns() -> Made:
    names = ",".join(f"{PLANTED} {n}" for n in range(20_000))
    return "leads.csv", f"member,kind,{names}\n".encode()


@hostile
def csv_of_escapes() -> Made:
    return "Comments.csv", (HEADER + '2026-01-02,x,"\\"\\\\""\\\n' * 60_000).encode()


@hostile
def csv_of_figures_without_end() -> Made:
    header = "person,first_day,last_day,search_made,lead_saved\n"
    figures = ("9" * 5_000, "5", "6", "7")
    rows = (f"ada@example.org,2026-05-0{n},2026-05-0{n},{f},1\n" for n, f in enumerate(figures, 1))
    return "usage.csv", (header + "".join(rows)).encode()


@hostile
def csv_of_brackets() -> Made:
    """Make a name for which a careless pattern takes minutes."""
    return "Connections.csv", f"{CONNECTIONS}{'(' * 120_000},{PLANTED},,,,,08 Feb 2026\n".encode()


@hostile
def csv_of_titles_without_end() -> Made:
    title = "assistant to the vice president of " * 3_000
    return "Connections.csv", f"{CONNECTIONS}{PLANTED},x,,,,{title},08 Feb 2026\n".encode()


@hostile
def csv_of_dates_without_end() -> Made:
    long = "2026-01-01 " + "1" * 100_000
    return "Comments.csv", f"{HEADER}{long},{POST},{PLANTED}\n{ROW}{ROW}".encode()
