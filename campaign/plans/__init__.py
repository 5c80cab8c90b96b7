"""From a read document to a plan with duties and drafts, decided one by one."""
