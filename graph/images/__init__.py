"""Pictures that look nearly alike."""
