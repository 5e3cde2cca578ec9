"""How many pairs comparing judges a second, and what one more document costs in a small record and in a large one."""


def print_speed(documents: int) -> None:
    """Print both."""
    print(documents)
