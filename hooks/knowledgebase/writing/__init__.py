"""The model onto paper: pages as finished HTML, citations as printed, files for other programs."""
