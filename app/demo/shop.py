"""The lawful shop: four staff accounts that share a number for good reasons."""

from __future__ import annotations

from app.demo.adverts import Advert
from app.demo.people import Account, Shown
from app.demo.town import Town

LICENCE = "Licence no. 00-DEMO-4411"
TEXTS = (
    ("Captive-bred budgerigars from our own aviary, ring numbers on request. {licence}.", 35),
    ("Fresh seed mix and cuttlebone in stock, invoice with every purchase. {licence}.", 12),
    ("Opening hours Monday to Saturday from nine to six, closed on holidays. {licence}.", 0),
    ("Cages, perches and feeders for small parrots, invoice and warranty included. {licence}.", 85),
    ("Young zebra finches hatched here in August, papers and invoice at the till. {licence}.", 25),
    ("Free nail trimming for customers on Fridays during opening hours. {licence}.", 0),
    ("Vitamin drops and millet sprays arrived today, ask our staff for advice. {licence}.", 9),
    ("We deliver feed within the city, VAT invoice by e-mail. {licence}.", 0),
)


def plant_shop(town: Town) -> list[Account]:
    """Make the shop's staff: two on Facebook, two on Instagram, one number and one address."""
    phone, email = town.invent.phone("english"), town.invent.email()
    staff = [
        town.account(platform, "english")
        for platform in ("facebook", "facebook", "instagram", "instagram")
    ]
    for number, account in enumerate(staff):
        account.name = f"Larkfield Pet Supplies, {account.name.split()[0]}"
        account.bio = f"Larkfield Pet Supplies, registered company. {LICENCE}."
        account.shows = [Shown(phone, 0.9), Shown(email, 0.4)]
        account.adverts = [
            Advert("english", text.format(licence=LICENCE), frozenset(), price, "Portland")
            for text, price in TEXTS[number * 2 : number * 2 + 2]
        ]
        account.posts = 6
    return staff
