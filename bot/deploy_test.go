package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"guongsang/internal/app"
)

// The files for systemd and containers start the program by a command that it has, and
// give it what it reads.
func TestDeployFilesAreOfThisProgram(t *testing.T) {
	unit, container := file(t, "../deploy/guongsang.service"), file(t, "../deploy/Containerfile")
	for name, file := range map[string]string{"guongsang.service": unit, "Containerfile": container} {
		for _, call := range regexp.MustCompile(`(?m)^ExecStart=\S+ (\S+) -config|\["(?:/guongsang", ")?(\w+)", "-config"`).FindAllStringSubmatch(file, -1) {
			command := call[1] + call[2]
			found := false
			for _, c := range commands() {
				found = found || c.name == command && c.config
			}
			if !found {
				t.Errorf("%s calls %q", name, command)
			}
		}
		if !strings.Contains(file, "/etc/guongsang/config.yaml") {
			t.Errorf("%s names no configuration", name)
		}
	}
	if n := len(regexp.MustCompile(`"-config"`).FindAllString(container, -1)); n != 2 {
		t.Errorf("the container calls the program %d times", n)
	}
	for _, says := range []string{"Type=notify", "WatchdogSec=", "LoadCredential=token:", "StateDirectory=guongsang", "TimeoutStopSec="} {
		if !strings.Contains(unit, says) {
			t.Errorf("the unit has no %s", says)
		}
	}
	for _, says := range []string{"FROM scratch", "USER 65532", "VOLUME /data", "HEALTHCHECK"} {
		if !strings.Contains(container, says) {
			t.Errorf("the container has no %s", says)
		}
	}
	guide := file(t, "../docs/cai-dat.md")
	for _, path := range []string{"deploy/guongsang.service", "deploy/Containerfile", "/run/credentials/guongsang.service/token"} {
		if !strings.Contains(guide, path) {
			t.Errorf("the guide does not name %s", path)
		}
	}
	if _, err := app.Parse("config.yaml", []byte("telegram: {token_file: /run/credentials/guongsang.service/token}\norganization: {name: UBND xã A, standing_agency: Phòng B, council: Hội đồng A, place: A, contact: chị C}\nheartbeat: {url: \"https://hc.example/ping/x\"}\n")); err != nil {
		t.Error(err)
	}
}

// mostExposed is how open systemd may find the unit, on its scale from 0 to 10.
const mostExposed = 2.0

func TestUnitIsHardened(t *testing.T) {
	if _, err := exec.LookPath("systemd-analyze"); err != nil {
		t.Skip("systemd-analyze is not here to ask")
	}
	out, err := exec.Command("systemd-analyze", "security", "--offline=true", "--no-pager", "../deploy/guongsang.service").CombinedOutput()
	m := regexp.MustCompile(`exposure level for \S+: ([\d.]+)`).FindSubmatch(out)
	if m == nil {
		t.Skipf("systemd-analyze of this machine does not say: %v %s", err, out)
	}
	if level, err := strconv.ParseFloat(string(m[1]), 64); err != nil || level > mostExposed {
		t.Errorf("systemd finds the unit exposed to %s, and %v is the most", m[1], mostExposed)
	}
}

func file(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
