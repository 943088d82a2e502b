package gitrepo

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/format/config"
)

// readConfig reads a configuration file; one that is missing is empty.
func readConfig(path string) (*config.Config, error) {
	c := config.New()
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if err := config.NewDecoder(bytes.NewReader(data)).Decode(c); err != nil {
		return nil, fmt.Errorf("不能读 %s：%w", path, err)
	}
	return c, nil
}

// Person is who makes a commit.
type Person struct{ Name, Email string }

// ParsePerson reads 张三 <zhang@example.cn>; the address may be left out.
func ParsePerson(text string) (Person, bool) {
	name, rest, addressed := strings.Cut(text, "<")
	email, after, closed := strings.Cut(rest, ">")
	p := Person{strings.TrimSpace(name), strings.TrimSpace(email)}
	bad := strings.ContainsAny(p.Name+p.Email, "<>\n\r\x00") || strings.TrimSpace(after) != ""
	return p, p.Name != "" && !bad && closed == addressed
}

// Author is the person that git would take: of the environment, of the
// repository's configuration, of the user's.
func (r *Repo) Author() (Person, bool) {
	p := Person{os.Getenv("GIT_AUTHOR_NAME"), os.Getenv("GIT_AUTHOR_EMAIL")}
	files := []*config.Config{r.config}
	for _, path := range userConfigs() {
		if c, err := readConfig(path); err == nil {
			files = append(files, c)
		}
	}
	for _, c := range files {
		user := c.Section("user")
		if p.Name == "" {
			p.Name = user.Option("name")
		}
		if p.Email == "" {
			p.Email = user.Option("email")
		}
	}
	return ParsePerson(p.Name + " <" + p.Email + ">")
}

// userConfigs are the places of the user's configuration, the one that goes
// before the others first.
func userConfigs() []string {
	if path := os.Getenv("GIT_CONFIG_GLOBAL"); path != "" {
		return []string{path}
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return nil
	}
	xdg := os.Getenv("XDG_CONFIG_HOME")
	if xdg == "" {
		xdg = filepath.Join(home, ".config")
	}
	return []string{filepath.Join(home, ".gitconfig"), filepath.Join(xdg, "git", "config")}
}

// HasSection tells whether the repository's configuration has a section:
// diff "banwen".
func (r *Repo) HasSection(name, sub string) bool {
	return r.config.Section(name).HasSubsection(sub)
}

// AppendConfig appends a section to the repository's configuration.
func (r *Repo) AppendConfig(text string) error {
	path := filepath.Join(r.common, "config")
	return r.replace(path, func(old []byte) ([]byte, error) {
		if len(old) > 0 && old[len(old)-1] != '\n' {
			old = append(old, '\n')
		}
		return append(old, text...), nil
	})
}
