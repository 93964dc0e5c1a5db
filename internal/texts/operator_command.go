package texts

import (
	"fmt"
	"strings"
)

// What the operator reads from the commands.

// Help lists the commands.
func Help(commands [][2]string) string {
	var b strings.Builder
	b.WriteString("Gương Sáng - kênh tiếp nhận gương điển hình tiên tiến, người tốt việc tốt, mô hình mới.\n\n" +
		"Cách dùng: guongsang LỆNH [tùy chọn]\n\nCác lệnh:\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "  %s\n        %s\n", strings.TrimSpace(c[0]), c[1])
	}
	b.WriteString("\nCác lệnh đọc cấu hình nhận -config TỆP (mặc định config.yaml). Xem kỹ một lệnh: guongsang help LỆNH")
	return b.String()
}

// CommandHelp shows one command, with what its flags mean where that takes more
// than a line; only those that read the configuration take -config.
func CommandHelp(name, usage, about, flags string, config bool) string {
	text := fmt.Sprintf("Cách dùng: guongsang %s\n\n%s", strings.TrimSpace(name+" "+usage), about)
	if flags != "" {
		text += "\n\n" + flags
	}
	if config {
		text += "\n\n-config TỆP: tệp cấu hình, mặc định config.yaml"
	}
	return text
}

// SeeHelp says where the help of a command is.
func SeeHelp(name string) string { return "Xem cách dùng: guongsang help " + name }

// UnknownCommand says that there is no such command.
func UnknownCommand(name, near string) string {
	if near != "" {
		return fmt.Sprintf("Không có lệnh %q. Có phải ý là %s? Xem các lệnh: guongsang help", name, near)
	}
	return fmt.Sprintf("Không có lệnh %q. Xem các lệnh: guongsang help", name)
}

// WrongArguments says how a command is called.
func WrongArguments(name, usage string) string {
	return fmt.Sprintf("Lệnh %s chưa đủ hoặc thừa phần sau tên lệnh. Cách dùng: guongsang %s", name, strings.TrimSpace(name+" "+usage))
}

// UnknownFlag says that a command has no such option.
func UnknownFlag(name, near string) string {
	if near != "" {
		return fmt.Sprintf("Không có tùy chọn -%s. Có phải ý là -%s?", name, near)
	}
	return fmt.Sprintf("Không có tùy chọn -%s.", name)
}

// FlagNeedsValue says that an option lacks its value.
func FlagNeedsValue(name string) string {
	return fmt.Sprintf("Tùy chọn -%s chưa có giá trị. Vui lòng ghi -%s GIÁ_TRỊ.", name, name)
}

// BadFlagValue says that an option's value cannot be read.
func BadFlagValue(name, value string) string {
	return fmt.Sprintf("Giá trị %q của tùy chọn -%s chưa đúng.", value, name)
}

// BadFlags says that options are written in a way that cannot be read.
func BadFlags() string {
	return "Tùy chọn viết chưa đúng. Vui lòng ghi như -config config.yaml."
}

// The commands, one line each.

// AboutRun is about run.
func AboutRun() string { return "Chạy bot với Telegram cho đến khi được dừng (Ctrl+C)." }

// AboutCheck is about check.
func AboutCheck() string {
	return "Kiểm tra cấu hình: hạn gửi, từng lời nhắc, ngày nghỉ, dữ liệu, và những gì còn thiếu."
}

// AboutHealth is about health.
func AboutHealth() string {
	return "Hỏi bot đang chạy có khỏe không, qua địa chỉ listen."
}

// AboutImportUnits is about import-units.
func AboutImportUnits() string {
	return "Nhập danh sách đơn vị từ tệp CSV hoặc XLSX; xem trước rồi mới ghi. -yes: không hỏi lại."
}

// UsageImportUnits is how import-units is called.
func UsageImportUnits() string { return "[-yes] TỆP" }

// AboutInvite is about invite.
func AboutInvite() string {
	return "Tạo một mã mời. Vai trò: focal (đầu mối), deputy (đầu mối dự phòng), head (thủ trưởng), " +
		"blockhead (trưởng khối), officer (chuyên viên), leader (lãnh đạo), admin (quản trị)."
}

// UsageInvite is how invite is called.
func UsageInvite() string { return "-role VAI_TRÒ [-unit MÃ_ĐƠN_VỊ] [-block TÊN_KHỐI]" }

// AboutRestore is about restore.
func AboutRestore() string {
	return "Phục hồi dữ liệu từ một bản sao lưu. Dữ liệu đang có được cất sang tên khác, không bị xóa."
}

// UsageRestore is how restore is called.
func UsageRestore() string { return "[-identity TỆP_KHÓA] THƯ_MỤC_SAO_LƯU" }

// AboutVerify is about verify.
func AboutVerify() string {
	return "Kiểm tra một bản sao lưu hoặc một tệp dữ liệu không ai đang dùng. Không thay đổi gì."
}

// UsageVerify is how verify is called.
func UsageVerify() string { return "[-identity TỆP_KHÓA] THƯ_MỤC_SAO_LƯU|TỆP_DỮ_LIỆU" }

// VerifiedStore says that a store file is whole.
func VerifiedStore(path string) string {
	return "Đã đọc toàn bộ các trang của " + path + ": nguyên vẹn."
}

// VerifiedBackup says what of a backup was looked at, and that it is whole.
func VerifiedBackup(made string, version, media, missing int, opened bool) string {
	s := fmt.Sprintf("Bản sao lưu lúc %s, dữ liệu phiên bản %d, %d ảnh và tệp: mã kiểm tra của mọi tệp đều khớp.", made, version, media)
	if missing > 0 {
		s += fmt.Sprintf(" Khi sao lưu đã thiếu %d ảnh, tệp.", missing)
	}
	if !opened {
		return s + "\nBản này được mã hóa nên CHƯA đọc được nội dung. Để kiểm tra đầy đủ: guongsang verify -identity TỆP_KHÓA THƯ_MỤC_SAO_LƯU"
	}
	return s + "\nĐã phục hồi thử vào thư mục tạm, đọc mọi bản ghi, rồi xóa thư mục tạm: phục hồi được."
}

// AboutVersion is about version.
func AboutVersion() string { return "Cho biết phiên bản." }

// Version says which build this is.
func Version(version, revision, goVersion string, store int) string {
	return fmt.Sprintf("Gương Sáng %s, %s, dữ liệu phiên bản %d", build(version, revision), goVersion, store)
}

// build names a program by its version and commit.
func build(version, commit string) string {
	if commit == "" {
		return version
	}
	return version + " (" + commit + ")"
}

// Running says that the bot works.
func Running() string { return "Bot đang chạy. Nhấn Ctrl+C để dừng." }

// Stopped says that the bot has stopped.
func Stopped() string {
	return "Bot đã dừng. Việc chưa xong được giữ lại và làm tiếp khi chạy lần sau."
}

// FirstAdmin hands out the invite of the first admin.
func FirstAdmin(code, link, until string) string {
	return "Chưa có người quản trị. Vui lòng dùng mã sau để vào với vai trò quản trị.\n" + inviteLines(code, link, until) +
		"\nMỗi lần chạy tạo một mã mới; mã cũ chưa dùng hết hiệu lực."
}

// InviteCode hands out an invite.
func InviteCode(post, code, link, until string) string {
	return "Mã mời cho vai trò: " + post + "\n" + inviteLines(code, link, until)
}

func inviteLines(code, link, until string) string {
	if link == "" {
		link = "chưa biết tên bot nên chưa có liên kết; người được mời mở bot trong Telegram và gửi mã này"
	}
	return fmt.Sprintf("  Mã: %s\n  Liên kết: %s\n  Dùng một lần, đến %s", code, link, until)
}

// WhichRole lists the roles.
func WhichRole(roles []string, near string) string {
	s := "Vui lòng ghi -role với một trong các vai trò: " + strings.Join(roles, ", ") + "."
	if near != "" {
		s += fmt.Sprintf(" Có phải ý là %s?", near)
	}
	return s
}

// RoleAndUnit says whether a role belongs to a unit.
func RoleAndUnit(role string, wanted bool) string {
	if wanted {
		return fmt.Sprintf("Vai trò %s thuộc một đơn vị. Vui lòng thêm -unit MÃ_ĐƠN_VỊ.", role)
	}
	return fmt.Sprintf("Vai trò %s không thuộc đơn vị nào. Vui lòng bỏ -unit.", role)
}

// RoleAndBlock says whether a role belongs to a block.
func RoleAndBlock(role string, wanted bool) string {
	if wanted {
		return fmt.Sprintf("Vai trò %s thuộc một khối thi đua. Vui lòng thêm -block \"TÊN KHỐI\".", role)
	}
	return fmt.Sprintf("Vai trò %s không thuộc khối nào. Vui lòng bỏ -block.", role)
}

// NoSuchUnit says that no unit has a code.
func NoSuchUnit(code string, units int) string {
	if units == 0 {
		return "Chưa có đơn vị nào. Vui lòng nhập danh sách trước: guongsang import-units TỆP"
	}
	return fmt.Sprintf("Không có đơn vị nào mã %q. Vui lòng xem lại mã trong danh sách đã nhập.", code)
}

// NoSuchBlock says that no block has a name.
func NoSuchBlock(name string, blocks []string) string {
	if len(blocks) == 0 {
		return "Chưa có khối nào. Khối được ghi ở cột “Khối” của danh sách đơn vị: guongsang import-units TỆP"
	}
	return fmt.Sprintf("Không có khối %q. Các khối hiện có:\n  %s", name, strings.Join(blocks, "\n  "))
}

// ConfirmImport asks whether to go on.
func ConfirmImport(n int) string { return fmt.Sprintf("Ghi %d đơn vị vào dữ liệu? (c/k)", n) }

// ListLeavesOpen says that a list needs an answer where nothing may be asked.
func ListLeavesOpen(question string) string {
	return question + "\nVui lòng sửa trong tệp cho rõ, hoặc chạy lại không có -yes để trả lời."
}

// AskNumber asks for one of so many numbered answers.
func AskNumber(most int) string { return fmt.Sprintf("Chọn số (1–%d):", most) }

// NotImported says that nothing was changed.
func NotImported() string { return "Chưa ghi gì. Dữ liệu giữ nguyên." }

// NobodyAnswered says that a question could not be asked, because nobody sits at
// the terminal.
func NobodyAnswered() string {
	return "Không có ai trả lời nên chưa ghi gì. Vui lòng chạy lại lệnh trong cửa sổ dòng lệnh, hoặc thêm -yes để ghi mà không hỏi."
}

// NothingToImport says that the file has nothing new.
func NothingToImport() string {
	return "Danh sách trong tệp giống dữ liệu hiện có. Không cần ghi gì."
}

// Imported says that units were written.
func Imported(n int) string { return fmt.Sprintf("Đã ghi %d đơn vị.", n) }

// Restored says what was brought back.
func Restored(store, made string, media, missing int) string {
	s := fmt.Sprintf("Đã phục hồi dữ liệu vào %s từ bản sao lưu lúc %s, kèm %d ảnh và tệp.", store, made, media)
	if missing > 0 {
		s += fmt.Sprintf(" Có %d ảnh, tệp không phục hồi được vì bản sao lưu thiếu hoặc bị hỏng.", missing)
	}
	return s + "\nCó thể chạy lại bot: guongsang run"
}

// ReplacedStore says where the replaced store is.
func ReplacedStore(path string) string {
	return "Dữ liệu trước khi phục hồi được giữ ở " + path
}

// StoreBusy says that another process has the store.
func StoreBusy() string {
	return "Dữ liệu đang được một tiến trình khác dùng, thường là bot đang chạy.\n" +
		"Vui lòng dừng bot rồi chạy lại lệnh này. Nếu vừa dừng, chờ vài giây rồi thử lại."
}

// BusyImport says how units are imported while the bot runs.
func BusyImport() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa nhập được từ dòng lệnh.\n" +
		"Vui lòng gửi tệp danh sách cho bot trong Telegram bằng tài khoản chuyên viên hoặc quản trị, hoặc dừng bot rồi chạy lại lệnh này."
}

// BusyInvite says how invites are made while the bot runs.
func BusyInvite() string {
	return "Bot đang chạy và giữ dữ liệu, nên chưa tạo được mã từ dòng lệnh.\n" +
		"Vui lòng tạo mã trong Telegram, mục Mời, bằng tài khoản chuyên viên hoặc quản trị, hoặc dừng bot rồi chạy lại lệnh này."
}

// StoreNewer says that the program is older than the store, who wrote that, and both
// ways on; older is a copy beside the store that the program can read.
func StoreNewer(store, program int, version, commit, older string) string {
	wrote, again := "", "dùng bản chương trình mới hơn"
	if version != "" {
		wrote, again = ", do bản chương trình "+build(version, commit)+" ghi", "chạy lại đúng bản "+build(version, commit)+" hoặc bản mới hơn"
	}
	back := "phục hồi bản sao lưu làm trước khi nâng cấp: guongsang restore THƯ_MỤC_SAO_LƯU"
	if older != "" {
		back = "chép tệp " + older + " đè lên guongsang.db trong cùng thư mục khi bot đang dừng (đó là dữ liệu ngay trước khi nâng cấp)"
	}
	return fmt.Sprintf("Dữ liệu ở phiên bản %d%s; chương trình này chỉ biết đến phiên bản %d. Dữ liệu chưa bị thay đổi gì.\n"+
		"Để dùng tiếp dữ liệu này: %s.\n"+
		"Để ở lại bản chương trình này: %s. Những gì ghi từ khi nâng cấp sẽ không có trong đó.", store, wrote, program, again, back)
}

// StoreDamaged says that the store cannot be read, and how to get it back.
func StoreDamaged(cause string) string {
	return "Tệp dữ liệu bị hỏng nên chưa dùng được. Không có gì bị ghi đè.\n" +
		"Vui lòng phục hồi từ bản sao lưu mới nhất: guongsang restore THƯ_MỤC_SAO_LƯU (nằm trong thư mục backup.path).\n" +
		"Tệp hỏng được giữ lại dưới tên khác khi phục hồi.\nChi tiết: " + cause
}

// NoStoreFile says that a file is none of the program's, as far as its beginning tells.
func NoStoreFile(cause string) string {
	return "Tệp này không phải tệp dữ liệu của Gương Sáng. Không có gì bị thay đổi.\n" +
		"Vui lòng chỉ vào tệp guongsang.db trong storage.path, hoặc thư mục guongsang-NGÀY-GIỜ trong backup.path (bản mã hóa, đuôi .age, thì thêm -identity TỆP_KHÓA).\n" +
		"Nếu đây đúng là tệp dữ liệu của bot thì phần đầu tệp đã hỏng: phục hồi từ bản sao lưu mới nhất bằng guongsang restore THƯ_MỤC_SAO_LƯU; tệp hỏng được giữ lại dưới tên khác.\nChi tiết: " + cause
}

// BackupBroken says that a backup cannot be used.
func BackupBroken(cause string) string {
	return "Bản sao lưu này không nguyên vẹn nên không dùng được. Dữ liệu đang có giữ nguyên.\n" +
		"Vui lòng chọn bản sao lưu khác trong thư mục backup.path. " +
		"Nếu chỉ ảnh hoặc tệp kèm theo bị hỏng, có thể phục hồi phần còn lại: guongsang restore THƯ_MỤC_SAO_LƯU/guongsang.db\nChi tiết: " + cause
}

// BackupSealed says that a backup is encrypted, and how it is opened.
func BackupSealed() string {
	return "Bản sao lưu này được mã hóa nên cần tệp khóa riêng mới mở được. Dữ liệu đang có giữ nguyên.\n" +
		"Vui lòng chạy lại lệnh vừa rồi, thêm -identity và tệp khóa do age-keygen tạo, ví dụ: -identity khoa-sao-luu.txt"
}

// IdentityUnfit says that a key opens nothing here.
func IdentityUnfit() string {
	return "Tệp khóa không đúng: không phải khóa do age-keygen tạo, hoặc không phải khóa của bản sao lưu này. Dữ liệu đang có giữ nguyên.\n" +
		"Khóa đúng là khóa ứng với dòng age1… trong backup.recipients vào lúc sao lưu; manifest.json của bản sao lưu có ghi dòng này (Recipients)."
}

// BadRecipient says what a recipient of backups looks like.
func BadRecipient() string {
	return "phải là khóa công khai age1… do age-keygen tạo (không phải khóa riêng AGE-SECRET-KEY-…)"
}

// DiskFull says that there is no space left.
func DiskFull(cause string) string {
	return "Ổ đĩa đã đầy. Vui lòng dọn bớt rồi chạy lại.\nChi tiết: " + cause
}

// AddressTaken says that another program listens already.
func AddressTaken(cause string) string {
	return "Địa chỉ, cổng này đã có chương trình khác dùng nên bot không chạy. Không có gì bị mất.\n" +
		"Vui lòng đổi listen (hoặc telegram.webhook.listen) trong tệp cấu hình sang cổng khác, hoặc dừng chương trình kia.\nChi tiết: " + cause
}

// NoPermission says that the account may not do it.
func NoPermission(cause string) string {
	return "Tài khoản chạy lệnh chưa có quyền với tệp hoặc thư mục này. Vui lòng kiểm tra quyền, hoặc chạy bằng tài khoản của bot.\nChi tiết: " + cause
}

// FolderForFile and FileForFolder say that a path leads to the one in place of the other.
func FolderForFile(cause string) string {
	return "Đường dẫn này là thư mục, cần một tệp. Vui lòng ghi cả tên tệp.\nChi tiết: " + cause
}

// FileForFolder is told with FolderForFile.
func FileForFolder(cause string) string {
	return "Đường dẫn này đi qua một tệp, cần thư mục. Vui lòng kiểm tra đường dẫn trong lệnh và trong tệp cấu hình.\nChi tiết: " + cause
}

// ReadOnlyDisk says that nothing can be written there.
func ReadOnlyDisk(cause string) string {
	return "Ổ đĩa hoặc thư mục này chỉ cho đọc. Vui lòng chọn nơi ghi được (storage.path, backup.path, -out), hoặc gắn lại ổ đĩa.\nChi tiết: " + cause
}

// NoBackupThere says that a folder is no backup.
func NoBackupThere(cause string) string {
	return "Thư mục này không phải bản sao lưu, vì không có tệp manifest.json. Dữ liệu đang có giữ nguyên.\n" +
		"Vui lòng chỉ vào một thư mục tên guongsang-NGÀY-GIỜ trong backup.path. Nếu bản sao lưu chỉ còn tệp dữ liệu, chỉ vào tệp đó: guongsang restore THƯ_MỤC_SAO_LƯU/guongsang.db\n" +
		"Chi tiết: " + cause
}

// NoSuchFile says that a file is not there.
func NoSuchFile(cause string) string {
	return "Không tìm thấy tệp hoặc thư mục. Vui lòng kiểm tra đường dẫn.\nChi tiết: " + cause
}

// CommandFailed says that a command did not work for a cause without a
// sentence of its own.
func CommandFailed(cause string) string {
	return "Lệnh chưa thực hiện được. Vui lòng xem chi tiết dưới đây và thử lại.\nChi tiết: " + cause
}

// TokenMissing says where the token goes.
func TokenMissing() string {
	return "Chưa có mã bí mật (token) của bot. Vui lòng nhận từ @BotFather rồi đặt vào biến môi trường TELEGRAM_BOT_TOKEN, " +
		"hoặc vào một tệp và ghi tên tệp ở telegram.token_file."
}

// TokenFileUnread says that the token's file cannot be read.
func TokenFileUnread(path string) string {
	return fmt.Sprintf("Không đọc được tệp mã bí mật %s. Vui lòng kiểm tra telegram.token_file và quyền đọc.", path)
}

// TokenMalformed says that a token is not one.
func TokenMalformed() string {
	return "Mã bí mật (token) của bot chưa đúng dạng. Vui lòng sao chép lại nguyên vẹn từ @BotFather vào TELEGRAM_BOT_TOKEN hoặc tệp token_file."
}

// TokenRefused says that Telegram knows no bot with the token.
func TokenRefused() string {
	return "Telegram không nhận mã bí mật (token) này: có thể chép thiếu, hoặc @BotFather đã cấp mã mới. Vui lòng chép lại từ @BotFather vào TELEGRAM_BOT_TOKEN hoặc tệp token_file rồi chạy lại."
}

// WebhookSecretMissing says where the webhook's secret goes.
func WebhookSecretMissing() string {
	return "Chưa có mã kiểm tra webhook. Vui lòng đặt biến môi trường TELEGRAM_WEBHOOK_SECRET, từ 16 ký tự chữ không dấu, số, dấu _ hoặc -."
}
