"""What is put on a file: which papers are taken, where their bytes lie, what the file must hold and in which order."""
