"""The vocabulary: small frozen types that every other package speaks in. It imports no other package."""
