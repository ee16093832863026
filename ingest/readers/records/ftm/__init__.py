"""Entities of FollowTheMoney, as Aleph and its kin write them."""
