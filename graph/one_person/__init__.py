"""One person behind two accounts: what is compared, how it weighs, and how it is said."""
