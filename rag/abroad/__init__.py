"""Questions and documents in other languages than English."""
