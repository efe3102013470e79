"""What this room holds of people: whom to ask for at a resource of the area, who is no citizen of the register there."""

from satupintu.work.partners.models import Resource

CLAIMS = ()
UNLINKED = {
    Resource: "a contact of a body or group that helps, published by its own consent; no record of the register"
}
"""What holds people's data and leads to no one person: why."""
