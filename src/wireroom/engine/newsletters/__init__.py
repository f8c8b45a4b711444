"""Newsletters: from an e-mail to an issue, which is one text or a list of links."""
