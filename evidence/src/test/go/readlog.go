// Reads a log's directory with the Go project's own packages for signed notes and tiled logs, and proves every sample to
// itself: nothing here was written for the ledger but the walk over its files.
//
//	readlog DIRECTORY VKEYFILE [INDEX...]
//
// DIRECTORY holds checkpoint, tile/, and for each INDEX a file INDEX.tlog-proof; older checkpoints in older/SIZE are proven
// to be beginnings of it. Prints what was proven; exits with 1 at the first thing that does not hold.
package main

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	dir := os.Args[1]
	verifier := must(note.NewVerifier(strings.TrimSpace(string(must(os.ReadFile(os.Args[2]))))))
	tree := checkpoint(filepath.Join(dir, "checkpoint"), verifier)
	hashes := tlog.TileHashReader(tree, tiles{dir})

	for _, arg := range os.Args[3:] {
		index := must(strconv.ParseInt(arg, 10, 64))
		entry := entryAt(dir, tree.N, index)
		leaf := tlog.RecordHash(entry)
		own := must(tlog.ProveRecord(tree.N, index, hashes))
		check(tlog.CheckRecord(own, tree.N, tree.Hash, index, leaf), "the proof Go made of %d", index)
		theirs := proof(filepath.Join(dir, arg+".tlog-proof"), index)
		check(tlog.CheckRecord(theirs, tree.N, tree.Hash, index, leaf), "the ledger's proof of %d", index)
	}

	olders := must(filepath.Glob(filepath.Join(dir, "older", "*")))
	for _, file := range olders {
		older := checkpoint(file, verifier)
		if older.N == 0 {
			continue
		}
		own := must(tlog.ProveTree(tree.N, older.N, hashes))
		check(tlog.CheckTree(own, tree.N, tree.Hash, older.N, older.Hash), "size %d as the beginning", older.N)
	}
	fmt.Printf("size %d: %d entries proven, %d older checkpoints proven\n", tree.N, len(os.Args)-3, len(olders))
}

func checkpoint(file string, verifier note.Verifier) tlog.Tree {
	signed := must(note.Open(must(os.ReadFile(file)), note.VerifierList(verifier)))
	lines := strings.Split(signed.Text, "\n")
	if lines[0] != verifier.Name() {
		fail("the checkpoint is of log %q", lines[0])
	}
	hash := must(base64.StdEncoding.DecodeString(lines[2]))
	tree := tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64))}
	copy(tree.Hash[:], hash)
	return tree
}

// C2SP tlog-tiles leaves out the height, which is always 8.
func path(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

func entryAt(dir string, size, index int64) []byte {
	tile := tlog.Tile{H: height, L: -1, N: index >> height, W: 1 << height}
	if (tile.N+1)<<height > size {
		tile.W = int(size & (1<<height - 1))
	}
	rest := must(os.ReadFile(filepath.Join(dir, strings.Replace(path(tile), "tile/data/", "tile/entries/", 1))))
	for skip := index & (1<<height - 1); skip > 0; skip-- {
		rest = rest[2+binary.BigEndian.Uint16(rest):]
	}
	return rest[2 : 2+binary.BigEndian.Uint16(rest)]
}

func proof(file string, index int64) tlog.RecordProof {
	lines := strings.Split(strings.SplitN(string(must(os.ReadFile(file))), "\n\n", 2)[0], "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" || lines[2] != fmt.Sprintf("index %d", index) {
		fail("%s is no proof of %d", file, index)
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		var hash tlog.Hash
		copy(hash[:], must(base64.StdEncoding.DecodeString(line)))
		proof = append(proof, hash)
	}
	return proof
}

type tiles struct{ dir string }

func (tiles) Height() int             { return height }
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(wanted))
	for i, tile := range wanted {
		bytes, err := os.ReadFile(filepath.Join(t.dir, path(tile)))
		if err != nil {
			return nil, err
		}
		read[i] = bytes
	}
	return read, nil
}

func must[T any](value T, err error) T {
	if err != nil {
		fail("%v", err)
	}
	return value
}

func check(err error, what string, args ...any) {
	if err != nil {
		fail(what+": %v", append(args, err)...)
	}
}

func fail(what string, args ...any) {
	fmt.Fprintf(os.Stderr, "readlog: "+what+"\n", args...)
	os.Exit(1)
}
