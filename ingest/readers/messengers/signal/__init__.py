"""Chats of Signal, as `signal-export` writes them."""
