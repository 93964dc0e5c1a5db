package intent

import (
	"strings"

	"guongsang/internal/letters"
)

// classes are words that mean the same in ways.
var classes = strings.NewReplacer(
	"{send}", "gui|nop|bao|bao_cao|gioi_thieu",
	"{ex}", "guong|bai|mo_hinh|dien_hinh|truong_hop|ho_so|tam_guong|nguoi_tot|ca_nhan|tap_the|gt|ban_nhap",
	"{when}", "bao_gio|khi_nao|luc_nao|ngay_nao|ngay_may|hom_nao|hom_may|may_gio|ngay_bao_nhieu|bao_lau|chung_nao|bao_nhieu_ngay|may_ngay|gio_nao",
	"{no}", "khong|chua|chang|het",
	"{unit}", "don_vi|truong|tram|xa|hoi|doan|khoi|co_quan|ben|noi|phong|thon|dau_moi|cong_an",
	"{many}", "bao_nhieu|may|so_luong|so",
	"{period}", "ky|thang|quy",
	"{see}", "xem|coi|mo|doc|liet_ke|danh_sach|tra|tim|xem_lai|coi_lai|kiem_tra",
	"{later}", "toi_lam_tiep|mai|sau|toi_nay|toi_mai|de_toi|chieu|lat|lat_nua|ti|tuan_sau|luc_khac|khi_khac|hom_khac|bua_khac|dip_khac|ngay_mai|sang_mai|luc_nao_ranh|ngay_khac|mot_lat|hom_sau",
	"{bad}", "nham|sai|lon|sot|thieu|loi|lech",
	"{part}", "ten|nam|nam_sinh|tieu_de|noi_dung|anh_kem|thong_tin|chinh_ta|so_lieu|dia_chi|ho_ten|tuoi|ngay|chuc_vu|nghe_nghiep|noi_o|ket_qua|tom_tat|chu|hinh|hinh_anh|anh_chup|dan_toc|loai|don",
	"{make}", "lam|lap|tao|xuat|in|tai|can|lay|soan|viet|ra|muon|nho|cho|ket_xuat|trich|dung|xin|gui|co",
	"{paper}", "bao_cao|tong_hop|to_trinh|cong_van|word|excel|bieu_mau|van_ban|bang_bieu|bieu_do|file|trich_ngang|bang|pdf|thong_bao|phu_luc|tep|docx|xlsx|du_thao",
	"{change}", "doi|doi_sang|chuyen|chuyen_sang|sua|chon|thay|thay_doi|nham|sai|lon|qua|doi_lai|chon_lai|nham_sang|sai_sang|chuyen_qua|doi_qua|sang",
	"{start}", "gui|nop|them|tao|khai|nhap|viet|dang_ky|gioi_thieu|bao|neu|de_xuat|de_cu|lam|co|dua|dang|tien_cu|bat_dau|giup_gui|bien_soan|soan|muon|ghi|bao_cao|go",
	"{how}", "the_nao|nhu_the_nao|lam_sao|lam_the_nao|o_dau|ra_sao|sao|bam_dau|cach_nao|kieu_gi|lam_gi|gi|dau_tien|nut_nao|cho_nao|cho_gi|dau",
	"{do}", "lam|gui|tinh|nop|viet|noi|nhap|tiep|bao|bao_cao|hoi|khai|nhan|ghi|lam_tiep|gui_tiep|viet_tiep|tra|tra_lai|dang_ky|theo_doi|xem",
	"{officer}", "can_bo|chuyen_vien|nguoi_phu_trach|lanh_dao|phu_trach|thuong_truc|nguoi_that|quan_ly|nguoi_quan_ly|nguoi_truc|ai_do|truc_tiep|sep_ha|co_quan",
)

// signed are shortened forms with a sign in them.
var signed = strings.NewReplacer("d/c", "dong chi", "a/c", "anh chi", "d/v", "don vi", "b/c", "bao cao", "c.on", "cam on")

// short are words as people shorten and play with them.
var short = inWords(map[string]string{
	"khong":           strings.ReplaceAll(letters.ShortNot, "|", " "),
	"khong phat sinh": "kps", "phat sinh": "ps fs", "khong co": "kco khongco",
	"duoc": "dc dk duok", "don vi": "dv dvi", "bao cao": "bc bcao", "gi": "j z zi", "roi": "r rui ruif ",
	"nhu the nao": "ntn nhtn", "the nao": "tnao tn", "moi nguoi": "mn mng", "bao nhieu": "bn bnhieu bnh bnhiu nhiu", "bao gio": "bh bg bjo", "cung": "cx cug",
	"so dien thoai": "sdt sodt", "dien thoai": "dt", "lien he": "lh", "thong tin": "tt ttin", "xin loi": "xl",
	"cam on": "tks thanks thank thanhs thks thanx ty cmon camon kamsa thx cmonn onn", "moi": "ms", "lam": "lm", "nua": "nx nuax", "chua": "chx chz",
	"qua": "wa", "hom nay": "hn", "thoi gian": "tg", "gioi thieu": "gioithieu gth", "huong dan": "hd hdan hdsd",
	"truoc": "trc trk", "nguoi": "ng", "voi": "vs", "biet": "bt bit", "nhan tin": "nt", "deadline": "dl dealine deadlines dline",
	"ok": "oke okie oki okay okey", "dau moi": "dmoi", "alo": "allo aloo", "hello": "helo hellu hi hii hey helu", "minh": "mik mk mih",
	"em": "e", "chi": "c", "so luong": "sl", "ket qua": "kq", "ho so": "hs", "lanh dao": "ld", "thang": "thag thg",
	"quy": "qui", "anh chi": "ac", "tong hop": "thop", "danh sach": "ds", "can bo": "cb", "muon": "mun muonn", "giup": "zup giupf", "sao": "s seo",
	"tat ca": "tca", "ban nhap": "bnhap", "vay": "v", "gui": "gj guii", "thuong truc": "ttruc ", "tai sao": "tsao", "gap": "gapp",
})

// beforeNumber are words of which only the beginning stands before a number.
var beforeNumber = map[string]string{"t": "thang", "th": "thang", "thang": "thang", "q": "quy", "quy": "quy", "qui": "quy"}

// Polite are words that ask for nothing.
var Polite = letters.Set("da vang a ah ak ha hay oi em anh chi chu bac ban minh toi tui to nhe nha nhi voi the vay day ay ma luon thi la cai u um uh uhm " +
	"haha hihi hehe kinh bot ad admin dong ne nhen nghen nghe hen he hic huhu ui cung cua xin long vui lai dum ca dau do ti ty chut bon nhieu  di  nhak nhi au  quy_vi  " +
	"de_nghi kinh_gui   va ho cha ba ong gium     gio  viec oh  a1 uk uhm oa")

// common are words that tell no story by themselves.
var common = strings.Fields("hom nay qua ky nay thang quy nam sang chieu trua moi_nguoi dang se da duoc bi phai can muon cho khi luc thi nhu mot nguoi nhung may tat_ca het trong ngoai tren duoi ve o vao ra den tu theo tai nhieu it qua khoan rat cu ket_qua " +
	"ii iii iv i thi_dua khen_thuong hoi_dong huyen tinh xa phong truong tram ubnd uy_ban duoc_khong thanh tra_cuu hoi_phu_nu phu_nu doan_thanh_nien nong_dan cuu_chien_binh cong_doan mat_tran chi_bo hop dang_uy giao_ban trinh lanh_dao nua thoi roi biet gui guong hoc_sinh giao_vien " +
	"co_so cong_tac cac bay_gio hien_tai hien tam_thoi vuong_mac mat ma_moi ma_so so nguoi_nha dong_y kinh_mong tiep giup ben hon cach dau buoc nut bam mo chac gap voi_vang som muon tre truoc sau noi_tren duong_day")

// inWords turns a table of what is meant and how it is written into one of what
// is written.
func inWords(of map[string]string) map[string][]string {
	all := map[string][]string{}
	for full, written := range of {
		for word := range strings.FieldsSeq(written) {
			all[word] = strings.Fields(full)
		}
	}
	return all
}
