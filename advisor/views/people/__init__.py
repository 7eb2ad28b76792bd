"""What the people of a study want, apart and together: figures, sentences, charts."""
