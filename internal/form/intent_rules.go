package form

func agency(by Speaker) bool  { return by.Agency }
func looksOn(by Speaker) bool { return by.Agency || by.Leads }

// changing are the ways to say that something sent is to be changed or taken back.
var changing = map[Intent][]pattern{
	AskWithdraw: patternsOf(`rut, thu hoi, xoa, huy, go bo, go * xuong, bo * di, lay lai`),
	AskCorrect:  patternsOf(`sua, chinh, dinh chinh, nham, sai, lon, doi ten, doi anh, thay anh, thay doi, cap nhat, bo sung`),
}

// rules are tried in this order; the first that a sentence follows says what it
// asks for.
var rules = []wordRule{
	// To speak with somebody, whatever else is said.
	{AskContact, nil, 50, patternsOf(`
		gap *  can bo|chuyen vien|nguoi|lanh dao|phu trach|ai, ^ muon|can gap, ^ cho gap, muon|can|xin|duoc|cho gap, ^ gap, noi chuyen, goi|alo cho ai, goi * ai, goi dien, goi so nao, dien thoai, lien he, lien lac, hotline, duong day nong,
		ai * phu trach, phu trach * ai, nguoi|can bo * phu trach, hoi ai, hoi * ai $, so may, so zalo, zalo|facebook cua|so|phong|can, trao doi truc tiep, ket noi, dia chi co quan|phong, email, ai truc, truc may`)},

	// Who has not sent, and how many: before what a unit says of itself.
	{AskCount, nil, 55, patternsOf(`
		bao nhieu|may don vi|guong|bai|nguoi|truong hop|mo hinh|truong|xa|noi|tap the|ca nhan|dau moi|cai|phan tram|ho so|ban|tai khoan|khoi|so, duoc bao nhieu, duoc may, co bao nhieu, con bao nhieu * chua, bao nhieu * gui|nop|bao|da|roi|chua, so luong, tong so, tong cong, tong * bao nhieu, ti|ty le, phan tram, dem, may * roi $, thong ke so, so * da gui|nop, bao nhieu $`)},
	{AskMissing, nil, 50, patternsOf(`
		ai * chua|cham|tre|muon|no|quen|thieu, nao * chua, nao * cham|tre|muon|no|thieu|quen, nhung * chua gui|nop|bao, cac * chua gui|nop|bao, con|thieu * nhung ai, con ai, con thieu * don vi|ai|noi|truong|xa, thieu ai, thieu don vi, danh sach * chua, danh sach cham|tre|no, don vi chua|cham, truong|xa chua gui|nop|bao, con no * ai, ai con no, chua thay * don vi|ai, nhac|don doc * don vi|ai chua, don vi * chua gui|nop|bao cao|bao`)},

	// Nothing to introduce.
	{AskNil, nil, 45, patternsOf(`
		khong * phat sinh, chua * phat sinh, khong|chua|chang|het co * guong|truong hop|dien hinh|nguoi tot|mo hinh|viec tot|phat sinh|noi bat|tieu bieu, khong|chua co gi|ai $, khong|chua co gi|ai * gioi thieu|bao|gui|noi bat|tieu bieu|neu|de|ca|het|thang|ky|quy, khong guong, chua guong, bao khong $, bao khong co, bao cao khong $, ^ khong co $, ^ khong co gi, ^ khong co ai, khong * de|gi gioi thieu, khong|chua * gioi thieu duoc * ai|guong, khong|chua tim duoc|ra|thay * guong|ai|nguoi|truong hop, thang|ky|quy * khong co $, khong co * thang|ky|quy nay, ^ nil $, trang guong, khong co guong, khong co de, khong ai * de, het guong, bang khong, khong * de bao, khong|chua co * nao, khong dang ky guong`)},

	// What was sent, and whether it came.
	{AskStatus, nil, 50, patternsOf(`
		gui|nop|bao|bao cao|xong|du|nhan|duyet|xem|tiep nhan|hoan thanh|dang|chap nhan|thong qua|vao|toi|den|ghi nhan|hop le|dat|xet|on * chua $, gui|nop|duyet|nhan|bao|tiep nhan * chua|duoc chua, da|duoc * duyet|nhan|xet|dang * chua|khong, nhan duoc * chua|khong, da nhan * chua|khong, co nhan duoc, tinh hinh, tinh trang, trang thai, ket qua, tien do, con no, no gi, no nhung, con thieu gi, thieu gi, con phai|can gui|nop|lam, phai|can lam * gi|nhung, can|phai gui|nop * gi, viec gi can, den dau|buoc nao, da du|xong chua, ra sao roi, den|toi dau roi, duyet chua, the nao roi, nhu the nao roi, ky nay $, ^ ky nay, ^ thang|quy nay $, thang|ky|quy nay * the nao|sao|ra sao|gi, xem ky, bi tra lai, tra lai * sao|gi|ly do, sao|vi sao|tai sao * tra lai, con gi phai, con gi can, con ky nao, no ky nao, no thang|quy nao`)},
	{AskSent, nil, 50, patternsOf(`
		gui|nop|bao cao|bao * roi $, gui|nop|bao * xong|het|du * roi, da|vua gui|nop * roi, gui roi, nop roi, bao roi, da gui gi|nhung|cac|guong|ai|cai|bai, da|vua gui $, da gui|nop, xem * gui, xem|danh sach|liet ke * da gui|nop|bao, lich su, cac|nhung guong * da gui|nop|cu, guong * da gui|nop, gui nhung|cac * gi|ai|guong|nao, gui * guong nao, gui duoc nhung|gi, hom qua|truoc|nay gui, xem guong, ban da gui, guong|bai cu, gui * ai roi`)},

	{AskWithdraw, nil, 45, patternsOf(`rut, thu hoi, xoa, go bo, go * xuong, huy * guong|bai|cai|gui|ho so, bo guong|bai, bo * di, lay ve, khong gui nua, dung gui, thoi khong gui, khong dang nua, dung dang`)},

	{AskPeriod, nil, 45, patternsOf(`
		doi|chuyen|sua|chon|thay|lui|dua|nham|sai|ghi|tinh|qua|sang * ky|thang|quy, gui|nop|bao|bu|lam|gioi thieu cho ky|thang|quy, gui bu, nop bu, ky|thang|quy khac, ^ thang|quy # $, ^ ky|thang|quy truoc|sau|toi $, tinh|gui vao thang|quy|ky`)},
	{AskUnit, nil, 40, patternsOf(`
		doi|chuyen|sua|chon|thay|nham|sai|lon * don vi, don vi khac, don vi kia, truong khac, gui|nop|bao|lam|gioi thieu|ho cho|ho|thay * don vi|truong|tram|xa|ban|hoi|doan, chuyen|doi sang truong|tram|hoi|doan|ubnd|phong|ban|chi|cong`)},

	{AskCorrect, nil, 40, patternsOf(`
		sua, chinh sua, dinh chinh, dieu chinh, chinh lai, cap nhat, gui|nop|ghi|go|viet|nhap|bam|an|bao|danh|dien|khai nham|sai|lon|thieu, nham, sai ten|nam|tieu|noi|anh|thong|loi|chinh|so|dia|ho|tuoi|ngay, bi sai, ten|nam sinh|anh|tieu de * sai, sai $, bo sung, doi ten|anh|tieu|nam|noi dung|lai, thay anh|ten|doi|the, them anh|thong tin|noi dung|so lieu, viet lai, con thieu anh|thong tin, thieu anh`)},

	// Until when.
	{AskDeadline, nil, 40, patternsOf(`
		han, han chot, deadline, thoi han, bao gio|khi|luc nao|ngay|hom|luc may * gui|nop|het|phai|bao|cuoi|xong|dong|khoa|chot|tre, khi nao * gui|nop|het|phai|bao|xong|dong|khoa|chot, luc nao * gui|nop|het|phai|bao|xong|dong|khoa|chot, ngay nao * gui|nop|het|phai|bao|xong|dong|khoa|chot|cuoi, hom nao * gui|nop|het|phai|bao|xong, ngay may * gui|nop|het|phai|bao|xong|dong|khoa|chot|cuoi, ngay bao nhieu,
		gui|nop|het|phai|bao|bao cao|xong|dong|khoa so|chot|cuoi|ky|thang|quy * bao gio|khi nao|luc nao|ngay nao|ngay may|hom nao|may gio|ngay bao nhieu|bao lau|den ngay|truoc ngay, con bao lau, con may ngay|hom, con bao nhieu ngay|hom, may ngay nua, tre|muon * khong|chua, co bi tre|muon, bi tre|muon, kip, qua han, het han, khoa so, den bao gio, den khi nao, den ngay, toi bao gio, truoc ngay may|nao|bao, cham nhat, muon nhat, bao gio $, khi nao $, ngay may $`)},

	{AskReport, nil, 45, patternsOf(`
		lam|lap|tao|xuat|in|tai|gui|can|xin|cho|lay|soan|viet|ra|xem|muon|nho * bao cao|tong hop|to trinh|cong van|word|excel|bieu mau|van ban|bang bieu|bieu do|file, ^ bao cao $, ^ bao cao thang|quy|ky|tong|ket|nam|tuan, bao cao tong hop, ban|bang tong hop, tong hop $, ^ tong hop, file word|excel|bao cao|tong, ^ excel|word, thong ke, ban word|excel|bao, ^ xuat, don doc, van ban, cong van, to trinh, phieu`)},

	{AskStop, nil, 40, patternsOf(`
		^ stop, ^ thoi $, ^ thoi * de|khong|nghi|dung|mai|sau|bo|khi|ban|luc, de mai|sau|toi|chieu|luc|khi|hom, luc khac, hom khac, mai lam|gui|tinh|nop|viet|noi|nhap|tiep|bao, ^ mai|sau $, dung lai, ^ dung, ngung, khong lam nua, khong nhan * nua, dung * nhac|nhan|gui, khong nhac nua, dung nhac, tat thong bao|nhac, bo thong bao, bao ban, dang ban, ^ ban qua|lam|roi, tam dung|nghi|de|gac, luu nhap, luu lai, thoat, ^ huy, ket thuc, ^ nghi, khong muon * nua, khong * nua $, huy * dang ky|theo doi|lam, thoi lam, thoi * dau moi, khong phai * dau moi, khong con * dau moi|lam, chuyen cong tac, nghi viec|huu|thai san, de * tinh, chua lam|ranh * luc|bay gio|hom, lat nua, ti nua, lat lam, nhac * sau|chieu, bo qua $, khong lam phien, phien qua`)},

	{AskBegin, nil, 35, patternsOf(`
		^ gui $, gui|nop|them|tao|khai|nhap|viet|dang ky|gioi thieu|bao|neu|de xuat|de cu|lam|ghi|co|dua|dang|bo sung|tien cu * guong|bai|dien hinh|mo hinh|truong hop|tam guong|ca nhan|tap the|ho so|nguoi tot, muon|can|xin|cho gioi thieu|gui|nop|khai|bat dau, gioi thieu * nguoi|ai|guong|em|hoc sinh|dong|can|mot, ^ gioi thieu, bat dau, lam moi, tao moi, guong moi, ^ guong $, khai bao, gui tiep|them, lam tiep, viet tiep, tiep tuc, them mot|1|guong|nguoi|nua, co mot|1|nguoi * muon|can|hay|de, ban nhap`)},

	{AskHelp, nil, 40, patternsOf(`
		giup, tro giup, ho tro, huong dan, chi em|dan|cach|ho|giup, cach gui|nop|dung|su|lam|bao|viet|nhap|sua|them|rut|xem|dang|chup|bam|tao|dien, lam sao, lam the nao, lam nhu the nao, nhu the nao, the nao $, sao $, khong biet, chua biet, khong ro, chua ro, khong hieu, chua hieu, bam vao|nut|o dau|cho, o dau, dung the nao, su dung, help, mau, nut nao|gi, cho nao, khong thay * nut|dau, khong * duoc $, khong gui duoc, loi $, bi loi, bi treo, menu, lam gi duoc|day, duoc khong $, co can|phai * khong $, can nhung gi, gui|nop * cho ai, nhung gi $, gi $`)},

	{SaysThanks, nil, 30, patternsOf(`cam on, da on, biet on, cam ta, tot qua, hay qua, tuyet, ok cam, ghi nhan, thank`)},
	{SaysGreeting, nil, 30, patternsOf(`chao, hello, ^ alo, xin chao, kinh chao, ^ e $, ^ hey, good morning, buoi sang|chieu|toi, ^ ai do, co ai`)},
}
