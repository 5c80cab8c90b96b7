"""What the application costs, as ratios to a reference on the same work in the same run.

``python -m tests.bench [feed|planning|delivery|pages|ticks …] [--db sqlite|postgresql|both] [--json]``

CPU times and ratios mean something on a busy machine, requests and letters a second much less. Both sides of a ratio
take turns, round by round, and the medians of the rounds are compared.
"""
