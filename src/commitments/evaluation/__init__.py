"""What stands around the scoring: corpus, predictions, intervals, reports, agreement and floors."""
