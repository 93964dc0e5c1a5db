package intent

// ofNumbered are the ways to say what is to become of an example whose number is named.
func (l *lexicon) ofNumbered() []wordRule {
	return []wordRule{
		{AskPeriod, nil, l.waysOf(`doi|chuyen|tinh|sang|dua * {period}, chuyen sang {period}`)},
		{AskWithdraw, nil, l.waysOf(`^ go|ha {ex}, go|ha * xuong, khong dong_y dang, khong muon dang, rut, thu_hoi, xoa, huy, go_bo, go xuong, bo di, lay_lai, lay_ve`)},
		{AskCorrect, nil, l.waysOf(`sua, chinh, chinh_sua, dinh_chinh, dieu_chinh, {bad}, doi {part}, thay {part}, thay_doi, cap_nhat, bo_sung, them {part}`)},
	}
}

// rules are tried in this order: the first of which a sentence goes a way says
// what it asks for.
func (l *lexicon) rules() []wordRule {
	return []wordRule{
		{NoIntent, nil, l.waysOf(`^ khong can sua|rut|huy * gi|nua|dau, ^ khong sua gi, ^ khong phai rut|sua|huy $`)},
		{AskCorrect, serves, l.waysOf(`khong phai|muon rut * sua|chinh|doi, khong rut * sua|chinh|doi, ^ chua lai {ex}|{part}`)},
		{AskWithdraw, serves, l.waysOf(`nhung * rut {ex}, nhung * rut * lai`)},
		{AskCorrect, serves, l.waysOf(`^ thieu|quen|sot mat doan|y|phan|cau|chi_tiet, ^ thieu|quen|sot doan|y|phan|cau|chi_tiet, con thieu doan|y|phan|cau|chi_tiet`)},
		{AskHelp, nil, l.waysOf(`truoc hay|hoac * sau, toi_da may|bao_nhieu, gui|bao # duoc_khong, duoc gui may|bao_nhieu, ai * nguoi dong_y, ai dong_y, dang len|o dau * ai, ai xem duoc, ai doc duoc, tra_loi the_nao, can|phai * dong_y|ky|xin_phep|giay_dong_y * khong $, can|phai ky|xin_phep * moi duoc * khong, duoc nhung dung * duoc_khong $, duoc nhung dung * co duoc khong $, duoc nhung dung * co duoc_khong`)},
		{AskBegin, serves, l.waysOf(`nay|gio|bay_gio co roi * gui, ^ viet|lam|mo tiep {ex}, ^ mo lai|tiep ban_nhap, ban_nhap * lam|viet not|tiep, ban_nhap * lam_tiep|viet_tiep, lam|viet not, ^ mo|viet|lam ban_nhap, ^ viet|lam|mo tiep cai, ^ lam|viet|mo tiep * do_dang|do, cai dang do, cai do_dang, {ex} * do_dang, {ex} * de do, {ex} * viet do, {ex} * dang do`)},
		{AskNil, serves, l.waysOf(`{period} * trang_tay, ^ trang_tay, {period} nay trang`)},
		{AskStatus, serves, l.waysOf(`khong biet * chua, toi_noi chua, den_noi chua, den chua $`)},
		{AskHandover, serves, l.waysOf(`
		nghi_huu, ve_huu, chuyen|luan_chuyen cong_tac, chuyen_viec, nghi_viec, thoi_viec, doi|thay * dau_moi, dau_moi moi, ban_giao, giao_lai cho,
		khong|thoi lam|phai|con|phu_trach * dau_moi, khong|thoi lam|phai|con dau_moi, khong_phai dau_moi, nguoi khac thay|lam|phu_trach, nguoi khac * thay`)},
		{AskSnooze, free, l.waysOf(`
		nhac lai * chieu|mai|sau|lat|tuan_sau, chieu|mai|chieu_nay|ngay_mai|sang_mai|tuan_sau|lat|lat_nua * nhac, nhac * chieu|mai|chieu_nay|ngay_mai|sang_mai|tuan_sau|lat|lat_nua, ^ nhac lai $, ^ nhac sau $, ^ de chieu $, ^ de chieu nay $, ^ de mai $, ^ de ngay_mai|sang_mai|lat|lat_nua $`)},
		{AskWithdraw, serves, l.waysOf(`khong dong_y dang, khong dong_y * nua $, rut * dong_y, khong cho dang, khong muon dang, dung_dang, dung dang`)},
		{AskNil, serves, l.waysOf(`{period} * khong co nua $`)},
		{AskWithdraw, serves, l.waysOf(`^ rut $, ^ rut {ex}|ve, ^ rut duoc_khong, rut duoc_khong`)},
		{SaysThanks, nil, l.waysOf(`^ cam_on * huong_dan|ho_tro|giup|nhac, nhiet_tinh, ^ ok cam_on, ^ cam_on bao_nhieu $, ^ khong_co_gi cam_on`)},
		{NoIntent, looksOn, l.waysOf(`{ex} nao ve, {ex} nao noi ve`)},
		{AskCount, looksOn, l.waysOf(`so {period} truoc, so * {period} truoc * hon, nhieu_hon * it_hon, nhieu hon * it hon, tang * giam`)},
		{AskMissing, looksOn, l.waysOf(`^ nhac {unit} * {send}, ^ nhac giup|ho {unit} * {send}`)},
		{AskReport, looksOn, l.waysOf(`soan|lap|lam|tao|xuat|in|viet|ket_xuat {paper}, soan|lap|lam|tao|xuat|in|viet|ket_xuat * cong_van|bao_cao|to_trinh|excel|word|file`)},
		{AskHelp, nil, l.waysOf(`^ lam_sao|lam_the_nao de, giai_thich, huong_dan, tro_giup, ho_tro, khong|chua hieu, khong biet, chua biet, chua ro, ^ help, ^ cach, chi|day cach`)},
		{AskBegin, serves, l.waysOf(`co {ex} moi, co mot|# {ex}, co {ex} * muon|can`)},
		{AskContact, nil, l.waysOf(`
		gap {officer}, gap * {officer}, ^ gap, muon|can|xin|cho|duoc gap, noi_chuyen, goi|alo|hoi|noi * voi|cho * ai, goi * ai, goi_dien, goi * {officer}, xin|so|cho dien_thoai, so_dien_thoai, ^ dien_thoai,
		lien_he, lien_lac, hotline, duong_day, hoi ai, hoi * {officer}, ai phu_trach, ai * phu_trach, so may, so {officer}, so * phu_trach, so cua|co_quan|can_bo|phong, xin|cho|can so $, zalo, facebook,
		trao_doi truc_tiep, gap mat, noi_may, ket_noi * {officer}, email, ai truc, so nao * goi, goi * so nao, goi so, nho ai, tim ai, phu_trach * ai, cho xin so, nguoi_phu_trach`)},

		{AskNil, serves, l.waysOf(`
		{no} * phat_sinh, {no} co * {ex}, {no} co * {ex}|noi_bat|tieu_bieu|dien_hinh|ai|gi * {send}, {no} co ai|gi * {ex}|noi_bat|tieu_bieu|de|ca|het|thang|ky|quy, {no} {ex}, bao khong, bao_cao khong $,
		^ {no} co $, ^ {no} co ai|gi, {no} co gi|ai $, {no} * gioi_thieu duoc, {no} tim * duoc|ra|thay, {no} thay * {ex}|ai, {period} * {no} co $, {no} co * {period} nay, {no} co nao, ^ nil, {period} trang, {no} ai * gioi_thieu|tieu_bieu|noi_bat,
		{no} * xuat_hien, {no} co {period}, {no} co nhe $, khong_co_gi, {no} chon duoc, {no} * de gioi_thieu, {no} * de bao, {no} xet duoc, het {ex}, {no} con {ex}`)},

		{AskCorrect, serves, l.waysOf(`nham|sai|lon {part}, {part} * nham|sai|lon $, {part} * nham|sai|lon roi`)},
		{AskCorrect, serves, l.waysOf(`^ quen {part}|tuoi, ^ quen # tuoi, ^ quen * # tuoi, quen ghi|them|viet|noi|dien|nhap|gui|kem {part}|anh`)},
		{AskSent, serves, l.waysOf(`{ex} nao * gui|nop, {send} nhung|cac|duoc {ex}, {send} {ex} nao, {send} nhung_gi|nhung_ai|ai|gi`)},
		{AskStatus, serves, l.waysOf(`{send} * roi con|ma|sao, {send} roi * con|sao|van|nhac|hoi|kiem_tra|ma, {send} * roi $, {send} * roi * sao|van|con * nhac|hoi|doi, sao|tai_sao * van|con * nhac|hoi|doi`)},
		{AskSent, nil, l.waysOf(`{see} * may {ex} * gui|nop, {see} * nhung|cac {ex} * gui|nop`)},
		{AskCount, nil, l.waysOf(`
		may|bao_nhieu {unit}|{ex}|nguoi|phan_tram|tai_khoan|cai, bao_nhieu, dem, duoc may, co may, so_luong, tong_so, tong_cong, ti_le, ty_le, phan_tram, may phan_tram, thong_ke so, so {unit}|{ex} * may, so {unit}|{ex} da|nhan|duoc, con may {unit}, tong {ex}, thong_ke * so_luong`)},
		{AskMissing, looksOn, l.waysOf(`{unit} chua {send}, ^ chua {send}, ai * no {ex}|{period}, {unit} * con thieu|no, ^ cham {send}, {unit}|ai {send} cham|muon|tre, {send} cham|muon|tre * {unit}|ai, ^ {unit} cham|muon|tre, thieu * {unit}|ai, con {unit} nao, {unit} nao $, ai|nhung_ai|nao|{unit} * qua_han|tre_han`)},
		{AskMissing, nil, l.waysOf(`
		ai|nao|nguoi_nao * chua|khong|cham|tre|no|thieu|quen * {send}, {unit} nao * chua|khong|cham|tre|no|thieu|quen, {unit} nao {send} muon, ai * chua|cham|tre|no|quen $, nhung|con|thieu * {unit}|ai * chua, nhung ai * chua, danh_sach * chua|cham|tre|no|thieu,
		con|thieu {unit} nao, con|thieu ai, con|thieu nhung|cac {unit}|ai, con * nhung ai, ai cham, chua {send} * nhung ai|{unit}, ai no, con no * ai, nhac * {unit}|ai|nhung * chua, don_doc * chua, con sot * ai|{unit}, con ai $, nao chua $`)},

		{AskWithdraw, nil, l.waysOf(`rut, thu_hoi, xoa, go_bo, go * xuong, huy {ex}, huy * {ex} * gui|nop, huy bo {ex}, huy_bo {ex}, huy_gui, huy * vua gui, bo {ex}, lay_ve, lay_lai {ex}, khong dang nua, dung_dang, khong cho dang, tra_lai {ex}|cho, khong gui {ex} nua, doi_lai {ex}, cho {ex} ve, {ex} ve`)},

		{AskPeriod, nil, l.waysOf(`
		{change} {period}, {change} * {period}, {send} cho {period}|dot, {period} khac, sai {period}, nham {period}, phai_la {period}, {period} kia, tinh|de|cho * vao|cho|sang|la {period}, gui_bu, nop_bu, bao_bu, lui * {period}, khong phai {period}, sang {period}, ky sau, chu khong_phai {period}`)},
		{AskUnit, nil, l.waysOf(`
		{change} don_vi, doi|chuyen|chon|thay * don_vi, don_vi khac|kia, don_vi thu_hai|hai|con_lai|2, sai don_vi, nham don_vi, khong_phai don_vi, truong khac, doi|chuyen|chon|thay {unit}, doi|chuyen sang|qua {unit}, {send} * thay|ho * {unit}, {change} sang {unit}, khong phai don_vi nay, don_vi nao khac`)},

		{AskCorrect, nil, l.waysOf(`
		sua, chinh_sua, dinh_chinh, dieu_chinh, chinh, cap_nhat, {send}|ghi|go|viet|nhap|bam|an|danh|dien|khai|de|dat|chon * nham|sai|lon|sot, {bad} {part}, {part} * {bad}, bi nham|sai|sot|lon, nham roi, sai roi, bo_sung, doi {part}|lai, doi * {part}, thay {part}, thay * {part}, thay_doi, can_bo_sung, them {part}, thay_anh, sua_anh, doi_anh, them_anh, nham_anh, sai_anh, thieu_anh, bo_sung_anh, anh nham|sai|mo, viet_lai, con thieu {part}, thieu {part}, ^ nham, ^ sai, chua dung, {part} khong dung, khong dung {part}, sai be_bet, sai_bet, bi_sai`)},

		{AskDeadline, nil, l.waysOf(`
		han {when}, han * {when}, han_chot, han_cuoi, thoi_han, deadline, han {send}, ^ han, han * {period}, han chua, qua_han, het_han, den_han, gia_han, toi_han, {when} * {send}|phai|cuoi|xong|dong|khoa_so|chot|het|den, {send}|phai|cuoi|xong|dong|khoa_so|chot|het|cham_nhat|muon_nhat|den|toi|truoc * {when}, con {when}, con * {when}, {when} la han,
		tre * khong|chua, muon * khong|chua $, kip, khoa_so, cham_nhat, muon_nhat, {send} muon|tre|cham, truoc ngay, den ngay * may|nao|bao_nhieu, truoc * ngay nao|may, may ngay nua, bi tre, bi muon, ngay cuoi, ngay chot, han * ngay, han cua, cho han, han {unit}, con han, con thoi_gian, sap het`)},

		{AskHelp, nil, l.waysOf(`
		giai_thich, huong_dan, tro_giup, ho_tro, khong hieu, chua hieu, khong ro|biet|thay * {how}, khong|chua biet * {how}, khong biet, chua biet, chua ro, cach {send}|dung|su_dung|lam|sua|rut|xem|them|viet|nhap|bam|doi|dang, {send}|dung|su_dung|lam|nhap * {how},
		{how} * {send}|dung|su_dung|lam|nhap|viet, help, ^ giup $, ^ giup|cuu gium|ho|voi|do $, chi|day cach, ^ menu, co_the lam|xem * gi, lam duoc gi, lam|xem duoc nhung_gi|gi, bam vao|nut * {how}, bam * dau, nut nao|gi, o_dau * bam|nhap|gui, can nhung_gi, can chuan_bi, co mau, mau $, vao_dau, bam_dau, tu_dau, mau {send}|viet|nao|don|gioi_thieu, bi treo, bi loi, khong bam|gui|nhap|vao|mo duoc, hoc cach, lan_dau, moi nhan_viec, moi dung, moi vao, {how} bay_gio, ^ {how} $, vuong * {how}`)},

		{AskReport, looksOn, l.waysOf(`
		{make} {paper}, {make} * {paper}, ^ {paper} {period}, ^ {paper} $, bao_cao {period}, bao_cao tong_hop, thong_ke, {make} danh_sach * trinh|gui|trich_ngang|khen, trich_ngang, {paper} * trinh, ban tong_hop, ^ tong_hop, ban {paper}, {paper} de_hop, bang tong_hop, ^ ket_xuat, file {paper}, {see} bao_cao`)},

		{AskStatus, looksOn, l.waysOf(`^ {period} * the_nao|nhu_the_nao|ra_sao|sao, {unit} * the_nao|nhu_the_nao|ra_sao`)},
		{AskStatus, nil, l.waysOf(`
		{send}|nhan|nhan_duoc|duyet|toi|xong|du|xem|tiep_nhan|dang|ghi_nhan|duoc|vao|den|luu|co * chua $, {send}|duyet|nhan|nhan_duoc|tiep_nhan|dang|xet * chua, {send} roi, {send} * roi ma, {send} * roi * con|sao|van|nhac|kiem_tra, {send} xong, {send} * roi $, {send} du, tinh_hinh, tinh_trang, trang_thai, ket_qua * sao|the_nao|nhu_the_nao|chua, tien_do, con no, no {period}|gi, con thieu gi|{period}, con phai * gi, den dau roi, den_dau, toi_dau, {period} nay * the_nao|ra_sao|sao, ^ {period} nay $, {ex} * the_nao|ra_sao|den_dau, nhan duoc * khong|chua, co nhan, bi tra_lai, sao * tra_lai, kiem_tra * {send}|giup|ho|xem, hoan_thanh chua, phai lam gi, can {send} gi, con gi, {send} duoc chua, nhan_duoc, nhac * hoai|mai|nhac, sao van nhac, sao con nhac|hoi`)},

		{AskSent, nil, l.waysOf(`
		{see} * gui|nop, {see} * cu|truoc|hom_qua, {send} nhung|gi|nhung_gi|ai|cac|duoc, {send} nhung|cac {ex}|gi, {send} nhung_gi|gi, lich_su, {ex} * da gui|nop, {ex} nao * gui|nop, nhung|cac {ex} * gui|nop, {see} {ex}|ban_ghi, ^ gui nhung, {ex} cu, nhung gi * gui|nop, {send} * {ex} nao, {see} lai * {ex}`)},

		{AskStop, nil, l.waysOf(`
		^ stop, ^ thoi $, ^ thoi * {later}|khong|khoi|nghi|dung|bo|ban|nhe, de {later}, de_toi, {later} * {do}, ^ {later} $, luc_khac, hom_khac, dung_lai, ^ dung $, ^ ngung, ngung, khong {do} nua, khong * nua $, khong muon * nua, dung nhac|nhan|gui|lam, khong nhac nua, tat thong_bao|nhac, bo thong_bao, dang ban, ban qua, ban roi, ^ ban, tam_dung, tam_nghi, tam gac, luu_nhap, luu nhap, luu_lai, luu lai, thoat, ^ huy, huy_bo, ket_thuc, ^ nghi, huy dang_ky|theo_doi,
		khong phai dau_moi, khong con dau_moi, chuyen cong_tac, nghi_huu, ve_huu, thai_san, chua ranh, lat {do}, ti {do}, khoi {send}|lam, {do} sau, {do} tiep sau, khong lam_phien, phien qua, chua gui voi, chua gui, de do, ranh * {do}, dung o_day, tam luu, luu * nhap, bo do, de sau`)},

		{AskBegin, nil, l.waysOf(`
		{start} * {ex}, {start} {ex}, ^ gui $, ^ gioi_thieu, muon|can|xin|cho gioi_thieu|gui|nop|khai|bat_dau|them|nhap, gioi_thieu, bat_dau, lam_moi, tao moi, {ex} moi, ^ {ex} $, khai_bao, gui tiep|them, viet tiep, lam tiep, tiep_tuc, them mot|#|{ex}, co mot|# * {ex}|nguoi|muon, nhap {ex}, viet {ex}`)},

		{SaysThanks, nil, l.waysOf(`cam_on, da_on, biet_on, cam_ta, tot qua, hay qua, tuyet, tuyet_voi, thank_you`)},
		{SaysGreeting, nil, l.waysOf(`chao, hello, ^ alo, xin_chao, kinh_chao, good_morning, chuc * vui_ve, buoi_sang, co ai * khong, ^ lo $`)},
		{AskHelp, nil, l.waysOf(`giup, lam_sao, lam_the_nao, the_nao|nhu_the_nao|cach_nao|bam_dau|o_dau $`)},
	}
}

// nilOfUnit are the ways to say of a unit, whatever its name is, that it has
// nobody to introduce.
func (l *lexicon) nilOfUnit() []way {
	return l.waysOf(`{no} co {ex} $, {no} phat_sinh $`)
}

// takingAway are the ways to begin to say that an example is to be taken back, whoever
// is named in it.
func (l *lexicon) takingAway() []way {
	return l.waysOf(`^ rut|thu_hoi|go_bo|lay_lai {ex}, ^ cho rut|lay_lai {ex}, ^ xin rut {ex}`)
}

// handedTo are the ways to say who is to go on, whatever that name is.
func (l *lexicon) handedTo() []way {
	return l.waysOf(`^ ban_giao * cho, ^ ban_giao lai, ban_giao dau_moi`)
}

// aside are what may be asked while a text is asked for: only what can hardly be
// that text.
func (l *lexicon) aside() []wordRule {
	return []wordRule{
		{AskHandover, serves, l.waysOf(`giao viec|viec_nay * cho, doi|thay dau_moi, khong con|phai * dau_moi, ban_giao * dau_moi, dau_moi * moi la`)},
		{AskSnooze, serves, l.waysOf(`nhac lai giup|nhe|nha|em|toi, {later} nhac, nhac lai $`)},
		{AskMissing, looksOn, l.waysOf(`^ ai chua {send}, ^ nhung_ai chua {send}, {unit} nao chua {send}`)},
		{SaysThanks, nil, l.waysOf(`^ cam_on $`)},
		{SaysGreeting, nil, l.waysOf(`^ chao $, ^ xin_chao $, ^ alo $, ^ hello $`)},
		{AskWithdraw, serves, l.waysOf(`^ xoa het $, ^ xoa het lam|viet lai, ^ xoa di lam|viet lai, lam|viet lai tu dau $, ^ dung_dang, ^ dung dang, ^ thoi dung dang, ^ thoi dung_dang, khong dang * nua $`)},
		{AskContact, nil, l.waysOf(`cho|xin|muon|can|duoc * gap, ^ gap {officer}, cho|xin|can * so_dien_thoai, ^ xin so, lien_he * ai, goi * ai, hoi ai`)},
		{AskDeadline, nil, l.waysOf(`han * {when}, {when} * han|nop|gui, han * den ngay, het_han chua, den_han chua, den han chua, con * {when}, ^ han {send} $, {send} * {when}`)},
		{AskPeriod, nil, l.waysOf(`{change} * {period}, nham {period}, sai {period}`)},
		{AskCorrect, nil, l.waysOf(`^ sua {part} $, ^ sua lai {part} $, ^ sua $, ^ sua lai $`)},
		{AskUnit, nil, l.waysOf(`{change} * don_vi, nham * don_vi, sai * don_vi, {send} cho don_vi khac`)},
		{AskStatus, nil, l.waysOf(`{send} roi * sao|van|con, {period} * {send} roi, ^ {send} roi $`)},
		{AskNil, nil, l.waysOf(`{no} phat_sinh, ^ thoi * {no} co {ex}, {period} * {no} co {ex}|gi|ai`)},
		{AskStop, nil, l.waysOf(`
		^ thoi $, ^ thoi * khong|khoi|bo|de|nghi|dung|{later}, bo_qua $, ^ khoi {do}, ^ huy $, ^ huy * di|het|nhap|khong, ^ huy_bo $, ^ huy_bo * het|ban_nhap, thoat, ^ de {later}, de {later} $, de {later} {do}, ^ de_toi, {later} {do} $, ^ stop, ^ dung $, ^ dung_lai $, ^ tam_dung, luu_nhap, luu nhap, luu_lai $, ^ luu $,
		khong {do} nua, ban * {later} * {do}, ^ ban qua, ^ dang ban, tam_nghi, ^ ket_thuc $, de de {do}, lat {do}, ti {do}, {later} * {do} tiep|not, {do} sau $, khong muon * nua, luc_khac, hom_khac, ^ chua {do} duoc`)},
		{AskStop, nil, l.waysOf(`cat tam|do|day|lai, tam cat, de tam day`)},
		{AskHelp, nil, l.waysOf(`khac nhau, khac * {how} $, phan_biet, khong|chua hieu, khong|chua biet * {how}|{do}, ^ khong biet $, ^ huong_dan $, ^ huong_dan giup|voi|di|cach, ^ tro_giup $, ^ help, giai_thich, ghi|tra_loi|dien|viet {how}, {do}|ghi|tra_loi|dien|viet * {how} $, huong_dan $, {how} $, ^ giup $, la gi $, nghia_la, vi_du`)},
	}
}

// free reports whether somebody who serves a unit is asked nothing: "để chiều" would
// put off what is open.
func free(by Speaker) bool { return serves(by) && by.Open == "" }

func serves(by Speaker) bool { return by.Serves || !looksOn(by) }

func looksOn(by Speaker) bool { return by.Agency || by.Leads }
