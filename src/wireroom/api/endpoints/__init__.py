"""What can be asked for, by what it is about."""
