"""`python -m onrecord` is the command line, for where scripts are not on the path."""

from onrecord.cli.main import main

if __name__ == "__main__":
    main()
