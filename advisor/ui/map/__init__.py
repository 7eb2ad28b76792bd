"""The map: a page of our own with plotly.js, and the bridge to it."""
