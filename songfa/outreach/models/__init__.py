"""Plans and their tasks; events and materials."""
