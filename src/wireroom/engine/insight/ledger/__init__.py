"""The quotes of a story: who said what, and which reports carry it in which words."""
