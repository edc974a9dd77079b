"""Sales Navigator: what each seat did, one by one or as totals."""
