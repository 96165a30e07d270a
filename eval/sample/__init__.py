"""The sample collection that ships: briefing notes written for this project, and gold questions on them."""
