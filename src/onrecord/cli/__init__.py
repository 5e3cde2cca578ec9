"""The command line: a thin skin over the library, one command a file, no rule of language or comparison in it."""
