package layout

// The buckets. Each comment gives the key tuple and the value.
var (
	BucketMeta       = []byte("meta")       // (name) -> tuple or JSON: version, offset of each bot, bots, counters, flood, settings, writer
	BucketInbox      = []byte("inbox")      // (person, seq) -> (update id, nanoseconds) and the raw update
	BucketSeen       = []byte("seen")       // (bot, update id) -> (unix time, last update id, unix time of the first): a run of ids
	BucketSeenSaid   = []byte("seensaid")   // (message id, chat, bot) -> (unix time): new ones lie together
	BucketDead       = []byte("dead")       // (seq) -> Dead
	BucketOutbox     = []byte("outbox")     // (chat, seq) -> Row
	BucketSent       = []byte("sent")       // (key) -> Delivery; kept, so that a key happens once
	BucketUnits      = []byte("units")      // (code) -> Unit
	BucketMembers    = []byte("members")    // (id) -> Member
	BucketPosts      = []byte("posts")      // (role, unit or block, id) -> ()
	BucketEnrolled   = []byte("enrolled")   // (unit) -> (unix time): since when it has had a focal point, who may have left
	BucketInvites    = []byte("invites")    // (hash) -> Invite
	BucketOpen       = []byte("open")       // (role, unit or block, deputy, expires, hash) -> (maker): invites that may still be used
	BucketTries      = []byte("tries")      // (account) -> tries
	BucketTalks      = []byte("talks")      // (member) -> Talk, packed where nothing waits beside the question
	BucketDrafts     = []byte("drafts")     // (id) -> Draft
	BucketDraftsBy   = []byte("draftsby")   // (member, id) -> ()
	BucketDraftsLeft = []byte("draftsleft") // (unit, draft id) -> (): open drafts of those who left, offered to the others
	BucketRequests   = []byte("requests")   // (unit, draft id) -> (period, draft version, unix nano): drafts that wait for the unit's head
	BucketExamples   = []byte("examples")   // (year, n) -> Example
	BucketVersions   = []byte("versions")   // (year, n, version) -> Example as it was before the next version
	BucketByUnit     = []byte("byunit")     // (unit, year, n) -> ()
	BucketHandlings  = []byte("handlings")  // (year, n) -> Handling: what the agency does with an example beside ruling on it
	BucketTraits     = []byte("traits")     // (first sent, year, n) -> likeness.Traits; not of those that were withdrawn
	BucketSearch     = []byte("search")     // (year, n) -> search.Entry
	BucketWaiting    = []byte("waiting")    // (year, n) -> (returned); examples the agency has to look at or gets back
	BucketFilings    = []byte("filings")    // (period, unit, example number or "") -> packed Filing
	BucketExtensions = []byte("extensions") // (period, unit, block) -> Extension
	BucketPauses     = []byte("pauses")     // (period, unit) -> Pause
	BucketStages     = []byte("stages")     // (period, unit, deadline, stage, member) -> Stage
	BucketSnoozes    = []byte("snoozes")    // (member) -> (unix time)
	BucketChases     = []byte("chases")     // (seq) -> Chase: wishes that units be reminded now
	BucketReminders  = []byte("reminders")  // (chat, message, bot) -> (unix time, key): the messages in which reminders went
	BucketMarks      = []byte("marks")      // (name) -> (unix time): what the scheduler last did
	BucketFetches    = []byte("fetches")    // (seq) -> Fetch: files to bring into the house
	BucketJobs       = []byte("jobs")       // (seq) -> Job: documents to be made
	BucketJobKeys    = []byte("jobkeys")    // (key) -> (unix time); kept, so that a key happens once
	BucketLists      = []byte("lists")      // (seq) -> UnitList: lists of units to be read
	BucketUniques    = []byte("uniques")    // (messenger's unique id) -> (hash)
	BucketUnused     = []byte("unused")     // (hash) -> (unix time): files that nothing refers to, since when that is known
	BucketAlarms     = []byte("alarms")     // (kind) -> Gathered: what the admins have not heard of yet
	BucketAsked      = []byte("asked")      // (chat) -> (outbox seq, message id or 0, inbox seq, when it was sent, bot): the row of the open question
	BucketAudit      = []byte("audit")      // (unix nano, seq) -> packed AuditLine
	BucketAudited    = []byte("audited")    // (u, unit | p, account | e, example; unix nano, seq) -> (): the lines that speak of it

	BucketPublications = []byte("publications") // (year, n) -> Publication
	BucketPublishing   = []byte("publishing")   // (year, n) -> (): publications at which the clock has to look
	BucketListed       = []byte("listed")       // (ended, year, n) -> (submitted): publications as they are listed
	BucketEvidence     = []byte("evidence")     // (year, n, seq) -> Evidence
	BucketRights       = []byte("rights")       // (closed, n) -> DataRequest
	BucketAssessments  = []byte("assessments")  // (period) -> assess.Kept: the general assessment of a report, as officers edited it
)

// Buckets are all of them.
var Buckets = [][]byte{
	BucketMeta, BucketInbox, BucketSeen, BucketSeenSaid, BucketDead, BucketOutbox, BucketSent, BucketUnits,
	BucketMembers, BucketPosts, BucketEnrolled, BucketInvites, BucketOpen, BucketTries, BucketTalks, BucketDrafts, BucketDraftsBy,
	BucketExamples, BucketVersions, BucketByUnit, BucketTraits, BucketSearch, BucketWaiting, BucketFilings,
	BucketExtensions, BucketPauses, BucketStages, BucketSnoozes, BucketMarks, BucketFetches, BucketJobs, BucketJobKeys,
	BucketUniques, BucketUnused, BucketAudit, BucketAudited, BucketAlarms, BucketAsked, BucketLists, BucketRequests,
	BucketChases, BucketReminders, BucketHandlings,
	BucketPublications, BucketPublishing, BucketListed, BucketEvidence, BucketDraftsLeft, BucketRights, BucketAssessments,
}

// Growing are the buckets whose new keys mostly come behind those that are there,
// or many in a row: a page that is split is left nearly full, because nothing
// will come between.
var Growing = map[string]bool{
	string(BucketExamples): true, string(BucketVersions): true, string(BucketDrafts): true, string(BucketAudit): true,
	string(BucketSent): true, string(BucketSeenSaid): true, string(BucketStages): true, string(BucketTraits): true, string(BucketSearch): true,
}
