package app

import (
	"runtime/debug"
	"testing"
)

func TestBuildVersion(t *testing.T) {
	if version, _ := BuildVersion(); version == "" || version == "?" {
		t.Errorf("the toolchain noted version %q", version)
	}
	stampedVersion, stampedCommit = "v1.2.0", "0123456789ab"
	defer func() { stampedVersion, stampedCommit = "", "" }()
	if version, commit := BuildVersion(); version != "v1.2.0" || commit != "0123456789ab" {
		t.Errorf("stamped: %s %s", version, commit)
	}
}

func TestNotedVersion(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Version: "v0.0.0-20261126150855-fcb850f695bb"}}
	if version, commit := notedVersion(info); version != info.Main.Version || commit != "" {
		t.Errorf("without a repository: %q %q", version, commit)
	}
	info.Settings = []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "fcb850f695bba4c0b8e9bf7e8b38b2184d4053fc"}}
	if _, commit := notedVersion(info); commit != "fcb850f695bb" {
		t.Errorf("commit %q", commit)
	}
}
