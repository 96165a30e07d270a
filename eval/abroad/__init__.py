"""Short made-up documents in ten languages, and questions that are asked in another language than theirs."""
