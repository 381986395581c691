"""Who may see and do what: tiers, identities, and how somebody is known to be who they are."""
