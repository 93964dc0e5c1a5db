package privacy

// The words that stand in the place of what may not be shown. They are here and
// not in package texts, which is built on this one.
const (
	someChild   = "Em"
	somebody    = "Một cá nhân"
	and         = " và "
	mySchool    = "nhà trường"
	here        = "địa phương"
	someSchool  = "Trường học trên địa bàn"
	someUnit    = "Đơn vị trên địa bàn"
	internalUse = "Lưu hành nội bộ"
	left        = "…" // what nothing else can stand for
)

// beforeEthnicity are the words behind which an ethnic group is named.
var beforeEthnicity = [...]string{"dân tộc", "người"}

// calling are words of which one stands in whatever says that somebody has another
// name as well.
var calling = [...]string{"gọi", "tên", "danh", "tức", "goi", "ten", "tuc", "nick"}

// youths are words of which one stands in whatever names a child or tells an age.
var youths = [...]string{"cháu", "bé ", "em ", "trẻ ", "học sinh", "học trò", "hs ", "thiếu n", "nhi đồng", "nữ sinh", "nam sinh", "sinh năm", "sinh ngày", "sơ sinh", "sn", "tuổi", "lớp", "đội viên", "thằng cu", "nạn nhân", "chau ", "be ", "hoc sinh", "hoc tro", "tuoi", "lop ", "sinh nam"}

// schools are words of which one stands in whatever speaks of pupils.
var schools = [...]string{"học sinh", "học trò", "lớp ", "mầm non", "mẫu giáo", "tiểu học", "giáo viên", "cô giáo", "thầy giáo", "hoc sinh", "hoc tro"}
