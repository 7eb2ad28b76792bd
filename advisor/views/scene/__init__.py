"""One way to say what a chart shows: frozen marks, laid out without a window, drawn on screen and as SVG."""
