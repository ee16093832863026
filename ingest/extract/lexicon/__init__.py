"""Words that mean more than they say, and words that announce a contact detail."""
