"""What window, page and print share: colours, faces, pictograms, fonts."""
