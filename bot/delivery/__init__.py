"""Messages at their time: when each is due, what is owed to whom, and sending it effectively once.

`calendar` tells when, `planner` writes down what is owed, `dispatcher` sends it through `poster`,
`nightly` scores the day that ended, and `ticker` calls them all.
"""
