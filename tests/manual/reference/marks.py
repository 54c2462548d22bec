"""What a made page says of itself."""

MADE = "<!-- Made from the code by `make reference`: edit the code. -->"
