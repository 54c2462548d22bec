"""What is done to a page after its theme has rendered it: policy, data, search, sitemap."""
