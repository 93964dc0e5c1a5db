package simulation

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// What people say in a sentence in place of pressing: two persons in one message, whether
// somebody agreed, what of an introduction that was sent is wrong, and that it is taken back.

const (
	saysSeveral   = " người: tạo 2 bản nháp?"
	saysMade      = "Đã tạo 2 bản nháp"
	saysShort     = "Đúng rồi thì bấm Gửi"
	saysConsent   = "đã đồng ý cho đăng tên và ảnh"
	saysCorrect   = "Sửa Nơi ở/đơn vị của gương "
	saysNewPart   = "đã đồng ý cả phần mới chưa"
	saysCorrected = "Đã nhận bản bổ sung, sửa đổi của "

	pressSeveral = "Tạo 2 bản nháp"
	pressCorrect = "Sửa như trên"
	pressNewPart = "Đồng ý cả phần mới"
	pressAgain   = "Gửi lại"
	pressTakeIt  = "Rút"
	pressCancel  = "Hủy"
)

// sayConsent is how people say what somebody agreed to.
var sayConsent = map[int]string{
	1: "anh ấy đồng ý cho đăng cả tên và ảnh rồi",
	2: "đồng ý cho nêu tên, ảnh thì không",
	3: "người ta không đồng ý đâu",
}

// sentence is what a focal point is after who says it; nil if there is nothing of the kind.
func (p *Play) sentence(who *person) (g *goal) {
	what := pick(p.beside, []struct {
		name string
		goal func(*person) *goal
	}{{"two in one message", p.several}, {"consents said", p.consentSaid}, {"corrections said", p.correctionSaid}})
	if g = what.goal(who); g != nil {
		p.Counts[what.name]++
	}
	return g
}

// several is to introduce two in one message; the second is sent once the first is received.
func (p *Play) several(who *person) *goal {
	if !p.patient { // who says it twice has four drafts
		return nil
	}
	one, other := p.newIntro(who), p.newIntro(who)
	return &goal{
		what: "introduce", intro: one, says: one.pasted() + "\n\n" + other.pasted(), done: []string{saysReceipt},
		answers: append(one.answers(), [2]string{saysSeveral, pressSeveral}, [2]string{saysMade, pressContinue + "“" + one.name + "”"}),
		next:    &goal{what: "introduce", intro: other, says: pressIntroduce, answers: other.answers(), done: []string{saysReceipt}},
	}
}

// consentSaid is to introduce somebody and to say when it is asked what that one agreed to.
func (p *Play) consentSaid(who *person) *goal {
	i := p.newIntro(who)
	says, _, _ := strings.Cut(i.pasted(), "\nĐồng ý:")
	return &goal{
		what: "introduce", intro: i, says: says, done: []string{saysReceipt},
		answers: append(i.answers(), [2]string{saysShort, pressSend}, [2]string{saysConsent, sayConsent[i.consent]}),
	}
}

// correctionSaid is to put right where somebody lives who was introduced last.
func (p *Play) correctionSaid(who *person) *goal {
	i := p.lastSent(who)
	if i == nil || i != p.last(who) || !i.changed.IsZero() || p.newerOfUnit(i) > 3 || who.writes() {
		return nil // of whom a page of newer ones was sent, the whole list is shown; what is being written, is put right there
	}
	place := fmt.Sprintf("bản Nà %s %s", pick(p.beside, givenNames), pick(p.beside, givenNames))
	if place == i.place {
		return nil
	}
	return &goal{
		what: "correct", intro: i, place: place, says: "tôi gửi nhầm nơi ở, phải là " + place, done: []string{saysCorrected + i.number},
		answers: [][2]string{
			{saysCorrect + i.number, pressCorrect}, {"Xem lại " + i.number + " trước khi gửi lại", pressAgain}, {saysNewPart, pressNewPart},
		},
	}
}

// lastSent is what somebody sent last and is still waiting for, as the program knows it; nil too
// while the times of what was sent are not those at which it was.
func (p *Play) lastSent(who *person) (last *intro) {
	for _, i := range p.introduced {
		if i.by != who || i.withdrawn || p.accepted[i] {
			continue
		}
		if last == nil || i.newest().After(last.newest()) {
			last = i
		}
	}
	if p.clockWrong || p.world.Now().Sub(p.wrongUntil) < fastest {
		return nil
	}
	return last
}

// writes reports whether somebody has begun something since the last receipt that is open still.
func (p *person) writes() (open bool) {
	for _, m := range p.Chat() {
		switch {
		case strings.Contains(m.Text, saysReceipt) || strings.Contains(m.Text, saysCorrected):
			open = false
		case m.FromBot && slices.Contains(m.Labels(), pressCancel):
			open = true
		}
	}
	return open
}

// newerOfUnit is how many were introduced by the same unit since.
func (p *Play) newerOfUnit(of *intro) (n int) {
	for _, i := range p.introduced {
		if i.by.post.Unit == of.by.post.Unit && i.number > of.number {
			n++
		}
	}
	return n
}

// newest is when somebody was told last of what was sent.
func (i *intro) newest() time.Time {
	return slices.MaxFunc([]time.Time{i.told, i.changed}, time.Time.Compare)
}
