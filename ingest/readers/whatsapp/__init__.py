"""Chats that WhatsApp exported as text, from an iPhone or from Android."""

from ingest.readers.whatsapp.reader import read_whatsapp

__all__ = ["read_whatsapp"]
