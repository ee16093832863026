"""Tables as people keep them, in several languages; all content is invented."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Planted:
    """A table, and what its columns mean."""

    header: dict[str, str]
    constants: dict[str, str] = field(default_factory=dict)

    def columns(self) -> dict[str, list[str | None]]:
        """Some rows of it."""
        return {column: list(VALUES[field]) for column, field in self.header.items()}

    def meaning(self) -> dict[str, list[str]]:
        """The columns by the plain table's names."""
        found: dict[str, list[str]] = {}
        for column, name in self.header.items():
            if name in PLAIN:
                found.setdefault(PLAIN[name], []).append(column)
        return found


VALUES: dict[str, tuple[str | None, ...]] = {
    "account_id": ("100012345671", "100012345672", "100012345671"),
    "handle": ("@kicau_shop", "@ani.burung", "@bird77"),
    "account_name": ("Budi Santoso", "Ani W", "Budi Santoso"),
    "post_id": ("70001001", "70001003", "70001009"),
    "post_url": (
        "https://www.facebook.com/groups/12/posts/70001001",
        "https://www.facebook.com/groups/12/posts/70001003",
        "https://www.facebook.com/groups/12/posts/70001009",
    ),
    "text": (
        "Two hill mynas for sale, hand raised, ask for the price in a message",
        "White-rumped shama in song, with cage and seed, only to be collected",
        "Sold out, thank you all; the next ones come at the end of the month",
    ),
    "title": ("Hill mynas", "Shama", "Sold out"),
    "price": ("1.500.000", "Rp 2.000.000", None),
    "date": ("13/02/2026 10:00", "28/02/2026 11:30", "01/03/2026 09:15"),
    "group": ("Pasar Burung", "Pasar Burung", "Kicau Mania"),
    "phone": ("+1 202 555 0101", "+1 202 555 0102", None),
    "place": ("Jakarta", "Bandung", "Jakarta"),
    "image": ("https://x.example/1.jpg", None, "https://x.example/3.png"),
    "other": ("A", "B", "C"),
}
PLAIN = {
    "account_id": "account_id", "handle": "account_handle", "account_name": "account_name",
    "post_id": "post_id", "post_url": "post_url", "text": "text", "title": "text",
    "price": "price", "date": "posted_at", "group": "group_name", "phone": "contact",
    "place": "location", "image": "image",
}  # fmt: skip
TABLES = {
    "English": Planted({
        "Seller ID": "account_id", "Seller name": "account_name", "Post ID": "post_id",
        "Post URL": "post_url", "Title": "title", "Description": "text", "Asking price": "price",
        "Date posted": "date", "Group": "group", "Phone number": "phone", "City": "place",
        "Photo": "image", "Ring colour": "other",
    }),
    "Indonesian": Planted({
        "ID Penjual": "account_id", "Nama Penjual": "account_name", "Tautan": "post_url",
        "Judul": "title", "Isi": "text", "Harga": "price", "Tanggal": "date", "Grup": "group",
        "No HP": "phone", "Kota": "place", "Foto": "image", "Warna": "other",
    }),
    "Thai": Planted({
        "รหัสผู้ขาย": "account_id", "ชื่อผู้ขาย": "account_name", "ลิงก์โพสต์": "post_url",
        "เนื้อหา": "text", "ราคา": "price", "วันที่โพสต์": "date", "กลุ่ม": "group",
        "เบอร์โทรศัพท์": "phone", "จังหวัด": "place", "รูปภาพ": "image", "สี": "other",
    }),
    "Vietnamese": Planted({
        "Mã người bán": "account_id", "Tên người bán": "account_name",
        "Link bài đăng": "post_url", "Tiêu đề": "title", "Nội dung": "text", "Giá": "price",
        "Ngày đăng": "date", "Nhóm": "group", "Số điện thoại": "phone", "Tỉnh thành": "place",
        "Hình ảnh": "image", "Màu": "other",
    }),
    "Chinese": Planted({
        "卖家ID": "account_id", "卖家名称": "account_name", "帖子编号": "post_id",
        "帖子链接": "post_url", "标题": "title", "内容": "text", "价格": "price",
        "发布时间": "date", "群组": "group", "联系方式": "phone", "城市": "place",
        "图片": "image", "颜色": "other",
    }),
    "Spanish": Planted({
        "ID del vendedor": "account_id", "Nombre del vendedor": "account_name",
        "Enlace": "post_url", "Título": "title", "Descripción": "text", "Precio": "price",
        "Fecha de publicación": "date", "Grupo": "group", "Teléfono": "phone",
        "Ciudad": "place", "Imagen": "image", "Color": "other",
    }),
    "Portuguese": Planted({
        "ID do vendedor": "account_id", "Nome do vendedor": "account_name",
        "Link da publicação": "post_url", "Título": "title", "Conteúdo": "text",
        "Preço": "price", "Data de publicação": "date", "Grupo": "group",
        "Telefone": "phone", "Cidade": "place", "Imagem": "image", "Cor": "other",
    }),
    "French": Planted({
        "Identifiant du vendeur": "account_id", "Nom du vendeur": "account_name",
        "Lien": "post_url", "Titre": "title", "Contenu": "text", "Prix": "price",
        "Date de publication": "date", "Groupe": "group", "Téléphone": "phone",
        "Ville": "place", "Photo": "image", "Couleur": "other",
    }),
    "German": Planted({
        "Verkäufer-ID": "account_id", "Name des Verkäufers": "account_name",
        "Link": "post_url", "Titel": "title", "Beschreibung": "text", "Preis": "price",
        "Veröffentlicht am": "date", "Gruppe": "group", "Telefonnummer": "phone",
        "Ort": "place", "Bild": "image", "Farbe": "other",
    }),
    "Russian": Planted({
        "ID продавца": "account_id", "Имя продавца": "account_name",
        "Ссылка на объявление": "post_url", "Заголовок": "title", "Текст": "text",
        "Цена": "price", "Дата публикации": "date", "Группа": "group", "Телефон": "phone",
        "Город": "place", "Фото": "image", "Цвет": "other",
    }),
    "Arabic": Planted({
        "معرف البائع": "account_id", "اسم البائع": "account_name", "رابط المنشور": "post_url",
        "عنوان الإعلان": "title", "الوصف": "text", "السعر": "price", "تاريخ النشر": "date",
        "المجموعة": "group", "رقم الهاتف": "phone", "المدينة": "place", "الصورة": "image",
        "اللون": "other",
    }),
    "handles": Planted({
        "username": "handle", "full_name": "other", "caption": "text", "permalink": "post_url",
        "taken_at": "date",
    }),
    "JSON": Planted({
        "id": "post_id", "author.id": "account_id", "author.username": "handle",
        "author.name": "account_name", "data.text": "text", "created_at": "date",
        "group.name": "group", "image.url": "image",
    }),
}  # fmt: skip
