package disk

import (
	"runtime/debug"
	"testing"
)

func TestThisBuild(t *testing.T) {
	if b := ThisBuild(); b.Version == "" || b.Version == "?" {
		t.Errorf("the toolchain noted version %q", b.Version)
	}
	stampedVersion, stampedCommit = "v1.2.0", "0123456789ab"
	defer func() { stampedVersion, stampedCommit = "", "" }()
	if b := ThisBuild(); b != (Build{"v1.2.0", "0123456789ab"}) {
		t.Errorf("stamped: %+v", b)
	}
}

func TestNotedBuild(t *testing.T) {
	info := &debug.BuildInfo{Main: debug.Module{Version: "v0.0.0-20261126150855-fcb850f695bb"}}
	if b := notedBuild(info); b != (Build{Version: info.Main.Version}) {
		t.Errorf("without a repository: %+v", b)
	}
	info.Settings = []debug.BuildSetting{{Key: "vcs", Value: "git"}, {Key: "vcs.revision", Value: "fcb850f695bba4c0b8e9bf7e8b38b2184d4053fc"}}
	if b := notedBuild(info); b.Commit != "fcb850f695bb" {
		t.Errorf("commit %q", b.Commit)
	}
}
