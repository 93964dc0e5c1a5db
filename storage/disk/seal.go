package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"filippo.io/age"
)

// sealedSuffix is what the name of an encrypted file of a backup ends in.
const sealedSuffix = ".age"

// maxIdentityFile is how many bytes of a file of identities are read.
const maxIdentityFile = 1 << 20

var (
	// ErrSealed means that a backup is encrypted and no identity was given.
	ErrSealed = errors.New("backup is encrypted")
	// ErrIdentity means that an identity is none, or opens another backup.
	ErrIdentity = errors.New("identity does not fit")
)

// Sealed is an encrypted file of a backup as it lies there. Its sum is known
// without any key, so that whoever keeps the backup can see that it is whole.
type Sealed struct {
	Size   int64
	SHA256 string
}

// CheckRecipient refuses what backups cannot be encrypted to: only the public
// keys that age-keygen prints (age1…) are taken.
func CheckRecipient(s string) error {
	_, err := age.ParseX25519Recipient(s)
	return err
}

// ReadIdentities reads a file that age-keygen wrote: the keys that open backups.
// Without a path there are none.
func ReadIdentities(path string) ([]age.Identity, error) {
	if path == "" {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading the identity: %w", err)
	}
	defer f.Close()
	list, err := age.ParseIdentities(io.LimitReader(f, maxIdentityFile))
	if err != nil { // what age says of a line could hold the key
		return nil, fmt.Errorf("reading the identity in %s: %w", path, ErrIdentity)
	}
	return list, nil
}

// write writes a file of a backup, encrypted if there are recipients. Each file
// is encrypted on its own, so that the next backup can share it.
func (s Source) write(part, name string, fill func(io.Writer) error) (c CopiedFile, err error) {
	c.Name = filepath.ToSlash(name)
	if len(s.Recipients) == 0 {
		c.SHA256, c.Size, err = writeWhole(filepath.Join(part, name), fill)
		return c, err
	}
	var recipients []age.Recipient
	for _, text := range s.Recipients {
		r, err := age.ParseX25519Recipient(text)
		if err != nil {
			return c, fmt.Errorf("encrypting to %s: %w", text, err)
		}
		recipients = append(recipients, r)
	}
	sum, count := sha256.New(), &counter{}
	c.Sealed = &Sealed{}
	c.Sealed.SHA256, c.Sealed.Size, err = writeWhole(filepath.Join(part, name)+sealedSuffix, func(w io.Writer) error {
		sealed, err := age.Encrypt(w, recipients...)
		if err != nil {
			return fmt.Errorf("encrypting: %w", err)
		}
		if err := fill(io.MultiWriter(sealed, sum, count)); err != nil {
			return err
		}
		return sealed.Close()
	})
	c.SHA256, c.Size = hex.EncodeToString(sum.Sum(nil)), count.n
	return c, err
}

// stored is the entry of a file as it lies in the backup's folder.
func (c CopiedFile) stored() CopiedFile {
	if c.Sealed == nil {
		return c
	}
	return CopiedFile{Name: c.Name + sealedSuffix, Size: c.Sealed.Size, SHA256: c.Sealed.SHA256, Modified: c.Modified}
}

// open reads a file of a backup, decrypted if it is encrypted.
func (c CopiedFile) open(folder string, identities []age.Identity) (io.Reader, io.Closer, error) {
	f, err := os.Open(filepath.Join(folder, filepath.FromSlash(c.stored().Name)))
	if err != nil || c.Sealed == nil {
		return f, f, err
	}
	r, err := unseal(f, identities)
	if err != nil {
		f.Close()
		return nil, nil, err
	}
	return r, f, nil
}

// unseal begins to decrypt what a backup holds.
func unseal(r io.Reader, identities []age.Identity) (io.Reader, error) {
	if len(identities) == 0 {
		return nil, ErrSealed
	}
	plain, err := age.Decrypt(r, identities...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return nil, ErrIdentity
	case err != nil:
		return nil, fmt.Errorf("decrypting: %w: %w", err, ErrBackup)
	}
	return plain, nil
}

// checkOpened decrypts an encrypted file, and compares what was in it with its entry.
func (c CopiedFile) checkOpened(folder string, identities []age.Identity) error {
	if c.Sealed == nil {
		return nil
	}
	r, file, err := c.open(folder, identities)
	if err != nil {
		return fmt.Errorf("opening %s: %w", c.Name, err)
	}
	defer file.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, r)
	if err != nil {
		return fmt.Errorf("decrypting %s: %w: %w", c.Name, err, ErrBackup)
	}
	if size != c.Size || hex.EncodeToString(sum.Sum(nil)) != c.SHA256 {
		return fmt.Errorf("decrypting %s: it is not what was saved: %w", c.Name, ErrBackup)
	}
	return nil
}
