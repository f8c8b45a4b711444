"""The stages, one small file each, and the loop that turns them."""
