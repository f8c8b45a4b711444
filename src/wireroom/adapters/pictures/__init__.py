"""Outlets' pictures: fetched under guard, made anew in a process of their own, kept on disk."""
