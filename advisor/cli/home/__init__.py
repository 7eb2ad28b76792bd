"""Commands about a home and a site."""
