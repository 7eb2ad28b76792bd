"""Every chart of a study by its name, for those who ask for one without a window."""
