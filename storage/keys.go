package storage

import (
	"encoding/binary"
	"fmt"
	"strings"
	"time"

	"guongsang/internal/report"
)

// The buckets. Each comment gives the key tuple and the value.
var (
	bucketMeta       = []byte("meta")       // (name) -> tuple or JSON: version, offset, counters, flood
	bucketInbox      = []byte("inbox")      // (person, seq) -> (update id, nanoseconds) and the raw update
	bucketSeen       = []byte("seen")       // (update id) -> (unix time)
	bucketSeenSaid   = []byte("seensaid")   // (message id, chat) -> (unix time): new ones lie together
	bucketDead       = []byte("dead")       // (seq) -> deadItem
	bucketOutbox     = []byte("outbox")     // (chat, seq) -> Row
	bucketSent       = []byte("sent")       // (key) -> Delivery; kept, so that a key happens once
	bucketUnits      = []byte("units")      // (code) -> Unit
	bucketMembers    = []byte("members")    // (id) -> Member
	bucketPosts      = []byte("posts")      // (role, unit or block, id) -> ()
	bucketEnrolled   = []byte("enrolled")   // (unit) -> (unix time): since when it has had a focal point, who may have left
	bucketInvites    = []byte("invites")    // (hash) -> Invite
	bucketOpen       = []byte("open")       // (role, unit or block, deputy, expires, hash) -> (maker): invites that may still be used
	bucketTries      = []byte("tries")      // (account) -> tries
	bucketTalks      = []byte("talks")      // (member) -> Talk
	bucketDrafts     = []byte("drafts")     // (id) -> Draft
	bucketDraftsBy   = []byte("draftsby")   // (member, id) -> ()
	bucketExamples   = []byte("examples")   // (year, n) -> Example
	bucketVersions   = []byte("versions")   // (year, n, version) -> Example as it was before the next version
	bucketByUnit     = []byte("byunit")     // (unit, year, n) -> ()
	bucketNamed      = []byte("named")      // (folded name, first sent, year, n) -> ()
	bucketWaiting    = []byte("waiting")    // (year, n) -> (returned); examples the agency has to look at or gets back
	bucketFilings    = []byte("filings")    // (period, unit, example number or "") -> packed Filing
	bucketExtensions = []byte("extensions") // (period, unit, block) -> Extension
	bucketPauses     = []byte("pauses")     // (period, unit) -> Pause
	bucketStages     = []byte("stages")     // (period, unit, deadline, stage, member) -> Stage
	bucketSnoozes    = []byte("snoozes")    // (member) -> (unix time)
	bucketMarks      = []byte("marks")      // (name) -> (unix time): what the scheduler last did
	bucketFetches    = []byte("fetches")    // (seq) -> Fetch: files to bring into the house
	bucketJobs       = []byte("jobs")       // (seq) -> Job: documents to be made
	bucketJobKeys    = []byte("jobkeys")    // (key) -> (unix time); kept, so that a key happens once
	bucketLists      = []byte("lists")      // (seq) -> UnitList: lists of units to be read
	bucketUniques    = []byte("uniques")    // (messenger's unique id) -> (hash)
	bucketUnused     = []byte("unused")     // (hash) -> (unix time): files that nothing refers to, since when that is known
	bucketAlarms     = []byte("alarms")     // (kind) -> Gathered: what the admins have not heard of yet
	bucketAsked      = []byte("asked")      // (chat) -> (outbox seq, message id or 0, inbox seq): the row of the open question
	bucketAudit      = []byte("audit")      // (unix nano, seq) -> AuditLine
)

var buckets = [][]byte{
	bucketMeta, bucketInbox, bucketSeen, bucketSeenSaid, bucketDead, bucketOutbox, bucketSent, bucketUnits,
	bucketMembers, bucketPosts, bucketEnrolled, bucketInvites, bucketOpen, bucketTries, bucketTalks, bucketDrafts, bucketDraftsBy,
	bucketExamples, bucketVersions, bucketByUnit, bucketNamed, bucketWaiting, bucketFilings,
	bucketExtensions, bucketPauses, bucketStages, bucketSnoozes, bucketMarks, bucketFetches, bucketJobs, bucketJobKeys,
	bucketUniques, bucketUnused, bucketAudit, bucketAlarms, bucketAsked, bucketLists,
}

// growing are the buckets whose new keys mostly come behind those that are there,
// or many in a row: a page that is split is left nearly full, because nothing
// will come between.
var growing = map[string]bool{
	string(bucketExamples): true, string(bucketVersions): true, string(bucketDrafts): true, string(bucketAudit): true,
	string(bucketSent): true, string(bucketStages): true,
}

// The tags that begin an element of a tuple. A tuple sorts as its elements
// do: strings by bytes, numbers by value.
const (
	tagString = 's'
	tagInt    = 'i'
)

// key encodes a tuple of strings, integers, times (as Unix seconds) and
// dates. A prefix of a tuple encodes to a prefix of its bytes.
func key(parts ...any) []byte {
	b := make([]byte, 0, 32)
	for _, part := range parts {
		switch v := part.(type) {
		case string:
			b = appendString(b, v)
		case int:
			b = appendInt(b, int64(v))
		case int64:
			b = appendInt(b, v)
		case uint64:
			b = appendInt(b, int64(v))
		case bool:
			b = appendInt(b, map[bool]int64{true: 1}[v])
		case time.Time:
			b = appendInt(b, v.Unix())
		case fmt.Stringer: // Period, Date
			b = appendString(b, v.String())
		case report.Role:
			b = appendString(b, string(v))
		default:
			panic(fmt.Sprintf("storage key of type %T", part))
		}
	}
	return b
}

func appendString(b []byte, s string) []byte {
	b = append(b, tagString)
	for i := range len(s) {
		b = append(b, s[i])
		if s[i] == 0 {
			b = append(b, 0xff)
		}
	}
	return append(b, 0, 1)
}

func appendInt(b []byte, n int64) []byte {
	b = append(b, tagInt)
	return binary.BigEndian.AppendUint64(b, uint64(n)^(1<<63))
}

// A tuple reads the elements of a key one by one, in the order in which they
// were written. A malformed key yields zero values.
type tuple []byte

func (t *tuple) int() int64 {
	b := *t
	if len(b) < 9 || b[0] != tagInt {
		*t = nil
		return 0
	}
	*t = b[9:]
	return int64(binary.BigEndian.Uint64(b[1:9]) ^ (1 << 63))
}

func (t *tuple) string() string {
	b := *t
	if len(b) < 3 || b[0] != tagString {
		*t = nil
		return ""
	}
	start, escaped := 1, false
	for i := 1; i+1 < len(b); i++ {
		if b[i] != 0 {
			continue
		}
		if b[i+1] == 1 {
			*t = b[i+2:]
			s := string(b[start:i])
			if escaped {
				s = strings.ReplaceAll(s, "\x00\xff", "\x00")
			}
			return s
		}
		escaped = true
		i++
	}
	*t = nil
	return ""
}

// formatKey prints a tuple for people: ("2026-11", "PT042", 7).
func formatKey(k []byte) string {
	var parts []string
	for t := tuple(k); len(t) > 0; {
		switch t[0] {
		case tagString:
			parts = append(parts, fmt.Sprintf("%q", t.string()))
		case tagInt:
			parts = append(parts, fmt.Sprint(t.int()))
		default:
			return fmt.Sprintf("%x", k)
		}
	}
	return "(" + strings.Join(parts, ", ") + ")"
}
