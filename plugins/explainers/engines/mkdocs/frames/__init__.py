"""Record pages, written by us in a frame that is cut from the theme's own rendering."""
