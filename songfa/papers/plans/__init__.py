"""The reader of plan documents: lines of text -> plans, each field with the lines it came from."""
