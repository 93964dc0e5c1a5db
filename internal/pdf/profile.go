package pdf

import (
	_ "embed"
	"net/url"
	"os"
	"path/filepath"

	"guongsang/internal/files"
)

// profileFlag tells LibreOffice which profile is its own. With the folder behind it, no
// process but ours is called with it.
const profileFlag = "-env:UserInstallation="

// settings are what LibreOffice is told of itself, in the file where it keeps that: no
// macros, no links out of a document, no updates, and a proxy that is not there.
//
//go:embed registrymodifications.xcu
var settings []byte

func profileIn(home string) string { return filepath.Join(home, "profile") }

func profileURL(home string) (string, error) {
	path, err := filepath.Abs(profileIn(home))
	if err != nil {
		return "", err
	}
	return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String(), nil
}

// writeProfile writes the settings anew each time: LibreOffice changes them as it likes.
func (c *Converter) writeProfile() error {
	dir := filepath.Join(profileIn(c.home), "user")
	if err := files.MkdirAll(dir); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "registrymodifications.xcu"), settings, 0o600)
}

// nowhere is a proxy at which nobody listens: the port is that of discard.
const nowhere = "http://127.0.0.1:9"

// environment is all that LibreOffice is told of the machine: nothing that the program
// itself was told, such as the bot's token.
func environment(home string) []string {
	env := []string{
		"HOME=" + home, "TMPDIR=" + home, "SAL_USE_VCLPLUGIN=svp", "LANG=C.UTF-8",
		"http_proxy=" + nowhere, "https_proxy=" + nowhere, "ftp_proxy=" + nowhere, "no_proxy=",
	}
	for _, key := range []string{"PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH"} {
		if v, ok := os.LookupEnv(key); ok {
			env = append(env, key+"="+v)
		}
	}
	return env
}
