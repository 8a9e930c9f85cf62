// Command log-check reads a transparency log over its public address (C2SP tlog-tiles) and checks all of it with
// golang.org/x/mod/sumdb: the signature of its head, every entry against the root, every tile, and inclusion proofs.
// It exits with 0 where everything agrees, else with 1 and the reason.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"io"
	"math/rand"
	"net/http"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	url := flag.String("url", "", "where the log is, without a slash at the end")
	vkey := flag.String("vkey", "", "the key that verifies its heads")
	proofs := flag.Int("proofs", 200, "how many inclusion proofs to check")
	flag.Parse()
	if err := check(*url, *vkey, *proofs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func check(url, vkey string, proofs int) error {
	tree, err := head(url, vkey)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	tiles := &reader{url: url}
	hashes := tlog.TileHashReader(tree, tiles)
	own, err := entries(url, tree, hashes)
	if err != nil {
		return fmt.Errorf("entries: %w", err)
	}
	if err := allTiles(tiles, tree, own); err != nil {
		return fmt.Errorf("tiles: %w", err)
	}
	if err := inclusion(tree, hashes, own, proofs); err != nil {
		return fmt.Errorf("inclusion: %w", err)
	}
	fmt.Printf("size %d, root %s, %d inclusion proofs\n", tree.N, tree.Hash, proofs)
	return nil
}

// head opens the checkpoint with the key, whose name must be the log's.
func head(url, vkey string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return tlog.Tree{}, err
	}
	signed, err := get(url + "/checkpoint")
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(signed, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[3] != "" || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("not a checkpoint of %s: %q", verifier.Name(), opened.Text)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || lines[1] != strconv.FormatInt(size, 10) {
		return tlog.Tree{}, fmt.Errorf("not a size: %q", lines[1])
	}
	root, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("not a root: %q", lines[2])
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

// memory holds the hashes of a tree in the order of tlog.StoredHashIndex.
type memory []tlog.Hash

func (m memory) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	hashes := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(m)) {
			return nil, fmt.Errorf("no hash %d", index)
		}
		hashes[i] = m[index]
	}
	return hashes, nil
}

// entries fetches every bundle, compares each entry with the leaf hash that the tiles prove, and computes the root anew.
func entries(url string, tree tlog.Tree, proven tlog.HashReader) (memory, error) {
	var own memory
	for first := int64(0); first < tree.N; first += 1 << height {
		width := tree.N - first
		if width > 1<<height {
			width = 1 << height
		}
		bundle, err := get(url + path(tlog.Tile{H: height, L: -1, N: first >> height, W: int(width)}))
		if err != nil {
			return nil, err
		}
		want, err := leafHashes(proven, first, width)
		if err != nil {
			return nil, err
		}
		for index := first; index < first+width; index++ {
			var entry []byte
			if entry, bundle, err = next(bundle); err != nil {
				return nil, fmt.Errorf("entry %d: %w", index, err)
			}
			if tlog.RecordHash(entry) != want[index-first] {
				return nil, fmt.Errorf("entry %d is not the one in the tree", index)
			}
			stored, err := tlog.StoredHashes(index, entry, own)
			if err != nil {
				return nil, err
			}
			own = append(own, stored...)
		}
		if len(bundle) > 0 {
			return nil, fmt.Errorf("bytes left over behind entry %d", first+width-1)
		}
	}
	root, err := tlog.TreeHash(tree.N, own)
	if err != nil {
		return nil, err
	}
	if root != tree.Hash {
		return nil, fmt.Errorf("the root over the entries is %s, and %s is signed", root, tree.Hash)
	}
	return own, nil
}

// leafHashes are those of the entries from first on, as the tiles prove them.
func leafHashes(proven tlog.HashReader, first, width int64) ([]tlog.Hash, error) {
	indexes := make([]int64, width)
	for i := range indexes {
		indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
	}
	return proven.ReadHashes(indexes)
}

// next takes an entry off a bundle: its length in 16 bits, big-endian, and its bytes.
func next(bundle []byte) (entry, rest []byte, err error) {
	if len(bundle) < 2 {
		return nil, nil, io.ErrUnexpectedEOF
	}
	end := 2 + int(binary.BigEndian.Uint16(bundle))
	if len(bundle) < end {
		return nil, nil, io.ErrUnexpectedEOF
	}
	return bundle[2:end], bundle[end:], nil
}

// allTiles fetches every tile that the tree has and compares it with the one that the entries give.
func allTiles(tiles *reader, tree tlog.Tree, own memory) error {
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		want, err := tlog.ReadTileData(tile, own)
		if err != nil {
			return err
		}
		got, err := tiles.ReadTiles([]tlog.Tile{tile})
		if err != nil {
			return err
		}
		if !bytes.Equal(got[0], want) {
			return fmt.Errorf("%s is not that of the entries", path(tile))
		}
	}
	return nil
}

func inclusion(tree tlog.Tree, hashes tlog.HashReader, own memory, proofs int) error {
	random := rand.New(rand.NewSource(1))
	for i := 0; i < proofs; i++ {
		index := random.Int63n(tree.N)
		proof, err := tlog.ProveRecord(tree.N, index, hashes)
		if err != nil {
			return err
		}
		leaf := own[tlog.StoredHashIndex(0, index)]
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, leaf); err != nil {
			return fmt.Errorf("entry %d: %w", index, err)
		}
	}
	return nil
}

// reader fetches tiles; whether they are true is for tlog.TileHashReader to find out.
type reader struct{ url string }

func (r *reader) Height() int { return height }

func (r *reader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	data := make([][]byte, len(tiles))
	for i, tile := range tiles {
		bytes, err := get(r.url + path(tile))
		if err != nil {
			return nil, err
		}
		data[i] = bytes
	}
	return data, nil
}

func (r *reader) SaveTiles([]tlog.Tile, [][]byte) {}

// path is that of C2SP tlog-tiles, where the height is always 8 and is not written, and entries are called so.
func path(tile tlog.Tile) string {
	path := strings.Replace(tile.Path(), "tile/8/", "/tile/", 1)
	return strings.Replace(path, "/tile/data/", "/tile/entries/", 1)
}

func get(url string) ([]byte, error) {
	response, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, response.Status)
	}
	return io.ReadAll(response.Body)
}
