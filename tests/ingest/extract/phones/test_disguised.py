"""Telephone numbers in disguise: country by country, one reading each, or none."""

from __future__ import annotations

import pytest

from tests.ingest.extract.cases import details, found

ID = "phone:+6281234567890"

READ = [
    # look-alikes
    ("O812 3456 789O", "ID", ID),
    ("О812 3456 7890", "ID", ID),
    ("0812 3456 789ο", "ID", ID),
    ("o8I2-34S6-7B90", "ID", "phone:+6281234567890"),
    ("O 812 3456 7890", "ID", ID),
    ("0812 3456 7B90", "ID", "phone:+6281234567890".replace("7890", "7890"[:1] + "890")),
    ("081234567l", "ID", "phone:+62812345671"),
    ("+62 812 3456 789O", None, ID),
    ("🅾812 3456 789⭕", "ID", ID),
    ("0812|3456|7890", "ID", ID),
    ("wa *O812 3456 789O*", "ID", ID),
    ("(I1) 90000-O034", "BR", "phone:+5511900000034"),
    ("O9l2 345 678", "VN", "phone:+84912345678"),
    ("O81 2OO 0034", "TH", "phone:+66812000034"),
    ("wa l38 0000 0034", "CN", "phone:+8613800000034"),
    # words
    ("nol delapan satu dua tiga empat lima enam tujuh delapan sembilan nol", "ID", ID),
    ("08 satu dua 3456 tujuh 890", "ID", ID),
    ("nol8satu2 3456 7890", "ID", ID),
    ("kosong satu dua, tiga empat lima enam, tujuh lapan sembilan", "MY", "phone:+60123456789"),
    ("không chín một hai ba bốn năm sáu bảy tám", "VN", "phone:+84912345678"),
    ("khong chin mot hai ba bon nam sau bay tam", "VN", "phone:+84912345678"),
    ("ศูนย์แปดหนึ่งสองสามสี่ห้าหกเจ็ดแปด", "TH", "phone:+66812345678"),
    ("โทร ศูนย์แปดหนึ่ง 234 5678 ค่ะ", "TH", "phone:+66812345678"),
    ("seis uno dos tres cuatro cinco seis siete ocho", "ES", "phone:+34612345678"),
    ("(onze) nove 8765-4321", "BR", "phone:+5511987654321"),
    ("um um nove oito sete seis cinco quatro três dois um", "BR", "phone:+5511987654321"),
    ("zéro six douze trente-quatre cinquante-six soixante-dix-huit", "FR", "phone:+33612345678"),
    ("null eins sieben eins drei neun zwei null null drei vier", "DE", "phone:+491713920034"),
    ("शून्य नौ आठ सात छह पांच चार तीन दो एक नौ", "IN", "phone:+919876543219"),
    ("nau aath saat chhe paanch char teen do ek shunya", "IN", "phone:+919876543210"),
    ("two-one-two 555 oh one three four", "US", "phone:+12125550134"),
    ("212 double five 5 0134", "US", "phone:+12125550134"),
    ("two one two triple 5 0134", "US", "phone:+12125550134"),
    ("+62 eight one two 3456 7890", None, ID),
    ("+sixty two 812 3456 7890", None, ID),
    # numerals, scripts, keycaps
    ("一三八零零零零零零三四", "CN", "phone:+8613800000034"),
    ("电话：壹叁捌〇〇〇〇〇〇叁肆", "CN", "phone:+8613800000034"),
    ("138〇〇〇〇〇〇34", "CN", "phone:+8613800000034"),
    ("⓪⑧①②③④⑤⑥⑦⑧⑨⓪", "ID", ID),
    ("0️⃣8️⃣1️⃣2️⃣ 3️⃣4️⃣5️⃣6️⃣ 7️⃣8️⃣9️⃣0️⃣", "ID", ID),
    ("8️⃣1️⃣0️⃣0️⃣0️⃣0️⃣3️⃣4️⃣", "SG", "phone:+6581000034"),
    # separators
    ("0•8•1•2•3•4•5•6•7•8•9•0", "ID", ID),
    ("0 🔥 8 🔥 1 🔥 2 🔥 3 🔥 4 🔥 5 🔥 6 🔥 7 🔥 8 🔥 9 🔥 0", "ID", ID),
    ("0812*3456*7890", "ID", ID),
    ("0812_3456_7890", "ID", ID),
    ("0812~3456~7890", "ID", ID),
    ("0,8,1,2,3,4,5,6,7,8,9,0", "ID", ID),
    ("0/8/1/2/3/4/5/6/7/8/9/0", "ID", ID),
    # beside other words
    ("081234567890 dua ekor", "ID", ID),
    ("081234567890 o Budi", "ID", ID),
    ("call 4125550134 for 2 birds", "US", "phone:+14125550134"),
    ("O81234567890, dua ekor", "ID", ID),
]

NOT_TOLD = [
    ("0812 3456 78g0", "ID"),
    ("0812 3456 789 O", "ID"),
    ("0812|3456|789", "ID"),
    ("081234567890 dua", "ID"),
    ("O812 3456 7890", None),
    ("kosong lapan satu dua tiga empat lima enam tujuh lapan", None),
    ("wa 0812*345*678", "ID"),
    ("0812 oooo 7890", "ID"),
    ("nau aath sat six five four three two one zero", "IN"),
    ("0812345678 dua puluh satu", "ID"),
    ("order SO1234567890", "ID"),
    ("SB1234567890", "ID"),
    ("BCA O812345678", "ID"),
    ("resi O81234567890", "ID"),
    ("0812 34S6 78xx", "ID"),
    ("O812 3456 789O…", "ID"),
    ("nol delapan satu dua", "ID"),
    ("dQw4w9WgXcQ", "US"),
    ("5OOO 3O0O 2O1O", "US"),
    ("10 • 20 • 30 • 40 • 50", "US"),
    ("一二三四五六七", "CN"),
    ("satu dua tiga empat lima enam tujuh delapan sembilan", "ID"),
    ("one two three four five six seven", "US"),
]


@pytest.mark.parametrize(("text", "region", "expected"), READ)
def test_disguised_number_is_read(text: str, region: str | None, expected: str) -> None:
    assert [key for key in found(text, region) if key.startswith("phone:")] == [expected]


@pytest.mark.parametrize(("text", "region"), NOT_TOLD)
def test_what_could_be_another_number_names_nobody(text: str, region: str | None) -> None:
    assert [key for key in found(text, region) if key.startswith("phone:")] == []


@pytest.mark.parametrize(
    ("text", "region", "raw", "rule"),
    [
        ("Hub O812 3456 789O ya", "ID", "O812 3456 789O", "look-alikes + national"),
        ("wa nol delapan satu dua 3456 7890!", "ID", "nol delapan satu dua 3456 7890",
         "digit words + national"),
        ("电话：壹叁捌〇〇〇〇〇〇叁肆", "CN", "壹叁捌〇〇〇〇〇〇叁肆", "numerals + cue word"),
        ("0•8•1•2•3•4•5•6•7•8•9•0 ok", "ID", "0•8•1•2•3•4•5•6•7•8•9•0", "separators + national"),
        ("WA 0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣O ya", "ID", "0️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣O",
         "keycaps + look-alikes + national"),
        ("+62 812 3456 789O", None, "+62 812 3456 789O", "look-alikes + international"),
    ],
)  # fmt: skip
def test_mention_tells_what_was_applied(text: str, region: str, raw: str, rule: str) -> None:
    (row,) = details(text, region)
    assert (row["raw"], row["rule"]) == (raw, rule)
    assert text[row["start"] : row["end"]] == raw
    (clean,) = details("0812 3456 7890", "ID")
    assert 0.3 < row["confidence"] < clean["confidence"]


def test_two_readings_are_kept_unresolved_with_the_digits_as_read() -> None:
    (row,) = details("wa 0812 3456 789 O", "ID")
    assert (row["kind"], row["value"]) == ("unresolved", "081234567890")
    assert row["channel"] == "whatsapp"
    assert row["confidence"] <= 0.3
