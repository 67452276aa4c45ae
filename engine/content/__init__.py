"""What designers write: the model of it, how it is read, where it is found."""
