"""Messages that only one browser can read (RFC 8291, in the aes128gcm coding of RFC 8188)."""

import os
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from wireroom.engine.errors import BadInput

# A push service takes 4096 bytes of body at least (RFC 8030, 7.2): 86 of head, 17 of end.
MOST_BYTES: Final = 3993
_RECORD: Final = 4096
_POINT: Final = 65  # an uncompressed point of P-256
_AUTH: Final = 16


@dataclass(frozen=True, slots=True)
class Keys:
    """What a browser gave to lock its messages with: its public key, and a secret."""

    point: bytes
    auth: bytes


def read_keys(p256dh: str, auth: str) -> Keys:
    """Return the keys as a browser writes them (base64url). Raises BadInput."""
    try:
        keys = Keys(decode(p256dh), decode(auth))
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), keys.point)
    except ValueError as error:
        raise BadInput("these are no keys of a browser") from error
    if len(keys.point) != _POINT or len(keys.auth) != _AUTH:
        raise BadInput("these are no keys of a browser")
    return keys


def lock(message: bytes, keys: Keys) -> bytes:
    """Return the body of a push message. Raises BadInput for a message over MOST_BYTES."""
    if len(message) > MOST_BYTES:
        raise BadInput(f"a push message has at most {MOST_BYTES} bytes")
    own, salt = ec.generate_private_key(ec.SECP256R1()), os.urandom(16)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), keys.point)
    point = point_of(own.public_key())
    about = b"WebPush: info\0" + keys.point + point
    secret = _derive(own.exchange(ec.ECDH(), theirs), salt=keys.auth, about=about, length=32)
    key = _derive(secret, salt=salt, about=b"Content-Encoding: aes128gcm\0", length=16)
    nonce = _derive(secret, salt=salt, about=b"Content-Encoding: nonce\0", length=12)
    locked = AESGCM(key).encrypt(nonce, message + b"\x02", None)  # 2 ends the last record
    return salt + _RECORD.to_bytes(4, "big") + bytes([len(point)]) + point + locked


def point_of(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return a public key as its uncompressed point."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def encode(value: bytes) -> str:
    """Return bytes as base64url without padding (RFC 7515, 2)."""
    return urlsafe_b64encode(value).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Return the bytes of base64url, padded or not. Raises ValueError."""
    bare = text.rstrip("=")
    return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))


def _derive(secret: bytes, *, salt: bytes, about: bytes, length: int) -> bytes:
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=about).derive(secret)
