"""Read a chat with chat-miner; run by the benchmark in an environment of its own."""

import json
import logging
import sys
import time

from chatminer.chatparsers import TelegramJsonParser, WhatsAppParser

PARSERS = {"whatsapp": WhatsAppParser, "telegram": TelegramJsonParser}


def main() -> None:
    """Print how long the parser took and how many messages it gave, as JSON."""
    logging.disable(logging.CRITICAL)
    kind, path = sys.argv[1:]
    begun = time.perf_counter()
    parser = PARSERS[kind](path)
    parser.parse_file()
    messages = parser.parsed_messages.get_df()
    print(json.dumps({"seconds": time.perf_counter() - begun, "messages": len(messages)}))


main()
