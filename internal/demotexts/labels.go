package demotexts

// A label is a short text of the demo's page. The page can be read in English
// too, so that a visitor finds the way; what the bot says stays Vietnamese.
type label struct{ key, vi, en string }

// PageLabels are the labels of the demo's page by language and key.
func PageLabels() map[string]map[string]string {
	vi, en := map[string]string{}, map[string]string{}
	for _, l := range pageLabels {
		vi[l.key], en[l.key] = l.vi, l.en
	}
	return map[string]map[string]string{"vi": vi, "en": en}
}

var pageLabels = []label{
	// The frame of the page.
	{"page_title", "Gương Sáng: bản trình diễn", "Gương Sáng: the demo"},
	{"brand", "Gương Sáng", "Gương Sáng"},
	{"brand_note", "bản trình diễn", "the demo"},
	{"welcome_label", "Giới thiệu", "Introduction"},
	{"welcome_lead", "Mỗi đơn vị giới thiệu gương người tốt, việc tốt ngay trên điện thoại.", "Every unit introduces good people and good deeds by phone."},
	{"welcome", "Chọn một người và nhắn thử, hoặc xem trọn một tháng. Nhân vật là giả định.", "Choose somebody and write, or watch a whole month go by. Everybody here is invented."},
	{"tour_start", "Xem hướng dẫn một tháng", "Watch a month"},
	{"people", "Mọi người", "People"},
	{"chat", "Trò chuyện", "Chat"},
	{"chats", "Các cuộc trò chuyện", "Chats"},
	{"desk", "Bàn điều khiển", "Desk"},
	{"desk_open", "Mở bàn điều khiển", "Open the desk"},
	{"views", "Các phần của trang", "Parts of the page"},
	{"language", "Đổi ngôn ngữ nhãn (English)", "Labels in Vietnamese (tiếng Việt)"},
	{"theme", "Nền tối", "Dark"},
	{"close", "Đóng", "Close"},
	{"cancel", "Thôi", "Cancel"},
	{"understood", "Đã rõ", "OK"},
	{"busy", "Đang thực hiện", "Working"},
	{"building", "Đang dựng tình huống, xin chờ trong giây lát…", "Setting the scene, one moment…"},
	{"offline", "Mất kết nối với chương trình trình diễn. Đang nối lại…", "Lost touch with the demo. Connecting again…"},
	{"unreached", "Chưa gửi được: chương trình trình diễn không trả lời. Vui lòng thử lại.", "Not sent: the demo does not answer. Please try again."},
	{"refused", "Việc này chưa làm được. Vui lòng thử lại.", "This could not be done. Please try again."},

	// The guided tour.
	{"tour", "Hướng dẫn một tháng", "A month, guided"},
	{"tour_step", "{0}/{1}", "{0}/{1}"},
	{"tour_pause", "Tạm dừng", "Pause"},
	{"tour_go", "Tiếp tục", "Go on"},
	{"tour_next", "Bước sau", "Next"},
	{"tour_stop", "Kết thúc", "Stop"},
	{"tour_again", "Xem lại", "Again"},

	// People and their phones.
	{"people_agency", "Cơ quan thường trực", "Standing agency"},
	{"people_units", "Đơn vị", "Units"},
	{"people_outsiders", "Người ngoài", "Outsiders"},
	{"people_others", "Các đầu mối khác", "Other focal points"},
	{"people_search", "Tìm người, đơn vị…", "Find a person or unit…"},
	{"outsider", "Người ngoài", "Not enrolled"},
	{"unread", "tin chưa đọc", "unread"},
	{"draft", "Nháp", "Draft"},
	{"not_started", "Chưa mở bot", "Has not opened the bot"},
	{"blocked_bot", "Đã chặn bot", "Has blocked the bot"},
	{"open_beside", "Mở bên cạnh", "Open beside"},
	{"add_phone", "Thêm điện thoại", "Add a phone"},
	{"phone_about", "Một người nữa vào bằng mã mời. Tên và vai trò do người xem tự đặt.", "One more person comes in by an invite."},
	{"phone_name", "Họ và tên", "Name"},
	{"phone_role", "Vai trò", "Role"},
	{"phone_unit", "Đơn vị", "Unit"},
	{"phone_block", "Khối thi đua", "Block"},
	{"phone_code", "Mã mời hoặc đường dẫn (nếu đã có)", "Invite or its link (if there is one)"},
	{"phone_code_hint", "Để trống: cấp mã mới cho vai trò đã chọn.", "Empty: a new invite is made for the role."},
	{"phone_go", "Thêm và mở", "Add and open"},
	{"role_outsider", "Người ngoài, không có mã mời", "Outsider, without an invite"},

	// A chat.
	{"chat_of", "Điện thoại của {0}", "Phone of {0}"},
	{"messages", "Tin nhắn", "Messages"},
	{"says_bot", "Bot", "Bot"},
	{"says_person", "Người dùng", "Person"},
	{"start", "Bắt đầu", "Start"},
	{"intro_invited", "Người này đã có đường dẫn mời: bấm Bắt đầu để vào.", "There is an invite already: press Start to come in."},
	{"intro_plain", "Bấm Bắt đầu để mở cuộc trò chuyện.", "Press Start to open the chat."},
	{"intro_outsider", "Người này chưa có mã mời. Bấm Bắt đầu để xem bot trả lời người lạ ra sao.", "There is no invite. Press Start to see how the bot meets a stranger."},
	{"block", "Chặn bot", "Block the bot"},
	{"unblock", "Bỏ chặn", "Unblock"},
	{"is_blocked", "{0} đã chặn bot: tin nhắn không đến được máy này.", "{0} has blocked the bot: nothing reaches this phone."},
	{"second_chat", "Mở thêm một cuộc trò chuyện bên cạnh", "Open a second chat beside"},
	{"close_chat", "Đóng cuộc trò chuyện này", "Close this chat"},
	{"write", "Tin nhắn", "Message"},
	{"send", "Gửi", "Send"},
	{"commands", "Lệnh của bot", "Commands of the bot"},
	{"attach", "Gửi ảnh hoặc tệp", "Send photos or files"},
	{"keyboard", "Bàn phím trả lời", "Reply keyboard"},
	{"drop_here", "Thả vào đây để gửi", "Drop here to send"},
	{"to_end", "Xuống tin mới nhất", "To the newest message"},
	{"older", "Xem tin cũ hơn", "Older messages"},
	{"unread_line", "Tin chưa đọc", "Unread"},
	{"edited", "đã sửa", "edited"},
	{"forwarded", "Chuyển tiếp từ {0}", "Forwarded from {0}"},
	{"message_menu", "Việc với tin này", "What to do with this message"},
	{"reply", "Trả lời", "Reply"},
	{"edit", "Sửa tin", "Edit"},
	{"copy", "Chép", "Copy"},
	{"copied", "Đã chép.", "Copied."},
	{"copy_refused", "Trình duyệt không cho chép. Vui lòng chọn đoạn chữ rồi chép.", "The browser does not allow copying."},
	{"editing", "Sửa tin đã gửi", "Edit the message"},
	{"replying", "Trả lời tin này", "Reply to"},
	{"does_typing", "bot đang viết", "bot is typing"},
	{"does_document", "bot đang gửi tệp", "bot is sending a file"},
	{"does_photo", "bot đang gửi ảnh", "bot is sending a photo"},
	{"does_voice", "bot đang gửi ghi âm", "bot is sending a voice note"},
	{"link_title", "Đường dẫn mở bot", "A link that opens the bot"},
	{"link_text", "Mã trong đường dẫn: {0}. Mở trên điện thoại nào?", "Code in the link: {0}. On which phone?"},
	{"link_here", "Máy của {0}", "Phone of {0}"},
	{"link_new", "Thêm điện thoại mới", "Add a new phone"},

	// What a message carries.
	{"kind_text", "Tin nhắn", "Message"},
	{"kind_photo", "Ảnh", "Photo"},
	{"kind_document", "Tệp", "File"},
	{"kind_voice", "Ghi âm", "Voice note"},
	{"kind_sticker", "Nhãn dán", "Sticker"},
	{"kind_location", "Vị trí", "Location"},
	{"kind_contact", "Danh thiếp", "Contact"},
	{"enlarge", "Xem ảnh lớn", "Enlarge"},
	{"viewer", "Ảnh phóng lớn", "Picture, enlarged"},
	{"previous", "Ảnh trước", "Previous picture"},
	{"following", "Ảnh sau", "Next picture"},
	{"download", "Tải xuống", "Download"},
	{"voice_play", "Nghe ghi âm", "Play the voice note"},
	{"voice_place", "Vị trí trong ghi âm", "Place in the voice note"},

	// Files to send.
	{"files_title", "Gửi từ điện thoại của {0}", "Send from the phone of {0}"},
	{"send_as", "Cách gửi", "Send as"},
	{"as_photo", "Gửi dạng ảnh", "As photos"},
	{"as_photo_hint", "thu nhỏ, gửi nhanh", "made smaller, quick"},
	{"as_file", "Gửi dạng tệp", "As files"},
	{"as_file_hint", "giữ nguyên chất lượng", "as they are"},
	{"as_voice", "Gửi dạng ghi âm", "As voice notes"},
	{"caption", "Lời kèm theo (không bắt buộc)", "Caption (optional)"},
	{"send_files", "Gửi {0} tệp", "Send {0}"},
	{"too_large", "Mỗi tệp gửi được tối đa {0} MB và không được rỗng.", "A file may have {0} MB and must not be empty."},

	// The clock.
	{"clock", "Đồng hồ", "Clock"},
	{"clock_next", "Tới việc tiếp theo", "To the next event"},
	{"clock_play", "Chạy nhanh", "Play"},
	{"clock_pause", "Dừng", "Pause"},
	{"clock_hour", "+1 giờ", "+1 hour"},
	{"clock_day", "+1 ngày", "+1 day"},
	{"clock_deadline", "Tới ngày hạn", "To the deadline"},
	{"next", "Sắp tới", "What comes next"},
	{"next_more", "Xem tất cả hoặc thu gọn", "All of them, or the first few"},
	{"next_nothing", "Không có việc nào đã định.", "Nothing is set."},

	// The board.
	{"board", "Bảng theo dõi", "Board of duties"},
	{"board_nothing", "Chưa có kỳ nào đang theo dõi.", "No period is being followed."},
	{"board_hint", "Mỗi ô là một đơn vị. Bấm để mở điện thoại của đơn vị.", "A cell is a unit. Press to open its phone."},
	{"periods", "Các kỳ", "Periods"},
	{"units_met", "đơn vị đã gửi", "units have sent"},

	// The outbox.
	{"outbox", "Hộp thư đi", "Outbox"},
	{"outbox_waiting", "chờ gửi", "waiting"},
	{"outbox_sent", "đã gửi", "sent"},
	{"outbox_inbox", "tin đến chờ đọc", "to be read"},
	{"outbox_fetches", "tệp chờ tải", "files to fetch"},
	{"outbox_jobs", "văn bản đang soạn", "documents to make"},
	{"outbox_dead", "để riêng", "set aside"},
	{"outbox_nothing", "Không có tin nào đang chờ.", "Nothing waits."},

	// What can go wrong.
	{"faults", "Thử sự cố", "Faults"},
	{"faults_about", "Bật rồi nhắn thử: không tin nào mất, không tin nào gửi hai lần.", "Switch one on and write: nothing is lost, nothing is said twice."},
	{"fault_note", "Đang thử sự cố", "A fault is on"},
	{"fault_down", "Mất mạng", "Network down"},
	{"fault_down_about", "Bot không tới được Telegram", "The bot cannot reach Telegram"},
	{"fault_flood", "Gửi quá nhanh (429)", "Too many messages (429)"},
	{"fault_flood_about", "Telegram yêu cầu chờ rồi gửi tiếp", "Telegram asks to wait"},
	{"fault_slow", "Mạng chậm", "Slow"},
	{"fault_slow_about", "Mỗi lần gửi mất một giây", "Every call takes a second"},

	// Scenes.
	{"scenes", "Tình huống", "Scenes"},
	{"scenes_about", "Bắt đầu từ một thời điểm khác trong tháng.", "Begin at another moment of the month."},
	{"scene_now", "đang xem", "now"},
	{"restart", "Bắt đầu lại từ đầu", "Start over"},
	{"lose_text", "Dữ liệu đang giữ ở {0} được cất sang một thư mục con tên là before-…, rồi tình huống mới bắt đầu. Muốn mở lại phần đã cất: chạy với -store và thư mục con đó.", "What is kept in {0} is put aside in a folder before-… within it, and the new scene begins. To go on with it later, give that folder to -store."},
	{"lose_go", "Bắt đầu", "Begin"},
}
