package records

import (
	"guongsang/internal/assess"
	"guongsang/internal/likeness"
	"guongsang/internal/report"
	"guongsang/internal/search"
	"guongsang/storage/layout"
)

// nouns are what the records are, by bucket.
var nouns = map[string]func() any{
	string(layout.BucketUnits):        func() any { return new(report.Unit) },
	string(layout.BucketMembers):      func() any { return new(report.Member) },
	string(layout.BucketInvites):      func() any { return new(report.Invite) },
	string(layout.BucketTries):        func() any { return new(Tries) },
	string(layout.BucketTalks):        func() any { return new(Talk) },
	string(layout.BucketDrafts):       func() any { return new(report.Draft) },
	string(layout.BucketExamples):     func() any { return new(report.Example) },
	string(layout.BucketVersions):     func() any { return new(report.Example) },
	string(layout.BucketHandlings):    func() any { return new(report.Handling) },
	string(layout.BucketExtensions):   func() any { return new(report.Extension) },
	string(layout.BucketPauses):       func() any { return new(report.Pause) },
	string(layout.BucketStages):       func() any { return new(Stage) },
	string(layout.BucketChases):       func() any { return new(Chase) },
	string(layout.BucketAudit):        func() any { return new(AuditLine) },
	string(layout.BucketPublications): func() any { return new(Publication) },
	string(layout.BucketEvidence):     func() any { return new(Evidence) },
	string(layout.BucketAssessments):  func() any { return new(assess.Kept) },
	string(layout.BucketRights):       func() any { return new(report.DataRequest) },
}

// Readable reads a record of a bucket, and says why it cannot be read. In a
// bucket that has no records, but tuples, everything can.
func Readable(bucket, k, v []byte) error {
	if string(bucket) == string(layout.BucketFilings) {
		_, err := readFiling(report.Period{}, k, v)
		return err
	}
	if string(bucket) == string(layout.BucketTraits) {
		return likeness.Traits(v).Check()
	}
	if string(bucket) == string(layout.BucketSearch) {
		return search.Entry(v).Check()
	}
	if string(bucket) == string(layout.BucketRequests) {
		_, err := readRequest(k, v)
		return err
	}
	if blank, ok := nouns[string(bucket)]; ok {
		return Decode(k, v, blank())
	}
	return nil
}
