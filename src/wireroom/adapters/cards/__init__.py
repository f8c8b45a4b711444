"""Cards: a headline as a picture for those who share its page, drawn in a process of its own."""
