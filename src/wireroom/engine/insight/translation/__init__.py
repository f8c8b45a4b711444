"""What a machine's translation of a report has to keep of it, sentence by sentence."""
