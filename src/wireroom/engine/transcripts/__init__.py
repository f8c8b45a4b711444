"""Transcripts of recordings as text that reads: from captions and their like to paragraphs."""
