"""What stands on each page, worked out before its template prints it."""
