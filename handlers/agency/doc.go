// Package agency is what officers, admins, leaders and block heads ask: the
// queue and the rulings, units and their people, invites, extensions, pauses,
// recordings on behalf of units, the digest and documents.
package agency
