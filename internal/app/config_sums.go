package app

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"
)

// Sums gives for each part of a configuration that can be read, by its name, what it
// adds up to: another sum is another setting, and nothing can be read from it.
func Sums(path string) (map[string]string, error) {
	b, err := readFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	var root yaml.Node
	if err := yaml.Load(b, &root); err != nil {
		return nil, fmt.Errorf("reading the configuration: %w", err)
	}
	sums := map[string]string{}
	if len(root.Content) != 1 || root.Content[0].Kind != yaml.MappingNode {
		return sums, nil // nothing is said
	}
	parts := root.Content[0].Content
	for i := 0; i+1 < len(parts); i += 2 {
		sum := sha256.New()
		writeNode(sum, parts[i+1])
		sums[parts[i].Value] = hex.EncodeToString(sum.Sum(nil)[:8])
	}
	return sums, nil
}

// writeNode writes what a node says.
func writeNode(w io.Writer, n *yaml.Node) {
	fmt.Fprintf(w, "%d %q %d\n", n.Kind, n.Value, len(n.Content))
	for _, inner := range n.Content {
		writeNode(w, inner)
	}
}
