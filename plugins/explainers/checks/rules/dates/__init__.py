"""Rules about dates and stretches of time."""
