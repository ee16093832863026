"""The dossier of a cluster: roles, what holds it together, and its innocent explanations."""
