package emulator

import "sync"

// The Bot API's parameters, as data. The rows follow the published
// specification; a test holds them against it. What the specification of the
// test lacks, because the client library is newer, is listed there too.

// param is one parameter of a method or one field of an object.
type param struct {
	name     string
	types    string // alternatives joined by " or "
	required bool
}

// methodParams has a row for every method that the emulator answers.
var methodParams = sync.OnceValue(func() map[string][]param {
	return map[string][]param{
		"getMe": {},
		"getUpdates": {
			{"offset", "Integer", false},
			{"limit", "Integer", false},
			{"timeout", "Integer", false},
			{"allowed_updates", "Array of String", false},
		},
		"setWebhook": {
			{"url", "String", true},
			{"certificate", "InputFile", false},
			{"ip_address", "String", false},
			{"max_connections", "Integer", false},
			{"allowed_updates", "Array of String", false},
			{"drop_pending_updates", "Boolean", false},
			{"secret_token", "String", false},
		},
		"deleteWebhook": {
			{"drop_pending_updates", "Boolean", false},
		},
		"getWebhookInfo": {},
		"sendMessage": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"direct_messages_topic_id", "Integer", false},
			{"text", "String", true},
			{"parse_mode", "String", false},
			{"entities", "Array of MessageEntity", false},
			{"link_preview_options", "LinkPreviewOptions", false},
			{"disable_notification", "Boolean", false},
			{"protect_content", "Boolean", false},
			{"allow_paid_broadcast", "Boolean", false},
			{"message_effect_id", "String", false},
			{"suggested_post_parameters", "SuggestedPostParameters", false},
			{"reply_parameters", "ReplyParameters", false},
			{"reply_markup", "InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply", false},
			{"ephemeral_message_parameters", "EphemeralMessageParameters", false},
		},
		"editMessageText": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", false},
			{"message_id", "Integer", false},
			{"inline_message_id", "String", false},
			{"text", "String", false},
			{"parse_mode", "String", false},
			{"entities", "Array of MessageEntity", false},
			{"link_preview_options", "LinkPreviewOptions", false},
			{"rich_message", "InputRichMessage", false},
			{"reply_markup", "InlineKeyboardMarkup", false},
		},
		"editMessageCaption": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", false},
			{"message_id", "Integer", false},
			{"inline_message_id", "String", false},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"show_caption_above_media", "Boolean", false},
			{"reply_markup", "InlineKeyboardMarkup", false},
		},
		"editMessageReplyMarkup": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", false},
			{"message_id", "Integer", false},
			{"inline_message_id", "String", false},
			{"reply_markup", "InlineKeyboardMarkup", false},
		},
		"answerCallbackQuery": {
			{"callback_query_id", "String", true},
			{"text", "String", false},
			{"show_alert", "Boolean", false},
			{"url", "String", false},
			{"cache_time", "Integer", false},
		},
		"deleteMessage": {
			{"chat_id", "Integer or String", true},
			{"message_id", "Integer", true},
		},
		"sendPhoto": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"direct_messages_topic_id", "Integer", false},
			{"photo", "InputFile or String", true},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"show_caption_above_media", "Boolean", false},
			{"has_spoiler", "Boolean", false},
			{"disable_notification", "Boolean", false},
			{"protect_content", "Boolean", false},
			{"allow_paid_broadcast", "Boolean", false},
			{"message_effect_id", "String", false},
			{"suggested_post_parameters", "SuggestedPostParameters", false},
			{"reply_parameters", "ReplyParameters", false},
			{"reply_markup", "InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply", false},
			{"ephemeral_message_parameters", "EphemeralMessageParameters", false},
		},
		"sendDocument": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"direct_messages_topic_id", "Integer", false},
			{"document", "InputFile or String", true},
			{"thumbnail", "InputFile or String", false},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"disable_content_type_detection", "Boolean", false},
			{"disable_notification", "Boolean", false},
			{"protect_content", "Boolean", false},
			{"allow_paid_broadcast", "Boolean", false},
			{"message_effect_id", "String", false},
			{"suggested_post_parameters", "SuggestedPostParameters", false},
			{"reply_parameters", "ReplyParameters", false},
			{"reply_markup", "InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply", false},
			{"ephemeral_message_parameters", "EphemeralMessageParameters", false},
		},
		"sendVoice": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"direct_messages_topic_id", "Integer", false},
			{"voice", "InputFile or String", true},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"duration", "Integer", false},
			{"disable_notification", "Boolean", false},
			{"protect_content", "Boolean", false},
			{"allow_paid_broadcast", "Boolean", false},
			{"message_effect_id", "String", false},
			{"suggested_post_parameters", "SuggestedPostParameters", false},
			{"reply_parameters", "ReplyParameters", false},
			{"reply_markup", "InlineKeyboardMarkup or ReplyKeyboardMarkup or ReplyKeyboardRemove or ForceReply", false},
			{"ephemeral_message_parameters", "EphemeralMessageParameters", false},
		},
		"sendMediaGroup": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"direct_messages_topic_id", "Integer", false},
			{"media", "Array of InputMediaAudio or Array of InputMediaDocument or Array of InputMediaLivePhoto or Array of InputMediaPhoto or Array of InputMediaVideo", true},
			{"disable_notification", "Boolean", false},
			{"protect_content", "Boolean", false},
			{"allow_paid_broadcast", "Boolean", false},
			{"message_effect_id", "String", false},
			{"reply_parameters", "ReplyParameters", false},
		},
		"sendChatAction": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", true},
			{"message_thread_id", "Integer", false},
			{"action", "String", true},
		},
		"getFile": {
			{"file_id", "String", true},
		},
		"setMyCommands": {
			{"commands", "Array of BotCommand", true},
			{"scope", "BotCommandScope", false},
			{"language_code", "String", false},
		},
		"getMyCommands": {
			{"scope", "BotCommandScope", false},
			{"language_code", "String", false},
		},
		"setChatMenuButton": {
			{"chat_id", "Integer", false},
			{"menu_button", "MenuButton", false},
		},
		"setMyDescription": {
			{"description", "String", false},
			{"language_code", "String", false},
		},
		"setMyShortDescription": {
			{"short_description", "String", false},
			{"language_code", "String", false},
		},
		"getChat": {
			{"chat_id", "Integer or String", true},
		},
		"getChatMember": {
			{"chat_id", "Integer or String", true},
			{"user_id", "Integer", true},
		},
		"editMessageMedia": {
			{"business_connection_id", "String", false},
			{"chat_id", "Integer or String", false},
			{"message_id", "Integer", false},
			{"inline_message_id", "String", false},
			{"media", "InputMedia", true},
			{"reply_markup", "InlineKeyboardMarkup", false},
		},
	}
})

// objectFields has the objects that are looked into. An object that is not
// here is only asked to be an object.
var objectFields = sync.OnceValue(func() map[string][]param {
	return map[string][]param{
		"MessageEntity": {
			{"type", "String", true},
			{"offset", "Integer", true},
			{"length", "Integer", true},
			{"url", "String", false},
			{"user", "User", false},
			{"language", "String", false},
			{"custom_emoji_id", "String", false},
			{"unix_time", "Integer", false},
			{"date_time_format", "String", false},
		},
		"LinkPreviewOptions": {
			{"is_disabled", "Boolean", false},
			{"url", "String", false},
			{"prefer_small_media", "Boolean", false},
			{"prefer_large_media", "Boolean", false},
			{"show_above_text", "Boolean", false},
		},
		"ReplyParameters": {
			{"message_id", "Integer", true},
			{"chat_id", "Integer or String", false},
			{"allow_sending_without_reply", "Boolean", false},
			{"quote", "String", false},
			{"quote_parse_mode", "String", false},
			{"quote_entities", "Array of MessageEntity", false},
			{"quote_position", "Integer", false},
			{"checklist_task_id", "Integer", false},
			{"poll_option_id", "String", false},
		},
		"InlineKeyboardMarkup": {
			{"inline_keyboard", "Array of Array of InlineKeyboardButton", true},
		},
		"InlineKeyboardButton": {
			{"text", "String", true},
			{"icon_custom_emoji_id", "String", false},
			{"style", "String", false},
			{"url", "String", false},
			{"callback_data", "String", false},
			{"web_app", "WebAppInfo", false},
			{"login_url", "LoginUrl", false},
			{"switch_inline_query", "String", false},
			{"switch_inline_query_current_chat", "String", false},
			{"switch_inline_query_chosen_chat", "SwitchInlineQueryChosenChat", false},
			{"copy_text", "CopyTextButton", false},
			{"callback_game", "CallbackGame", false},
			{"pay", "Boolean", false},
			{"disabled", "DisabledButton", false},
		},
		"ReplyKeyboardMarkup": {
			{"keyboard", "Array of Array of KeyboardButton", true},
			{"is_persistent", "Boolean", false},
			{"resize_keyboard", "Boolean", false},
			{"one_time_keyboard", "Boolean", false},
			{"input_field_placeholder", "String", false},
			{"selective", "Boolean", false},
		},
		"KeyboardButton": {
			{"text", "String", true},
			{"icon_custom_emoji_id", "String", false},
			{"style", "String", false},
			{"request_users", "KeyboardButtonRequestUsers", false},
			{"request_chat", "KeyboardButtonRequestChat", false},
			{"request_managed_bot", "KeyboardButtonRequestManagedBot", false},
			{"request_contact", "Boolean", false},
			{"request_location", "Boolean", false},
			{"request_poll", "KeyboardButtonPollType", false},
			{"web_app", "WebAppInfo", false},
		},
		"ReplyKeyboardRemove": {
			{"remove_keyboard", "Boolean", true},
			{"selective", "Boolean", false},
		},
		"ForceReply": {
			{"force_reply", "Boolean", true},
			{"input_field_placeholder", "String", false},
			{"selective", "Boolean", false},
		},
		"BotCommand": {
			{"command", "String", true},
			{"description", "String", true},
		},
		"InputMediaPhoto": {
			{"type", "String", true},
			{"media", "String", true},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"show_caption_above_media", "Boolean", false},
			{"has_spoiler", "Boolean", false},
		},
		"InputMediaDocument": {
			{"type", "String", true},
			{"media", "String", true},
			{"thumbnail", "String", false},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"disable_content_type_detection", "Boolean", false},
		},
		"InputMediaVideo": {
			{"type", "String", true},
			{"media", "String", true},
			{"thumbnail", "String", false},
			{"cover", "String", false},
			{"start_timestamp", "Integer", false},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"show_caption_above_media", "Boolean", false},
			{"width", "Integer", false},
			{"height", "Integer", false},
			{"duration", "Integer", false},
			{"supports_streaming", "Boolean", false},
			{"has_spoiler", "Boolean", false},
		},
		"InputMediaAudio": {
			{"type", "String", true},
			{"media", "String", true},
			{"thumbnail", "String", false},
			{"caption", "String", false},
			{"parse_mode", "String", false},
			{"caption_entities", "Array of MessageEntity", false},
			{"duration", "Integer", false},
			{"performer", "String", false},
			{"title", "String", false},
		},
		"WebAppInfo": {
			{"url", "String", true},
		},
		"CopyTextButton": {
			{"text", "String", true},
		},
		"BotCommandScopeDefault": {
			{"type", "String", true},
		},
		"BotCommandScopeAllPrivateChats": {
			{"type", "String", true},
		},
		"BotCommandScopeAllGroupChats": {
			{"type", "String", true},
		},
		"BotCommandScopeAllChatAdministrators": {
			{"type", "String", true},
		},
		"BotCommandScopeChat": {
			{"type", "String", true},
			{"chat_id", "Integer or String", true},
		},
		"BotCommandScopeChatAdministrators": {
			{"type", "String", true},
			{"chat_id", "Integer or String", true},
		},
		"BotCommandScopeChatMember": {
			{"type", "String", true},
			{"chat_id", "Integer or String", true},
			{"user_id", "Integer", true},
		},
		"MenuButtonCommands": {
			{"type", "String", true},
		},
		"MenuButtonWebApp": {
			{"type", "String", true},
			{"text", "String", true},
			{"web_app", "WebAppInfo", true},
		},
		"MenuButtonDefault": {
			{"type", "String", true},
		},
	}
})

// unionMembers has the objects that may stand for a union type.
var unionMembers = sync.OnceValue(func() map[string][]string {
	return map[string][]string{
		"BotCommandScope": {"BotCommandScopeDefault", "BotCommandScopeAllPrivateChats", "BotCommandScopeAllGroupChats", "BotCommandScopeAllChatAdministrators", "BotCommandScopeChat", "BotCommandScopeChatAdministrators", "BotCommandScopeChatMember"},
		"MenuButton":      {"MenuButtonCommands", "MenuButtonWebApp", "MenuButtonDefault"},
	}
})
