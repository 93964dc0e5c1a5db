// Package disk is the data folder: the file of the store beside the files that
// people sent, and the backups that are made of both.
//
// One process at a time holds a folder (hold.go). It makes the store file and
// opens it (open.go), after a look whether it is one at all (checkfile.go); a
// file that nobody closed in order is read through first (verify.go). A page that
// cannot be read in the middle of the work is an error (damage.go), never the end
// of the process. What was deleted is given back to the disk by compacting.
//
// Backups are made while work goes on, and read back (backup.go,
// backup_manifest.go); restoring checks everything before it changes anything
// (restore.go). usage.go says where the room goes.
//
// What the store holds, this package does not know, but for its version and for
// which files it names.
package disk
