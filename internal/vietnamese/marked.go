package vietnamese

// Words that are told from others by their marks alone.
const (
	Month      = "tháng"
	Overmorrow = "mốt"
	Six        = "sáu"
	Farther    = "kìa"
	Farthest   = "kỉa"
	Yonder     = "tê"
	SouthFive  = "nhăm"
	Evening    = "tối"
	Household  = "hộ"
	Former     = "cũ"
	DoNot      = "đừng"
	Myself     = "tôi"
	Politely   = "ạ"
	Correct    = "đúng"
	SouthSend  = "gởi"
	DoNotOld   = "chớ"
	WhileThe   = ", còn "
	If         = "nếu"
)

// Provisos are words of what somebody still asks, wants or fears, and of what is shown.
const Provisos = "hỏi xin dặn che ngại sợ nhờ muốn đợi chờ nghĩ nếu ảnh hình tên mặt"

// NotNumbers are words that without their marks would be numbers, or an evening.
const NotNumbers = "từ tự tú tử bà bá bả bạ bã tăm tạm tâm tắm tấm hải hãi hại hài sâu bây bầy bẫy bón bọn lầm lâm nấm nắm tôi"

// NotCorrecting are words that without their marks would put one thing in place of another.
const NotCorrecting = "đội đợi đói đồi dội những nhũng thời thối thổi sữa"

// BehindTitle and BehindFor are what people say behind a title, and whom behind "for", as it
// is written with marks and without.
const (
	BehindTitle = "nghe nghen nha nhé nhe hen hí hỉ ạ nhen"
	BehindFor   = "chị anh em tui tôi mình chi toi minh e"
)

// MarkedParticles are words behind a name that are no part of it, by their marks.
const MarkedParticles = "nhé nhá nghén chứ chớ mới đúng không ở tại bên đó đấy đâu rồi chị đây năm hén hỷ"

// OfWays are the words by which people say where to go, with their marks, also such as one
// mark is taken for another in. With other marks they are other words: "bó quà", "qua cầu".
const OfWays = "bỏ bõ qua trống câu bước mục phần trở trỡ về lùi lui sang sau chỗ chổ cho"

// Spot is what people call a question, which without its mark is "for".
const Spot = "chỗ chổ"

// NamedSpots are markets and landings, which without their marks are "at" somebody's.
const NamedSpots = "chợ bến"

const (
	One       = "một"
	Day       = "ngày"
	WorkGroup = "đội"
)
