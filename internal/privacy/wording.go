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

// youths are the last words of what stands before the name of a child.
var youths = [...]string{"em", "cháu", "bé", "sinh", "hs", "nhi", "niên", "viên", "bạn", "con", "trai", "gái", "là", "chau", "be", "ban", "gai", "la", "nien", "vien", "đầu", "út", "nuôi"}
