"""The programmes that citizens ask about, by the short names everybody uses: a start list, not a promise.

Facts of a district's programme catalogue (Pringsewu, August 2026) with Jampersal and two that have ended, because citizens
still name them. Rules of who is entitled are no part of it.
"""

from satupintu.lib.words import Word


class Programme(Word):
    """Program bantuan: which one a matter is about, where it is known."""

    PKH = "pkh", "Program Keluarga Harapan", "Conditional cash transfer"
    SEMBAKO = "sembako", "Program Sembako/BPNT", "Staple food aid"
    PBI_JKN = "pbi_jkn", "Penerima Bantuan Iuran JKN", "Subsidised health insurance"
    PIP = "pip", "Program Indonesia Pintar (KIP)", "School aid"
    KIPK = "kipk", "KIP Kuliah", "University aid"
    BLT_DD = "blt_dd", "BLT Dana Desa", "Village-fund cash aid"
    BLT_KESRA = "blt_kesra", "BLT Kesejahteraan Rakyat", "Welfare cash aid (ad hoc)"
    BAPANG = "bapang", "Bantuan pangan beras", "Rice aid"
    BSPS = "bsps", "Bantuan Stimulan Perumahan Swadaya", "Self-help housing stimulus"
    RST = "rst", "Rumah Sejahtera Terpadu (eks RS-Rutilahu)", "Ministry house repair"
    RUTILAHU_D = "rutilahu_d", "Rutilahu APBD kabupaten", "District house repair"
    SANIMAS = "sanimas", "Sanitasi berbasis masyarakat", "Community sanitation"
    PAMSIMAS = "pamsimas", "Air minum dan sanitasi masyarakat (Pamsimas)", "Rural water supply"
    STBM = "stbm", "Sanitasi total berbasis masyarakat", "Community-led total sanitation"
    KUR = "kur", "Kredit Usaha Rakyat", "People's business credit"
    PENA = "pena", "Pahlawan Ekonomi Nusantara", "Graduation enterprise grant"
    PPSE = "ppse", "Program Pemberdayaan Sosial Ekonomi", "Socio-economic empowerment"
    KUBE = "kube", "Kelompok Usaha Bersama", "Joint business group"
    UEP = "uep", "Usaha Ekonomi Produktif", "Individual productive enterprise grant"
    PRAKERJA = "prakerja", "Kartu Prakerja", "Training card"
    MBG = "mbg", "Makan Bergizi Gratis", "Free nutritious meals"
    PMT = "pmt", "Pemberian makanan tambahan", "Supplementary feeding"
    ATENSI = "atensi", "Asistensi Rehabilitasi Sosial", "Social rehabilitation assistance"
    YAPI = "yapi", "ATENSI Yatim Piatu", "Aid for orphans"
    SEKOLAH_RAKYAT = "sekolah_rakyat", "Sekolah Rakyat", "Free boarding school"
    PKT = "pkt", "Padat Karya Tunai Desa", "Village cash for work"
    BLK = "blk", "Pelatihan vokasi BLK", "Vocational training"
    BPJSTK_RENTAN = "bpjstk_rentan", "BPJS Ketenagakerjaan pekerja rentan", "Work insurance, vulnerable workers"
    RASKIN = "raskin", "Raskin/Rastra (sampai 2017-2018)", "Rice for the poor (historic)"
    BST = "bst", "Bantuan Sosial Tunai (2020-2021)", "Cash aid (historic)"
    JAMPERSAL = "jampersal", "Jaminan persalinan", "Maternity cover"
