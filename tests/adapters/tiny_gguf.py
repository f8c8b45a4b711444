"""A language model of 100 KB that a test makes: weights that only prefer some bytes to others.

Every token leads to the same state, so that what is preferred most, of what a server's grammar
allows, is written: "{" and then "}". The file is GGUF, version 3.
"""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

_SIZE: Final = 32
_CONTEXT: Final = 8192
_UINT32, _FLOAT32, _STRING, _ARRAY, _INT32 = 4, 6, 8, 9, 5
_UNKNOWN, _CONTROL, _BYTE = 2, 3, 6
_ALIGNED: Final = 32
_VOCABULARY: Final = ("<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)))
_FIRST_BYTE: Final = 3
_END: Final = 2


def write_tiny_model(path: Path) -> None:
    """Write the model's file."""
    facts, tensors = _facts(), _tensors()
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(facts)) + b"".join(facts)
    offset, pieces = 0, b""
    for name, values in tensors.items():
        shape = values.shape[::-1]
        head += _text(name) + struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        head += struct.pack("<IQ", 0, offset)
        pieces += _padded(values.tobytes())
        offset = len(pieces)
    path.write_bytes(_padded(head) + pieces)


def _facts() -> list[bytes]:
    numbers = {
        "llama.context_length": _CONTEXT, "llama.embedding_length": _SIZE,
        "llama.block_count": 1, "llama.feed_forward_length": _SIZE,
        "llama.attention.head_count": 2, "llama.attention.head_count_kv": 2,
        "llama.rope.dimension_count": _SIZE // 2, "llama.vocab_size": len(_VOCABULARY),
        "tokenizer.ggml.bos_token_id": 1, "tokenizer.ggml.eos_token_id": _END,
        "tokenizer.ggml.unknown_token_id": 0,
    }  # fmt: skip
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *([_BYTE] * 256)]
    words = b"".join(_text(word) for word in _VOCABULARY)
    count = len(_VOCABULARY)
    scores = struct.pack(f"<{count}f", *([0.0] * count))
    return [
        _fact("general.architecture", _STRING, _text("llama")),
        _fact("tokenizer.ggml.model", _STRING, _text("llama")),
        _fact("llama.attention.layer_norm_rms_epsilon", _FLOAT32, struct.pack("<f", 1e-5)),
        *(_fact(name, _UINT32, struct.pack("<I", value)) for name, value in numbers.items()),
        _listed("tokenizer.ggml.tokens", _STRING, words),
        _listed("tokenizer.ggml.scores", _FLOAT32, scores),
        _listed("tokenizer.ggml.token_type", _INT32, struct.pack(f"<{count}i", *kinds)),
    ]


def _tensors() -> dict[str, NDArray[np.float32]]:
    ones, count = np.ones(_SIZE, np.float32), len(_VOCABULARY)
    wishes = np.zeros((count, _SIZE), np.float32)
    for rank, token in enumerate(_preferred(), start=1):
        wishes[token] = 4.0 / rank / _SIZE
    flat = {
        f"blk.0.{name}.weight": np.zeros((_SIZE, _SIZE), np.float32)
        for name in ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
    }
    return {
        "token_embd.weight": np.ones((count, _SIZE), np.float32),
        "output_norm.weight": ones,
        "output.weight": wishes,
        "blk.0.attn_norm.weight": ones,
        "blk.0.ffn_norm.weight": ones,
        **flat,
    }


def _preferred() -> Sequence[int]:
    return [_FIRST_BYTE + ord("}"), _FIRST_BYTE + ord("{"), _END]


def _fact(name: str, kind: int, value: bytes) -> bytes:
    return _text(name) + struct.pack("<I", kind) + value


def _listed(name: str, kind: int, values: bytes) -> bytes:
    return _fact(name, _ARRAY, struct.pack("<IQ", kind, len(_VOCABULARY)) + values)


def _text(text: str) -> bytes:
    return struct.pack("<Q", len(text)) + text.encode("ascii")


def _padded(piece: bytes) -> bytes:
    return piece + b"\0" * (-len(piece) % _ALIGNED)
