"""A plan document that was read: records only."""
