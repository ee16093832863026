"""Numbers of permits, rings, chips, parcels, plates and companies."""
