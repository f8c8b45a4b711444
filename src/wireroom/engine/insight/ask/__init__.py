"""A free question answered by the sentences of a story that answer it, or by none."""
