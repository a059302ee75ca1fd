"""The door: where people come in or look in from outside, by a form, a code or a one-time link."""
