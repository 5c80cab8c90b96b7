"""The people of the desk: inviting, changing, disabling them. What takes a right away ends their sessions at once."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from campaign.access import authenticator, one_time_links, passwords, sessions, throttle
from campaign.access.signin import Post, address_key, send
from campaign.config import SignIn as Settings
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import AccountMail, Group, OneTimeLink, Purpose, RecoveryCode, Role, SignIn, User

KEPT = timedelta(days=90)


def all_of(session: Session) -> list[User]:
    """Everybody, those who may sign in first."""
    order = (User.disabled_at.is_not(None), User.role.desc(), User.name)
    return list(session.scalars(select(User).options(selectinload(User.groups)).order_by(*order)))


def one(session: Session, user_id: int) -> User:
    """Raises ``NotFound``."""
    found = session.scalars(select(User).where(User.id == user_id).options(selectinload(User.groups))).one_or_none()
    if found is None:
        raise NotFound("Không có người dùng này.")
    return found


def groups(session: Session) -> list[Group]:
    return list(session.scalars(select(Group).order_by(Group.name)))


def open_sessions(session: Session, user_id: int, *, settings: Settings, now: datetime) -> list[SignIn]:
    """The sessions that are open, the last used first."""
    open_ones = (SignIn.user_id == user_id, *sessions.is_open(settings, now=now))
    return list(session.scalars(select(SignIn).where(*open_ones).order_by(SignIn.seen_at.desc())))


def make(
    session: Session,
    *,
    name: str,
    address: str,
    role: Role,
    now: datetime,
    by: str,
    group_ids: Iterable[int] | None = None,
    language: str = "vi",
) -> User:
    """A new person; ``address`` as ``parse_address`` returns it, ``group_ids``: the only groups, None for all.

    Raises ``Conflict`` when somebody has this address.
    """
    user = User(
        name=name,
        address=address,
        address_key=address_key(address),
        role=role,
        language=language,
        is_limited=group_ids is not None,
        groups=_groups(session, group_ids),
        created_at=now,
        created_by=by,
    )
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError:
        raise Conflict("Đã có người dùng với địa chỉ {address}.", address=address) from None
    return user


def invite(session: Session, user: User, *, post: Post, now: datetime, by: str) -> None:
    """Tell a new person that the desk is open; the mail holds no key, only where to ask for one."""
    send(session, "invitation", user, post=post, now=now, by=by)


def change(
    session: Session, user: User, *, name: str, role: Role, group_ids: Iterable[int] | None, now: datetime, by: str
) -> None:
    """Another name, role or limit; with another right the person signs in anew. ``user.groups`` is loaded."""
    limit = _groups(session, group_ids)
    before = (user.role, user.is_limited, {group.id for group in user.groups})
    user.name, user.role, user.is_limited, user.groups = name, role, group_ids is not None, limit
    if before != (user.role, user.is_limited, {group.id for group in limit}):
        _leave_one(session)
        sessions.end(session, user.id, now=now, by=by)


def disable(session: Session, user: User, *, now: datetime, by: str) -> None:
    if user.disabled_at is None:
        user.disabled_at, user.disabled_by = now, by
        _leave_one(session)
    sessions.end(session, user.id, now=now, by=by)
    _void_links(session, user, now=now)


def enable(user: User) -> None:
    user.disabled_at, user.disabled_by = None, ""


def set_password(
    session: Session, user: User, password: str, *, post: Post, now: datetime, words: Iterable[str]
) -> None:
    """A new password, or none any more (""). All sessions end, and the person is told by mail."""
    if password:
        passwords.check(password, words=(*words, user.name, user.address))
    user.password_hash = passwords.hashed(password) if password else None
    user.password_at = now
    sessions.end(session, user.id, now=now, by=user.name)
    _void_links(session, user, now=now)
    send(session, "password", user, post=post, now=now)


def start_authenticator(user: User) -> None:
    """A new secret for the app, worth nothing until a code of it was typed in."""
    if user.has_second_factor:
        raise InvalidInput("Xác thực hai bước đang bật; hãy tắt trước khi thiết lập lại.")
    user.totp_salt = authenticator.new_salt()


def confirm_authenticator(session: Session, user: User, code: str, *, post: Post, now: datetime) -> list[str]:
    """The app works: from now on it is asked for. Returns the recovery codes, which are shown this once."""
    if user.totp_salt is None or not authenticator.accept(session, user, post.secret, code, now=now):
        raise InvalidInput("Mã này chưa đúng; hãy nhập mã đang hiện trong ứng dụng.")
    user.totp_confirmed_at = now
    send(session, "authenticator", user, post=post, now=now)
    return authenticator.new_codes(session, user, post.secret)


def drop_authenticator(session: Session, user: User, *, post: Post, now: datetime, by: str) -> None:
    """No second factor any more; by the person, or by an administrator when the telephone is lost."""
    user.totp_salt = user.totp_confirmed_at = None
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    send(session, "authenticator", user, post=post, now=now, by=by)


def administrator_link(session: Session, *, address: str, secret: str, now: datetime) -> str:
    """The token of a link with which a person becomes an administrator; "" lets the person say the address."""
    link = one_time_links.new(
        session,
        Purpose.ADMINISTRATOR,
        secret=secret,
        address=address,
        way="console",
        now=now,
        life=one_time_links.BY_CONSOLE,
    )
    return one_time_links.token_of(link, secret)


def become_administrator(session: Session, *, name: str, address: str, now: datetime) -> User:
    """The person with this address, known or new, as an administrator who may sign in."""
    user = session.scalars(select(User).where(User.address_key == address_key(address))).one_or_none()
    if user is None:
        return make(session, name=name, address=address, role=Role.ADMINISTRATOR, now=now, by="campaign admin")
    sessions.end(session, user.id, now=now, by="campaign admin")
    user.name, user.role, user.is_limited = name or user.name, Role.ADMINISTRATOR, False
    enable(user)
    return user


def tidy(session: Session, *, now: datetime) -> None:
    """Forget what nobody needs any more: old sessions, links, mails and counts."""
    throttle.tidy(session, now=now)
    session.execute(delete(AccountMail).where(AccountMail.settled_at < now - KEPT))
    session.execute(delete(OneTimeLink).where(OneTimeLink.expires_at < now - KEPT))
    session.execute(delete(SignIn).where(SignIn.seen_at < now - 4 * KEPT))


def _groups(session: Session, group_ids: Iterable[int] | None) -> list[Group]:
    return list(session.scalars(select(Group).where(Group.id.in_(list(group_ids or ())))))


def _leave_one(session: Session) -> None:
    """Raises ``InvalidInput`` when nobody would be left to let others in."""
    session.flush()
    left = select(func.count()).where(User.role == Role.ADMINISTRATOR, User.disabled_at.is_(None))
    if not session.scalar(left):
        raise InvalidInput("Phải còn ít nhất một quản trị viên đang hoạt động.")


def _void_links(session: Session, user: User, *, now: datetime) -> None:
    """A mail that is still on its way opens nothing."""
    theirs = (OneTimeLink.user_id == user.id, OneTimeLink.used_at.is_(None))
    session.execute(update(OneTimeLink).where(*theirs).values(used_at=now))
