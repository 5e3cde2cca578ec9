"""What holds for all tests: a property takes as long as the machine needs, whatever else runs beside it."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
