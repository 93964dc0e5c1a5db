package telegram

import (
	"encoding/json"
	"net/http"
	"strings"
	"time"

	"guongsang/internal/courier"
)

// A finding is what one trip means for the row: a verdict, and whether the
// refusal in it can be got round in the same attempt.
type finding struct {
	courier.Verdict
	obstacle obstacle
}

// An obstacle is a refusal that there is a way round.
type obstacle int

const (
	none      obstacle = iota
	lost               // the message to edit is not there any more
	captioned          // the message to edit has a caption in the place of a text
	garbled            // the entities were not understood
)

// judge reads a trip. Telegram's words are matched because its codes do not
// tell the cases apart.
func judge(t *trip) finding {
	f := finding{}
	if err := t.problem(); err != nil {
		f.Why = err.Error()
	}
	switch {
	case t.unsent():
		f.Kind = courier.Disconnected
	case t.err != nil:
		f.Kind = courier.Uncertain
	case t.decoded && t.answer.OK:
		f.Kind = courier.Delivered
		if f.Album, f.At = album(t.answer.Result); len(f.Album) > 0 {
			f.Message = f.Album[0]
			break
		}
		f.Message, f.At = message(t.answer.Result)
	case t.code() == http.StatusTooManyRequests:
		f.Kind, f.Wait = courier.RateLimited, t.retryAfter()
	case t.decoded:
		f.Kind, f.obstacle = judgeRefusal(t.answer.Code, strings.ToLower(t.answer.Description))
	case t.status == http.StatusRequestEntityTooLarge:
		f.Kind = courier.Refused
	case t.status >= 400 && t.status < 500: // something before Telegram said no
		f.Kind = courier.Unavailable
	default:
		f.Kind = courier.Uncertain
	}
	return f
}

// message is the id of the message that a call made or changed, and when it did.
func message(result json.RawMessage) (id int64, at time.Time) {
	if len(result) == 0 || result[0] != '{' { // of some calls the result is just true
		return 0, at
	}
	var date int64
	eachIn(result, func(name, value []byte) {
		switch string(name) {
		case "message_id":
			id = whole(value)
		case "date", "edit_date":
			date = max(date, whole(value))
		}
	})
	if date > 0 {
		at = time.Unix(date, 0)
	}
	return id, at
}

// album is the ids of all messages that a call made, if it made several.
func album(result json.RawMessage) (ids []int64, at time.Time) {
	if len(result) == 0 || result[0] != '[' {
		return nil, at
	}
	eachIn(result, func(_, part []byte) {
		var id int64
		id, at = message(part)
		ids = append(ids, id)
	})
	return ids, at
}

func judgeRefusal(code int, text string) (courier.Kind, obstacle) {
	switch {
	case code >= 500, code == http.StatusConflict:
		return courier.Unavailable, none
	case code == http.StatusUnauthorized:
		return courier.Unauthorized, none
	case code == http.StatusForbidden:
		return courier.Unreachable, none
	case says(text, "message is not modified", "query is too old", "query_id_invalid"):
		return courier.Delivered, none
	case says(text, "message to edit not found", "message to delete not found", "message can't be edited", "message_id_invalid"):
		return courier.Refused, lost
	case says(text, "there is no text in the message to edit"):
		return courier.Refused, captioned
	case says(text, "can't parse entities", "entity_"):
		return courier.Refused, garbled
	case says(text, "chat not found", "user not found", "peer_id_invalid", "user_deactivated", "input_user_deactivated"):
		return courier.Unreachable, none
	}
	return courier.Refused, none
}

func says(text string, any ...string) bool {
	for _, s := range any {
		if strings.Contains(text, s) {
			return true
		}
	}
	return false
}
