"""Speeches and their rows out to an annotation tool (doccano, Label Studio), and corrected ones back as gold."""
