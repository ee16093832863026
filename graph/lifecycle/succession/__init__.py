"""Succession: who may carry on from whom that is not seen any more, accounts and groups."""
