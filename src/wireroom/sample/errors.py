"""The sample's own error: content that cannot be used."""


class BadContent(ValueError):  # noqa: N818 - reads as what it is
    """A content file has a fault; the message names file, report and what to write instead."""
