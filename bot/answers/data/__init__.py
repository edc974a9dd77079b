"""What is stored: brought in, logged, disputed, shown, verified and forgotten."""
