"""LinkedIn's post analytics: spreadsheets of the engagement received, by post and by day."""
