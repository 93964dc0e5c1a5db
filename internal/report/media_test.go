package report

import "testing"

func TestWhatIsAPicture(t *testing.T) {
	for _, test := range []struct {
		media Media
		want  bool
	}{
		{Media{Kind: "photo"}, true},
		{Media{Kind: "document", MIME: "image/jpeg"}, true},
		{Media{Kind: "document", MIME: "image/heic", Name: "IMG_0001.HEIC"}, true},
		{Media{Kind: "document", MIME: "application/octet-stream", Name: "IMG_0001.HEIC"}, true},
		{Media{Kind: "document", Name: "Ảnh 1.JPG"}, true},
		{Media{Kind: "document", MIME: "application/pdf", Name: "bao-cao.pdf"}, false},
		{Media{Kind: "document", Name: "jpg"}, false},
		{Media{Kind: "document"}, false},
		{Media{Kind: "video", MIME: "video/mp4", Name: "a.jpg"}, false},
		{Media{Kind: "voice", MIME: "audio/ogg"}, false},
	} {
		if got := test.media.Picture(); got != test.want {
			t.Errorf("%+v: %v", test.media, got)
		}
	}
	if n := Pictures([]Media{{Kind: "photo"}, {Kind: "voice"}, {Kind: "document", Name: "a.heic"}}); n != 2 {
		t.Errorf("%d pictures", n)
	}
}
