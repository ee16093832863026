"""The breeders' club: many accounts that meet in one group and talk, and run nothing together."""

from __future__ import annotations

from datetime import timedelta

from app.demo.calendar import DAY, END
from app.demo.people import Account, Post, Shown
from app.demo.town import Town

NAME = "Komunitas Penangkar Embun"
MEMBERS = 26
SELL_TOO = 9
"""Members who advertise young birds of their own, each at a number of its own."""

PASTED = 9
"""How many members paste one of the announcements again, as their own words."""

ANNOUNCEMENTS = (
    "Undangan untuk semua anggota komunitas: latihan bersama hari Minggu pagi di balai desa, "
    "bawa sangkar sendiri dan jangan lupa minum.",
    "Pengurus komunitas mengingatkan iuran bulanan untuk sewa balai, catatan kas dapat dilihat "
    "siapa saja setelah rapat selesai.",
    "Hasil rapat komunitas: lomba kecil bulan depan hanya untuk anggota, juri dari luar kota, "
    "pendaftaran ditutup hari Jumat sore.",
)
TALK = (
    "Kenari saya mulai bertelur lagi",
    "Induk betina sedang mengeram",
    "Ada yang punya tips mabung?",
    "Anakan baru menetas tadi subuh",
    "Selamat untuk pemenang kemarin",
    "Maaf minggu ini tidak hadir",
    "Sangkar bekas masih bagus kok",
    "Resep pakan saya cuma telur puyuh",
    "Siapa yang bawa kopi hari Minggu?",
    "Terima kasih pengurus",
)


def plant_club(town: Town) -> list[Account]:
    """Make the club's members, its secretary first; a third of them sell now and then."""
    members = [town.account("telegram", "indonesian") for _ in range(MEMBERS)]
    for member in members:
        member.groups = member.groups[:1]
    town.private_group(901, "indonesian", NAME, members)
    for member in members[-SELL_TOO:]:
        member.shows = [Shown(town.invent.phone("indonesian"))]
        member.adverts = town.adverts("indonesian", 1)
        member.posts = 2
    return members


def meet(town: Town, members: list[Account]) -> list[Post]:
    """Let the secretary announce, members talk, and some paste an announcement once more."""
    draw = town.draw
    secretary, *others = members
    group = secretary.groups[-1]
    found = [
        Post(secretary, group, END - timedelta(days=60 - 20 * number), text)
        for number, text in enumerate(ANNOUNCEMENTS)
    ]
    for member in others:
        for _ in range(draw.choice((2, 3, 4))):
            said = draw.choice(TALK)
            found.append(Post(member, group, town.some_time(member.first, END), said))
    pasters = [member for member in others if member.first < found[0].posted_at]
    for number, member in enumerate(town.strangers(pasters, PASTED)):
        announced = found[number % len(ANNOUNCEMENTS)]
        later = announced.posted_at + draw.random() * 2 * DAY
        found.append(Post(member, group, later, announced.text))
    return found
