from __future__ import annotations

import pytest
from sqlalchemy import text


@pytest.mark.parametrize("i", range(20))
def test_x(database, config, queries, now, i):
    assert config.database.url.startswith(database.url.get_backend_name())
    with queries() as seen, database.read() as s:
        s.execute(text("SELECT count(*) FROM message"))
    assert len(seen) == 1
