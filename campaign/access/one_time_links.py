"""One-time links: each opens one thing, once, for a while; of many uses at the same moment one succeeds."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from sqlalchemy import Update, select, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from campaign import tokens
from campaign.audit import Act
from campaign.db import insert
from campaign.models import OneTimeLink, Purpose, User

BY_MAIL = timedelta(minutes=10)
BY_CONSOLE = timedelta(hours=24)
MOST_WRONG = 5


def new(  # noqa: PLR0913 - the columns of a row
    work: Act,
    purpose: Purpose,
    *,
    secret: str,
    life: timedelta,
    user: User | None = None,
    address: str = "",
    asked: str = "",
    way: str = "link",
) -> OneTimeLink:
    """A new link. ``asked``: the key of the browser that asked for it; elsewhere it wants the code of that key."""
    seed = secrets.token_hex(16)
    link = OneTimeLink(
        purpose=purpose,
        seed=seed,
        digest=tokens.digest(tokens.derived(secret, "link", seed)),
        user_id=user.id if user else None,
        address=address,
        way=way,
        browser=tokens.digest(asked) if asked else "",
        code=_code_digest(seed, tokens.code(asked)) if asked else "",
        created_at=work.now,
        expires_at=work.now + life,
    )
    work.session.add(link)
    work.session.flush()
    return link


def token_of(link: OneTimeLink, secret: str) -> str:
    """What stands in the address; only who has both the database and the secret can say it."""
    return tokens.derived(secret, "link", link.seed)


def find(session: Session, token: str, *purposes: Purpose, now: datetime) -> OneTimeLink | None:
    """The link, if it still opens something."""
    return session.scalars(
        select(OneTimeLink).where(
            OneTimeLink.digest == tokens.digest(token),
            OneTimeLink.purpose.in_(purposes),
            OneTimeLink.used_at.is_(None),
            OneTimeLink.expires_at > now,
            OneTimeLink.wrong < MOST_WRONG,
        )
    ).one_or_none()


def spend(work: Act, key: str, purpose: Purpose, *, life: timedelta) -> bool:
    """Use up a key that nobody stored before; whether this was the first time."""
    values = {"seed": "", "address": "", "way": "", "browser": "", "code": "", "wrong": 0, "user_id": None}
    row = insert(work.session, OneTimeLink.__table__).values(  # type: ignore[arg-type]
        **values,
        purpose=purpose,
        digest=tokens.digest(f"{purpose} {key}"),
        created_at=work.now,
        expires_at=work.now + life,
        used_at=work.now,
    )
    first = row.on_conflict_do_nothing(index_elements=["digest"]).returning(OneTimeLink.id)
    return work.session.scalar(first) is not None


def is_from(link: OneTimeLink, asked: str) -> bool:
    """Whether the browser that holds this key asked for the link; a link from the console asks for no browser."""
    return not link.browser or link.browser == tokens.digest(asked)


def use(work: Act, link: OneTimeLink, *, asked: str = "", code: str = "") -> bool:
    """Use the link up, if the browser or the code is right."""
    if not is_from(link, asked) and not (
        count_wrong(work.session, link) and link.code == _code_digest(link.seed, code)
    ):
        return False
    return _is_one(work.session, _open(link, now=work.now).values(used_at=work.now))


def count_wrong(session: Session, link: OneTimeLink) -> bool:
    """Count one guess before it is looked at; whether there was one left."""
    left = update(OneTimeLink).where(OneTimeLink.id == link.id, OneTimeLink.wrong < MOST_WRONG)
    return _is_one(session, left.values(wrong=OneTimeLink.wrong + 1))


def _open(link: OneTimeLink, *, now: datetime) -> Update:
    unused = (OneTimeLink.id == link.id, OneTimeLink.used_at.is_(None), OneTimeLink.expires_at > now)
    return update(OneTimeLink).where(*unused)


def _is_one(session: Session, statement: Update) -> bool:
    result = session.execute(statement, execution_options={"synchronize_session": False})
    return isinstance(result, CursorResult) and result.rowcount == 1


def _code_digest(seed: str, code: str) -> str:
    return tokens.digest(f"{seed}:{''.join(code.split())}")
