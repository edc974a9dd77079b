"""As much of curl as the API's page uses: posts what follows -d, with headers, and prints."""

import argparse
import sys
from urllib.request import Request, urlopen

reader = argparse.ArgumentParser()
reader.add_argument("url")
reader.add_argument("-sS", action="store_true")
reader.add_argument("-H", action="append", default=[])
reader.add_argument("-d")
told = reader.parse_args()

headers = dict(header.split(": ", 1) for header in told.H)
with urlopen(Request(told.url, told.d.encode(), headers)) as answer:  # noqa: S310 - a test's bot
    sys.stdout.write(answer.read().decode())
