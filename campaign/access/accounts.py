"""The people of the desk: inviting, changing, disabling them. What takes a right away ends their sessions at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, selectinload

from campaign.access import authenticator, one_time_links, passwords, sessions, throttle
from campaign.access.signin import Post, address_key, send
from campaign.audit import Act, Author, differing
from campaign.config import SignIn as Settings
from campaign.errors import Conflict, InvalidInput, NotFound
from campaign.models import AccountMail, Group, OneTimeLink, Purpose, RecoveryCode, Role, SignIn, User

KEPT = timedelta(days=90)
CONSOLE = Author("campaign admin")


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
    work: Act, *, name: str, address: str, role: Role, group_ids: Iterable[int] | None = None, language: str = "vi"
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
        groups=_groups(work.session, group_ids),
        created_at=work.now,
        created_by=work.by.name,
    )
    try:
        with work.session.begin_nested():
            work.session.add(user)
    except IntegrityError:
        raise Conflict("Đã có người dùng với địa chỉ {address}.", address=address) from None
    work.record("create", user, {}, {"address": address, **_rights(user)})
    return user


def invite(work: Act, user: User, *, post: Post) -> None:
    """Tell a new person that the desk is open; the mail holds no key, only where to ask for one."""
    send(work, "invitation", user, post=post, by=work.by.name)


def change(work: Act, user: User, *, name: str, role: Role, group_ids: Iterable[int] | None) -> None:
    """Another name, role or limit; with another right the person signs in anew. ``user.groups`` is loaded."""
    limit = _groups(work.session, group_ids)
    before, old_name = _rights(user), user.name
    user.name, user.role, user.is_limited, user.groups = name, role, group_ids is not None, limit
    if before != _rights(user):
        _leave_one(work.session)
        sessions.end(work, user.id)
    old, new = differing({"name": old_name, **before}, {"name": name, **_rights(user)})
    if new:
        work.record("edit", user, old, new)


def disable(work: Act, user: User) -> None:
    if user.disabled_at is None:
        user.disabled_at, user.disabled_by = work.now, work.by.name
        _leave_one(work.session)
        work.record("disable", user, {}, {})
    sessions.end(work, user.id)
    _void_links(work, user)


def enable(work: Act, user: User) -> None:
    if user.disabled_at:
        user.disabled_at, user.disabled_by = None, ""
        work.record("enable", user, {}, {})


def set_password(work: Act, user: User, password: str, *, post: Post, words: Iterable[str]) -> None:
    """A new password, or none any more (""). All sessions end, and the person is told by mail."""
    if password:
        passwords.check(password, words=(*words, user.name, user.address))
    user.password_hash = passwords.hashed(password) if password else None
    user.password_at = work.now
    sessions.end(work, user.id)
    _void_links(work, user)
    send(work, "password", user, post=post)
    work.record("set password" if password else "drop password", user, {}, {})


def start_authenticator(user: User) -> None:
    """A new secret for the app, worth nothing until a code of it was typed in."""
    if user.has_second_factor:
        raise InvalidInput("Xác thực hai bước đang bật; hãy tắt trước khi thiết lập lại.")
    user.totp_salt = authenticator.new_salt()


def confirm_authenticator(work: Act, user: User, code: str, *, post: Post) -> list[str]:
    """The app works: from now on it is asked for. Returns the recovery codes, which are shown this once."""
    if user.totp_salt is None or not authenticator.accept(work, user, post.secret, code):
        raise InvalidInput("Mã này chưa đúng; hãy nhập mã đang hiện trong ứng dụng.")
    user.totp_confirmed_at = work.now
    work.record("add authenticator", user, {}, {})
    send(work, "authenticator", user, post=post)
    return authenticator.new_codes(work.session, user, post.secret)


def drop_authenticator(work: Act, user: User, *, post: Post) -> None:
    """No second factor any more; by the person, or by an administrator when the phone is lost."""
    user.totp_salt = user.totp_confirmed_at = None
    work.session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    work.record("drop authenticator", user, {}, {})
    send(work, "authenticator", user, post=post, by="" if work.by.user_id == user.id else work.by.name)


def administrator_link(work: Act, *, address: str, secret: str) -> str:
    """The token of a link with which a person becomes an administrator; "" lets the person say the address."""
    link = one_time_links.new(
        work, Purpose.ADMINISTRATOR, secret=secret, address=address, way="console", life=one_time_links.BY_CONSOLE
    )
    return one_time_links.token_of(link, secret)


def become_administrator(work: Act, *, name: str, address: str) -> User:
    """The person with this address, known or new, as an administrator who may sign in."""
    work = replace(work, by=CONSOLE)
    user = work.session.scalars(select(User).where(User.address_key == address_key(address))).one_or_none()
    if user is None:
        return make(work, name=name, address=address, role=Role.ADMINISTRATOR)
    sessions.end(work, user.id)
    old = {"role": user.role.name}
    user.name, user.role, user.is_limited = name or user.name, Role.ADMINISTRATOR, False
    enable(work, user)
    work.record("edit", user, old, {"role": user.role.name})
    return user


def tidy(session: Session, *, now: datetime) -> None:
    """Forget what nobody needs any more: old links, mails and counts of tries."""
    throttle.tidy(session, now=now)
    session.execute(delete(AccountMail).where(AccountMail.settled_at < now - KEPT))
    passing = OneTimeLink.purpose.in_([Purpose.FORM, Purpose.PROVIDER]) & (OneTimeLink.expires_at < now)
    session.execute(delete(OneTimeLink).where((OneTimeLink.expires_at < now - KEPT) | passing))


def _rights(user: User) -> dict[str, object]:
    """What the audit log keeps of a person's rights; ``user.groups`` is loaded."""
    groups = sorted(group.name for group in user.groups) if user.is_limited else None
    return {"role": Role(user.role).name, "groups": groups}


def _groups(session: Session, group_ids: Iterable[int] | None) -> list[Group]:
    return list(session.scalars(select(Group).where(Group.id.in_(list(group_ids or ())))))


def _leave_one(session: Session) -> None:
    """Raises ``InvalidInput`` when nobody would be left to let others in."""
    session.flush()
    left = select(func.count()).where(User.role == Role.ADMINISTRATOR, User.disabled_at.is_(None))
    if not session.scalar(left):
        raise InvalidInput("Phải còn ít nhất một quản trị viên đang hoạt động.")


def _void_links(work: Act, user: User) -> None:
    """A mail that is still on its way opens nothing."""
    theirs = (OneTimeLink.user_id == user.id, OneTimeLink.used_at.is_(None))
    work.session.execute(update(OneTimeLink).where(*theirs).values(used_at=work.now))
