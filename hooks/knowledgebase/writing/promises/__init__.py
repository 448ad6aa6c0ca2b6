"""An address given out once works for ever: what became of each, and what stands there today."""
