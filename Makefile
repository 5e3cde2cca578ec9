# Short names for what contributors type. PYTHON is the environment of CONTRIBUTING.md unless you say otherwise.
PYTHON ?= .venv-dev/bin/python

.PHONY: screenshots
screenshots:  ## the pictures of the web application in docs/images
	$(PYTHON) docs/take_screenshots.py
