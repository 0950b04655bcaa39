"""python -m sheetsync is the command line."""

from sheetsync.cli import main

if __name__ == "__main__":
    main()
