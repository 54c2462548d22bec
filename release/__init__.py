"""What makes a release: see `release/dist.py`."""
