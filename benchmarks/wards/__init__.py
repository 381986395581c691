"""The ward model beside wards that are simulated patient by patient."""
