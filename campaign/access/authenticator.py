"""The second factor: six digits from an app on the phone (TOTP, RFC 6238, by PyOTP), or a code on paper.

The app's secret is not stored: it comes from the configuration's secret and the person's salt.
"""

from __future__ import annotations

import base64
import secrets
from datetime import timedelta

import pyotp
from sqlalchemy import delete, update
from sqlalchemy.engine import CursorResult
from sqlalchemy.orm import Session

from campaign import tokens
from campaign.audit import Act
from campaign.models import RecoveryCode, User

STEP = 30
DRIFT = (0, -1, 1)
CODES = 10
GROUPS, GROUP = 4, 4


def new_salt() -> str:
    return secrets.token_hex(16)


def shared_secret(secret: str, user: User) -> str:
    """What app and server share, in base 32."""
    return base64.b32encode(tokens.mac(secret, "totp", f"{user.id}:{user.totp_salt}")[:20]).decode("ascii")


def address(secret: str, user: User, issuer: str) -> str:
    """The address that the QR code holds for the app."""
    return pyotp.TOTP(shared_secret(secret, user), interval=STEP).provisioning_uri(
        name=user.address, issuer_name=issuer
    )


def accept(work: Act, user: User, secret: str, code: str) -> bool:
    """Whether this is a code of now that was not used before. The row decides: of twenty equal tries one is right."""
    totp = pyotp.TOTP(shared_secret(secret, user), interval=STEP)
    digits = "".join(code.split())
    for drift in DRIFT:
        at = work.now + timedelta(seconds=drift * STEP)
        if digits.isascii() and pyotp.utils.strings_equal(totp.at(at), digits):
            step = int(at.timestamp()) // STEP
            return _is_one(
                work.session.execute(
                    update(User).where(User.id == user.id, User.totp_step < step).values(totp_step=step),
                    execution_options={"synchronize_session": False},
                )
            )
    return False


def new_codes(session: Session, user: User, secret: str) -> list[str]:
    """Ten fresh recovery codes, shown this once; the former ones are worth nothing any more."""
    session.execute(delete(RecoveryCode).where(RecoveryCode.user_id == user.id))
    codes = [_code() for _ in range(CODES)]
    session.add_all(RecoveryCode(user_id=user.id, digest=_digest(secret, user, code)) for code in codes)
    return codes


def redeem(work: Act, user: User, secret: str, code: str) -> bool:
    """Whether this is an unused recovery code; it is used up by this."""
    mine = (RecoveryCode.user_id == user.id, RecoveryCode.digest == _digest(secret, user, code))
    return _is_one(
        work.session.execute(update(RecoveryCode).where(*mine, RecoveryCode.used_at.is_(None)).values(used_at=work.now))
    )


def _code() -> str:
    text = base64.b32encode(secrets.token_bytes(GROUPS * GROUP * 5 // 8)).decode("ascii").lower()
    return "-".join(text[place : place + GROUP] for place in range(0, GROUPS * GROUP, GROUP))


def _digest(secret: str, user: User, code: str) -> str:
    plain = "".join(character for character in code.lower() if character.isalnum())
    return tokens.mac(secret, "recovery", f"{user.id}:{plain}").hex()


def _is_one(result: object) -> bool:
    return isinstance(result, CursorResult) and result.rowcount == 1
