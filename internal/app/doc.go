// Package app is the whole bot put together, as the commands run it, as the
// demo shows it and as tests play with it.
//
// A Config is what config.yaml says (config*.go): read over the defaults, with
// everything that is wrong with it told at once, and handed to the parts in the
// types that each of them knows. A Program (program.go) is every part, made
// from a Config and the few things that come from Outside: the secrets, the
// network, the clock, the log. It runs until its context ends and stops its
// parts in the reverse order. What is asked of it meanwhile is in
// program_state.go; health.go tells whoever watches.
//
// The package has no console and knows no flags: what is wrong and can be mended
// by the operator is an OperatorError, in words of internal/texts.
package app
