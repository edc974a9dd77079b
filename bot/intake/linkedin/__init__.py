"""LinkedIn's personal data export: one small importer a file."""
