package gitrepo

// Logged is a commit that changed a path.
type Logged struct {
	Hash Hash
	*Commit
	Entry Entry // of the path, as the commit left it; the zero entry where it is gone
}

// Head is the commit that is checked out; zero before the first one.
func (r *Repo) Head() (Hash, error) { return r.Ref("HEAD") }

// Log lists the commits that changed a path, newest first, from a commit on
// along first parents: what came in by a merge is told of as the merge. It
// looks at no more than so many commits; whole tells that these were all.
func (r *Repo) Log(from Hash, path string, most int) (changes []Logged, whole bool, err error) {
	if from.IsZero() {
		return nil, true, nil
	}
	now, err := r.logged(from, path)
	for range most {
		if err != nil {
			return nil, false, err
		}
		if len(now.Parents) == 0 {
			if now.Entry != (Entry{}) {
				changes = append(changes, now)
			}
			return changes, true, nil
		}
		var before Logged
		if before, err = r.logged(now.Parents[0], path); err != nil {
			return changes, false, nil // a shallow clone ends somewhere
		}
		if before.Entry != now.Entry {
			changes = append(changes, now)
		}
		now = before
	}
	return changes, false, nil
}

func (r *Repo) logged(h Hash, path string) (Logged, error) {
	c, err := r.Commit(h)
	if err != nil {
		return Logged{}, err
	}
	entry, err := r.Lookup(c.Tree, path)
	return Logged{h, c, entry}, err
}
