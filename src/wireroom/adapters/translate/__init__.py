"""Translators: a LibreTranslate-compatible service, or Argos packages in a folder."""
