"""The cleaner's parts: rules, site profiles, lines, the region of the speech, repairs, line breaks."""
