package emulator

import (
	"fmt"
	"net/http"
	"strconv"
)

// apiError is a refusal as the Bot API words it.
type apiError struct {
	code       int
	text       string
	retryAfter int
	// violation marks a request that a correct bot never makes, whatever
	// people do; it is kept for Violations.
	violation bool
}

func (e *apiError) Error() string { return fmt.Sprintf("%d %s", e.code, e.text) }

// refusal is a 400 that depends on the state of a chat and may meet any bot.
func refusal(text string) *apiError {
	return &apiError{code: http.StatusBadRequest, text: "Bad Request: " + text}
}

// malformed is a 400 that only a faulty request gets.
func malformed(text string) *apiError {
	return &apiError{code: http.StatusBadRequest, text: "Bad Request: " + text, violation: true}
}

// unlawful is a 400 in the emulator's own words: the real server would have
// let the request pass or cut it to size.
func unlawful(format string, args ...any) *apiError {
	return &apiError{code: http.StatusBadRequest, text: "Bad Request: emulator: " + fmt.Sprintf(format, args...), violation: true}
}

func forbidden(text string) *apiError {
	return &apiError{code: http.StatusForbidden, text: "Forbidden: " + text}
}

func conflict(text string) *apiError {
	return &apiError{code: http.StatusConflict, text: "Conflict: " + text}
}

func floodWait(seconds int) *apiError {
	return &apiError{
		code:       http.StatusTooManyRequests,
		text:       "Too Many Requests: retry after " + strconv.Itoa(seconds),
		retryAfter: seconds,
	}
}

// errNetwork stands for no answer at all.
var errNetwork = &apiError{text: "connection reset"}

// The real server's words, in one place.
const (
	textUnauthorized    = "Unauthorized"
	textBadToken        = "Unauthorized: invalid token specified"
	textNoMethod        = "Not Found: method not found"
	textNotModified     = "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
	textQueryTooOld     = "query is too old and response timeout expired or query ID is invalid"
	textOtherPoller     = "terminated by other getUpdates request; make sure that only one bot instance is running"
	textWebhookSet      = "terminated by setWebhook request"
	textWebhookActive   = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
	textChatNotFound    = "chat not found"
	textBlocked         = "bot was blocked by the user"
	textDeactivated     = "user is deactivated"
	textNotStarted      = "bot can't initiate conversation with a user"
	textEditNotFound    = "message to edit not found"
	textCannotEdit      = "message can't be edited"
	textDeleteNotFound  = "message to delete not found"
	textCannotDelete    = "message can't be deleted for everyone"
	textReplyNotFound   = "message to be replied not found"
	textTooLong         = "message is too long"
	textEditTooLong     = "MESSAGE_TOO_LONG"
	textCaptionTooLong  = "message caption is too long"
	textEmpty           = "message text is empty"
	textBlank           = "text must be non-empty"
	textNotUTF8         = "strings must be encoded in UTF-8"
	textNoTextToEdit    = "there is no text in the message to edit"
	textNoCaptionToEdit = "there is no caption in the message to edit"
	textButtonData      = "BUTTON_DATA_INVALID"
	textTextButton      = "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
	textMarkupTooLong   = "reply markup is too long"
	textFileTooBig      = "file is too big"
	textWrongFile       = "wrong file_id or the file is temporarily unavailable"
	textFileEmpty       = "file must be non-empty"
	textImageBroken     = "IMAGE_PROCESS_FAILED"
	textImageShape      = "PHOTO_INVALID_DIMENSIONS"
)
