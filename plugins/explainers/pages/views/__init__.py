"""What each page shows, worked out before its template prints it."""
