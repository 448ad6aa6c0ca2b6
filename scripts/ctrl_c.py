"""What a script says when Ctrl-C stops it, also while it is still being imported: a sentence in place of a traceback.

Scripts import it before all the rest, and it imports nothing but `sys`: only while Python itself starts is nobody there.
"""

import sys

STOPPED = "Stopped before the end. Run it again to start over."


def end_plainly(kind, error, trace):
    """What Python does with an error that nobody caught."""
    if not issubclass(kind, KeyboardInterrupt):
        return sys.__excepthook__(kind, error, trace)
    print(STOPPED, file=sys.stderr, flush=True)
    sys.exit(1)


sys.excepthook = end_plainly
