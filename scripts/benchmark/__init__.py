"""What scripts/bench.py is made of: an invented workload, honest timing, the builds that are compared, the tables."""
