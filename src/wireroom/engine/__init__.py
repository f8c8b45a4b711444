"""The pure engine: bytes and values in, values out; no Django, socket, clock or environment."""
