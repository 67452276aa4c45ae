"""What the front-end itself remembers, what people want of it, and what is kept between sessions."""
