"""What reader apps ask, in the way of Google Reader, which they all speak."""
