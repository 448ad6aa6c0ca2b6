"""What a script says when Ctrl-C stops it, also while it is still being imported: a sentence in place of a traceback.

Imports nothing but `sys`, so that it is there before all the rest.
"""

import sys

STOPPED = "Stopped before the end. Run it again to start over."


def end_plainly(kind, error, trace):
    """What Python is to do with an error that nobody caught; set as sys.excepthook."""
    if not issubclass(kind, KeyboardInterrupt):
        return sys.__excepthook__(kind, error, trace)
    print(STOPPED, file=sys.stderr, flush=True)
    sys.exit(1)
