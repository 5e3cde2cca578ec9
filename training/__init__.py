"""Training of what OnRecord ships: one command a model, outside the package."""
