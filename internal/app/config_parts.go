package app

import (
	"time"

	"guongsang/internal/courier"
	"guongsang/internal/telegram"
	"guongsang/internal/texts"
)

// Office is what the sentences know about the place.
func (cfg Config) Office() texts.Office {
	you := texts.Neutral
	if cfg.Address == "dong_chi" {
		you = texts.Comrade
	}
	agency := cfg.Organization.StandingAgency
	issuer := ""
	if cfg.Organization.IssuedBy == ByOrganization {
		issuer = cfg.Organization.Name
	}
	if cfg.Training {
		agency += texts.AgencyTraining
		if issuer != "" {
			issuer += texts.AgencyTraining
		}
	}
	return texts.Office{
		Organization: cfg.Organization.Name,
		Parent:       cfg.Organization.Parent,
		Agency:       agency,
		Issuer:       issuer,
		Council:      cfg.Organization.Council,
		Contact:      cfg.Organization.Contact,
		You:          you,
		Zone:         cfg.Timezone.Location,
	}
}

// sending gives the limits as the sender keeps them.
func (l Limits) sending() courier.Limits {
	limits := telegram.DefaultLimits()
	limits.PerSecond, limits.GroupPerMinute, limits.ChatEvery = int(l.PerSecond), l.PerMinuteGroup, 0
	if l.PerChat > 0 {
		limits.ChatEvery = time.Duration(float64(time.Second) / l.PerChat)
	}
	return limits
}
