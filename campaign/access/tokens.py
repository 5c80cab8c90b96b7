"""Secret keys of links and sessions: random, long, shown once; the database knows only their SHA-256.

A key of 256 random bits needs no slow hash, and looking it up by its hash gives a clock nothing to measure.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

LENGTH = 32


def fresh() -> str:
    """A new random key; ASCII, safe in an address and in a cookie."""
    return secrets.token_urlsafe(LENGTH)


def digest(key: str) -> str:
    """Under which name the database knows the key."""
    return hashlib.sha256(key.encode()).hexdigest()


def derived(secret: str, purpose: str, seed: str) -> str:
    """The key of a stored ``seed``: whoever has the database alone, or the secret alone, cannot make it."""
    return base64.urlsafe_b64encode(mac(secret, purpose, seed)).rstrip(b"=").decode("ascii")


def mac(secret: str, purpose: str, seed: str) -> bytes:
    """HMAC-SHA-256 of the seed, for one purpose."""
    return hmac.digest(secret.encode(), f"campaign.{purpose}\0{seed}".encode(), "sha256")


def code(key: str) -> str:
    """The six digits that stand for a key on a screen; they say nothing about it."""
    return f"{int.from_bytes(hashlib.sha256(b'campaign.code' + key.encode()).digest()[:8]) % 10**6:06}"
