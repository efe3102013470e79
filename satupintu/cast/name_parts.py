"""Common parts of names in South Sulawesi, for people who do not exist.

Single words only, chosen by how often such words occur in public lists of candidates and in everyday use; no full name
of anybody. Elders carry local names, the young carry Arabic and Indonesian ones.
"""

MEN_OLD = tuple(
    (
        "Baco Baso Ambo Sangkala Sattu Sampara Tola Pato Ramang Kaseng Bolong Nompo Lahaming Sakka Bora Tahang Jumadi "
        "Mappa Hamma Tepu Sarro Congkeng Pallawa Rabanai Nuhung Salama Suma Jamma Tajuddin Saleh Hasan Tahir Kadir "
        "Beddu Mattola Sanusi Muin Rauf Hamid Patta Sabang Lolo Tuwo Cacca Bahar Jumali Ba'du Sa'ing"
    ).split()
)
WOMEN_OLD = tuple(
    (
        "Becce Besse Bunga Hatija Hania Rannu Jumaria Saripa Mina Te'ne Nai Cinnong Jumasia Hanang Hamsia Tija Caya "
        "Nanna Rabia Sinar Saba Pati Lija Ramlah Kembong Sa'diah Kamariah Bungawali Sitti Halija Sanneng Subaeda "
        "Nurung Bacce Jumati Dalima Rahe Puji Kanang Basse Hapsa Maimuna Salma Jumriah Sompa Lebong"
    ).split()
)
MEN = tuple(
    (
        "Ali Amir Amran Amri Anwar Arifin Aris Arsyad Arman Asdar Asri Asrul Awaluddin Azis Baharuddin Bakri Basri "
        "Burhanuddin Darwis Faisal Firman Hamzah Haris Hasan Hasanuddin Hasbi Hendra Herman Hidayat Ibrahim Idris "
        "Ilham Ilyas Imran Irfan Irwan Iskandar Ismail Jamaluddin Jufri Jusman Kaharuddin Kamaruddin Lukman Mahmud "
        "Mansyur Marwan Muchtar Mukhlis Muliadi Mustafa Mustamin Mustari Nasir Nasrullah Nurdin Rahmat Ramli Rasyid "
        "Ridwan Rizal Rusdi Rusli Rustam Sabri Sahabuddin Saharuddin Said Salim Sirajuddin Suardi Sudirman Suherman "
        "Sulaiman Supriadi Syahrir Syahrul Syamsuddin Syamsul Syarifuddin Tahir Takdir Taufik Umar Usman Wahyuddin "
        "Yunus Yusran Yusuf Zainal Zainuddin Zulkifli"
    ).split()
)
WOMEN = tuple(
    (
        "Aminah Asmawati Asnidar Asriani Darmawati Dahlia Ernawati Farida Fatimah Fatmawati Fitriani Hafsah Halimah "
        "Haerani Harlina Hartati Hasnah Hasnawati Hasni Herawati Herlina Irmawati Irmayanti Jumiati Jumriati Kartini "
        "Kasmawati Kasmiati Marlina Marhani Mariani Maryam Masita Megawati Muliati Murni Nuraeni Nurbaya Nurdiana "
        "Nurhaedah Nurhayati Nurjannah Nurlaela Nurlina Nurmi Nursiah Nursia Nurwahidah Rahmatia Rahmawati Ramlah "
        "Ratna Risnawati Rosdiana Rosmawati Rosmiati Rosnani Rostina Rusni Saenab Salmawati Samsiah Sartika Satriani "
        "Sitti Subaedah Suhartini Sumarni Sumiati Suriani Suryani Syamsiah Syamsidar Wahidah Wahyuni Warni Yuliana "
        "Zaenab"
    ).split()
)
BOYS = tuple(
    (
        "Abizar Adnan Aditya Afdal Ahnaf Aidil Akbar Akmal Aldi Alfian Alif Alfarizi Andika Arkan Aswar Azka Azzam "
        "Bayu Dafa Daffa Dirga Fadhil Fadli Fahri Faiz Fajar Farel Fathir Fauzan Ferdi Fikri Gibran Hafiz Haikal "
        "Haidar Ibnu Ikhsan Iqbal Kaisar Khairul Naufal Raditya Rafa Rafi Raihan Rasya Rayhan Reski Rehan Rifky Rizky "
        "Satria Syahrul Tegar Wahyu Yusril Zaki Zidan"
    ).split()
)
GIRLS = tuple(
    (
        "Adelia Aisyah Alya Amelia Anisa Annisa Aqila Aulia Ayu Azizah Azzahra Citra Dian Dinda Dewi Fadilah Fauziah "
        "Fitri Hikmah Humaira Indah Intan Izzatunnisa Kaila Keysha Khaerunnisa Khadijah Khumaira Lestari Magfirah "
        "Mutiara Mutmainnah Nabila Nadia Naila Najwa Nayla Nurul Putri Qalbi Rahma Rani Resky Reski Rezki Salsabila "
        "Sakinah Salwa Siska Syakila Tasya Tiara Ulfa Wulan Zahira Zahra Zaskia"
    ).split()
)
SECOND_MEN = tuple(
    (
        "Ramadhan Saputra Pratama Hidayat Maulana Alam Akbar Putra Rahman Hakim Arifin Basri Anugrah Jaya Syam "
        "Wijaya Setiawan Kurniawan Ilahi Nur Ali Amin Yusuf Idris Hasan Tahir Fauzi Halim Aras Syah"
    ).split()
)
SECOND_WOMEN = tuple(
    (
        "Sari Putri Lestari Ramadhani Wahyuni Utami Pratiwi Amalia Aulia Rahmadani Fitriani Handayani Permata Cahyani "
        "Anggraeni Safitri Maharani Azzahra Nurfadilah Aprilia Oktaviani Yanti Rahayu Ningsih Aminah Hidayah"
    ).split()
)
AFTER_ABDUL = tuple(
    (
        "Rahman Rahim Rasyid Karim Malik Hamid Wahab Azis Kadir Latif Salam Samad Gani Rauf Razak Halim Majid Muin "
        "Hafid Haris Jalil Waris Hakim"
    ).split()
)
AFTER_ANDI_MEN = ("Baso", "Mappa", "Aras", "Singkeru", "Pangerang", "Makmur", "Asrul", "Takdir", "Syahrir", "Akbar",
                  "Alam", "Ilham", "Rizal", "Iwan", "Amir", "Mustamin")  # fmt: skip
AFTER_ANDI_WOMEN = ("Tenri", "Besse", "Bau", "Batari", "Nurul", "Asni", "Ratna", "Rosmini", "Hasnah", "Nurhayati",
                    "Dewi", "Indah", "Fatmawati", "Mulia", "Herlina")  # fmt: skip
DAENG = tuple(
    (
        "Ngalle Ngasa Sewang Tompo Lira Bali Beta Tutu Lalang Ngewa Sila Rani Mangka Siame Rate Ngemba Nassa Situju "
        "Gassing Naba Sikki Mattiro Tene Ngai Bau Caya Kanang Nginga Puji Sunggu Ti'no Lebang"
    ).split()
)

MUHAMMAD = (("Muh.", 48), ("Muhammad", 34), ("M.", 11), ("Moh.", 4), ("Muhamad", 3))
ABDUL = (("Abd.", 62), ("Abdul", 38))
SITI = (("St.", 42), ("Sitti", 38), ("Siti", 20))
ANDI = (("Andi", 62), ("A.", 38))

HAMLET_STARTS = (
    "Bonto",
    "Batu",
    "Buhung",
    "Tana",
    "Bulu",
    "Borong",
    "Palla",
    "Balang",
    "Kassi",
    "Pao",
    "Je'ne",
    "Sapo",
)
HAMLET_ENDS = ("manai", "haru", "lohe", "bangun", "toa", "lompoa", "caddi", "sunggu", "kamase", "tangnga", "langkasa",
               "jolo", "raya", "biraeng")  # fmt: skip
STREETS = ("Poros Desa", "Pendidikan", "Pasar Lama", "Mesjid Raya", "Pelabuhan", "Kemakmuran", "Pahlawan", "Melati",
           "Cendana", "Bakti Husada")  # fmt: skip
BIRTHPLACES = {7302: ("Bulukumba", ("Bantaeng", "Sinjai", "Makassar", "Selayar", "Bone", "Jeneponto")),
               7306: ("Gowa", ("Makassar", "Takalar", "Jeneponto", "Maros", "Bantaeng", "Sinjai"))}  # fmt: skip
ELSEWHERE = ("Makassar", ("Bone", "Gowa", "Bulukumba", "Maros", "Pangkep"))
"""Birthplaces for a kabupaten that is not listed."""
