package main

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
)

// An edit replaces the source between two positions.
type edit struct {
	from, to token.Pos
	text     string
}

// A site is a node that operators look at, with the nodes around it, the
// outermost first, and the source.
type site struct {
	node   ast.Node
	around []ast.Node
	text   func(ast.Node) string
}

// An operator changes one kind of thing. It gives all that it could do at a
// site.
type operator struct {
	name  string
	edits func(site) []edit
}

var operators = []operator{
	{"negate a condition", negate},
	{"move a boundary", swapBinary(map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR})},
	{"swap == and !=", swapBinary(map[token.Token]token.Token{token.EQL: token.NEQ, token.NEQ: token.EQL})},
	{"swap && and ||", swapBinary(map[token.Token]token.Token{token.LAND: token.LOR, token.LOR: token.LAND})},
	{"drop an operand", dropOperand},
	{"swap + and -", swapBinary(map[token.Token]token.Token{token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO, token.QUO: token.MUL})},
	{"swap before and after", swapTimes},
	{"remove a not", removeNot},
	{"swap true and false", swapBool},
	{"change a constant", changeConstant},
	{"empty a string", emptyString},
	{"drop a call", dropCall},
	{"drop an assignment", dropAssignment},
	{"drop a guard", dropGuard},
	{"drop a case", dropCase},
	{"lose an error", loseError},
	{"swap break and continue", swapBranch},
}

func replace(n ast.Node, text string) []edit { return []edit{{n.Pos(), n.End(), text}} }

// negate turns a condition round. Where another operator does the same, it is
// left to that one.
func negate(s site) []edit {
	var cond ast.Expr
	switch n := s.node.(type) {
	case *ast.IfStmt:
		cond = n.Cond
	case *ast.ForStmt:
		cond = n.Cond
	}
	switch c := cond.(type) {
	case nil:
		return nil
	case *ast.UnaryExpr:
		if c.Op == token.NOT {
			return nil
		}
	case *ast.BinaryExpr:
		if c.Op == token.EQL || c.Op == token.NEQ {
			return nil
		}
	}
	return replace(cond, "!("+s.text(cond)+")")
}

func swapBinary(with map[token.Token]token.Token) func(site) []edit {
	return func(s site) []edit {
		switch n := s.node.(type) {
		case *ast.BinaryExpr:
			if other, ok := with[n.Op]; ok {
				return []edit{{n.OpPos, n.OpPos + token.Pos(len(n.Op.String())), other.String()}}
			}
		case *ast.AssignStmt:
			signs := map[token.Token]token.Token{token.ADD_ASSIGN: token.ADD, token.SUB_ASSIGN: token.SUB}
			if other, ok := with[signs[n.Tok]]; ok {
				return []edit{{n.TokPos, n.TokPos + 2, other.String() + "="}}
			}
		case *ast.IncDecStmt:
			if _, ok := with[token.ADD]; ok {
				other := map[token.Token]string{token.INC: "--", token.DEC: "++"}[n.Tok]
				return []edit{{n.TokPos, n.TokPos + 2, other}}
			}
		}
		return nil
	}
}

// dropOperand leaves one side of "and" and "or".
func dropOperand(s site) []edit {
	n, ok := s.node.(*ast.BinaryExpr)
	if !ok || n.Op != token.LAND && n.Op != token.LOR {
		return nil
	}
	return []edit{{n.Pos(), n.End(), s.text(n.X)}, {n.Pos(), n.End(), s.text(n.Y)}}
}

func swapTimes(s site) []edit {
	call, ok := s.node.(*ast.CallExpr)
	if !ok {
		return nil
	}
	method, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	switch method.Sel.Name {
	case "Before":
		return replace(method.Sel, "After")
	case "After":
		return replace(method.Sel, "Before")
	}
	return nil
}

func removeNot(s site) []edit {
	if n, ok := s.node.(*ast.UnaryExpr); ok && n.Op == token.NOT {
		return replace(n, s.text(n.X))
	}
	return nil
}

func swapBool(s site) []edit {
	n, ok := s.node.(*ast.Ident)
	if !ok {
		return nil
	}
	switch n.Name {
	case "true":
		return replace(n, "false")
	case "false":
		return replace(n, "true")
	}
	return nil
}

func changeConstant(s site) []edit {
	n, ok := s.node.(*ast.BasicLit)
	if !ok || n.Kind != token.INT {
		return nil
	}
	value, err := strconv.ParseInt(n.Value, 0, 64)
	if err != nil {
		return nil
	}
	return slices.Concat(replace(n, strconv.FormatInt(value+1, 10)), replace(n, strconv.FormatInt(value-1, 10)))
}

// emptyString empties a string, except where the wording of an error or a line
// of the log is all that it is.
func emptyString(s site) []edit {
	n, ok := s.node.(*ast.BasicLit)
	if !ok || n.Kind != token.STRING || len(n.Value) <= 2 {
		return nil
	}
	for _, outer := range s.around {
		switch outer := outer.(type) {
		case *ast.ImportSpec, *ast.Field:
			return nil
		case *ast.CallExpr:
			if wording(outer) {
				return nil
			}
		}
	}
	return replace(n, `""`)
}

// wording reports whether a call only says something to whoever keeps the
// program.
func wording(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		switch f.Sel.Name {
		case "Errorf", "New", "Debug", "Info", "Warn", "Error":
			return true
		}
	}
	return false
}

func dropCall(s site) []edit {
	switch n := s.node.(type) {
	case *ast.ExprStmt:
		if call, ok := n.X.(*ast.CallExpr); ok && !wording(call) {
			return replace(n, "")
		}
	case *ast.DeferStmt, *ast.GoStmt:
		return replace(n, "")
	}
	return nil
}

func dropAssignment(s site) []edit {
	switch n := s.node.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE && alone(s) {
			return replace(n, "")
		}
	case *ast.IncDecStmt:
		if alone(s) {
			return replace(n, "")
		}
	}
	return nil
}

// alone reports whether a statement stands by itself, and not in the head of
// another.
func alone(s site) bool {
	switch s.around[len(s.around)-1].(type) {
	case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
		return true
	}
	return false
}

// dropGuard takes out an "if" that leaves early.
func dropGuard(s site) []edit {
	n, ok := s.node.(*ast.IfStmt)
	if !ok || n.Else != nil || len(n.Body.List) == 0 || !alone(s) {
		return nil
	}
	switch n.Body.List[len(n.Body.List)-1].(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return replace(n, "")
	}
	return nil
}

func dropCase(s site) []edit {
	switch n := s.node.(type) {
	case *ast.CaseClause, *ast.CommClause:
		return replace(n, "")
	default:
		return nil
	}
}

// loseError returns nil where a function returns an error.
func loseError(s site) []edit {
	n, ok := s.node.(*ast.ReturnStmt)
	if !ok || len(n.Results) == 0 || !returnsError(s.around) {
		return nil
	}
	last := n.Results[len(n.Results)-1]
	if id, ok := last.(*ast.Ident); ok && id.Name == "nil" {
		return nil
	}
	return replace(last, "nil")
}

// returnsError reports whether the last result of the innermost function is an
// error.
func returnsError(around []ast.Node) bool {
	for _, outer := range slices.Backward(around) {
		var results *ast.FieldList
		switch f := outer.(type) {
		case *ast.FuncDecl:
			results = f.Type.Results
		case *ast.FuncLit:
			results = f.Type.Results
		default:
			continue
		}
		if results == nil {
			return false
		}
		kind, ok := results.List[len(results.List)-1].Type.(*ast.Ident)
		return ok && kind.Name == "error"
	}
	return false
}

func swapBranch(s site) []edit {
	n, ok := s.node.(*ast.BranchStmt)
	if !ok || n.Label != nil {
		return nil
	}
	switch n.Tok {
	case token.BREAK:
		return replace(n, "continue")
	case token.CONTINUE:
		return replace(n, "break")
	}
	return nil
}
