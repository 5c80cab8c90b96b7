"""Passwords: Argon2id (argon2-cffi), and which ones are too easy to guess (zxcvbn's lists, and the agency's own words).

No rule about digits and signs: length and rarity are what counts (NIST SP 800-63B, section 5.1.1.2). A password is
composed to NFC first, so that every keyboard types the same one.
"""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterable

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from campaign.dates.written import plain
from campaign.errors import InvalidInput

SHORTEST, LONGEST = 12, 256
SAFE_SCORE = 3
LONGEST_GUESS = 72  # what zxcvbn looks at
FEWEST_OF_ITS_OWN = 8
"""Letters and digits beside the names that everybody knows."""
WORDS = ("matkhau", "mật khẩu", "congvan", "cong van", "kehoach", "ke hoach", "vietnam", "hanoi", "campaign")

HASHER = PasswordHasher(time_cost=2, memory_cost=32 * 1024, parallelism=1)
NOBODY = HASHER.hash("who does not exist needs as long to be refused")
# Each hash takes 32 MiB: a crowd that signs in must not take all memory.
AT_ONCE = threading.BoundedSemaphore(2)


def hashed(password: str) -> str:
    with AT_ONCE:
        return HASHER.hash(unicodedata.normalize("NFC", password))


def fits(known: str | None, password: str) -> bool:
    """Whether it is the password; it takes the same time where there is none to compare."""
    with AT_ONCE:
        try:
            return HASHER.verify(known or NOBODY, unicodedata.normalize("NFC", password[:LONGEST])) and bool(known)
        except (Argon2Error, InvalidHashError):
            return False


def is_outdated(known: str) -> bool:
    """Whether the hash was made with weaker parameters than today's."""
    return HASHER.check_needs_rehash(known)


def check(password: str, *, words: Iterable[str] = ()) -> None:
    """Raises ``InvalidInput`` for a password that is too short, too long or easy to guess.

    ``words``: what an attacker would try first, such as the names of the agency and of the person.
    """
    text = unicodedata.normalize("NFC", password)
    if len(text) < SHORTEST:
        raise InvalidInput("Mật khẩu cần ít nhất {least} ký tự.", least=SHORTEST)
    if len(text) > LONGEST:
        raise InvalidInput("Mật khẩu dài nhất {most} ký tự.", most=LONGEST)
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take 13 MB, and passwords are set seldom

    words = list(words)
    if len(_without(words, text)) < FEWEST_OF_ITS_OWN:
        raise InvalidInput(
            "Mật khẩu này là tên của cơ quan hoặc của đồng chí; hãy ghép vài từ không liên quan đến nhau."
        )
    known = [*WORDS, *words, *(part for word in words for part in word.split())]
    if zxcvbn(text[:LONGEST_GUESS], user_inputs=known)["score"] < SAFE_SCORE:
        raise InvalidInput("Mật khẩu này dễ đoán; hãy ghép vài từ không liên quan đến nhau.")


def _without(names: Iterable[str], password: str) -> str:
    """The letters and digits of a password, without marks, case, spaces and any two words of these names in a row."""
    bare = _bare(password)
    runs: set[str] = set()
    for name in names:
        words = name.replace("@", " ").split()
        runs |= {
            _bare("".join(words[first:last]))
            for first in range(len(words))
            for last in range(min(first + 2, len(words)), len(words) + 1)
        }
    for run in sorted(filter(None, runs), key=len, reverse=True):
        bare = bare.replace(run, "")
    return bare


def _bare(text: str) -> str:
    return "".join(letter for letter in plain(text) if letter.isalnum())
