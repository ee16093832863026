"""Taking files in from the pages: kept until then, looked into, and asked for."""
