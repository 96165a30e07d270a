"""Which sentences speak of a topic, in its own words or in others."""
