"""Names and numbers in messengers and social media."""
