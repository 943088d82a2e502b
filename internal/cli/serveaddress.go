package cli

import (
	"banwen/internal/serve"
	"crypto/rand"
	"errors"
	"net"
	"runtime"
	"syscall"
)

// listenCause is why an address cannot be listened on, in Chinese where it is
// common.
func listenCause(err error) error {
	var dns *net.DNSError
	var address *net.AddrError
	switch {
	case errors.Is(err, syscall.EADDRINUSE), runtime.GOOS == "windows" && errors.Is(err, errorAddressInUse):
		return errors.New("这个端口已经有程序在用")
	case errors.Is(err, syscall.EADDRNOTAVAIL):
		return errors.New("本机没有这个地址")
	case errors.Is(err, syscall.EACCES):
		return errors.New("没有权限用这个端口")
	case errors.As(err, &dns):
		return errors.New("没有这个主机")
	case errors.As(err, &address):
		return errors.New("它不是“主机:端口”")
	default:
		return err
	}
}

// errorAddressInUse is WSAEADDRINUSE of Windows.
const errorAddressInUse = syscall.Errno(10048)

// tokenFor is a new token where other machines can reach the address; empty
// where none can.
func tokenFor(address net.Addr) string {
	if tcp, ok := address.(*net.TCPAddr); ok && tcp.IP.IsLoopback() {
		return ""
	}
	return rand.Text()
}

// addressOf is what to open in a browser.
func addressOf(o serve.Options) string {
	host := o.Address
	if name, port, err := net.SplitHostPort(host); err == nil {
		if ip := net.ParseIP(name); ip != nil && ip.IsUnspecified() {
			host = net.JoinHostPort(outsideAddress(), port)
		}
	}
	if o.Token == "" {
		return "http://" + host + "/"
	}
	return "http://" + host + "/?token=" + o.Token
}

// outsideAddress is an address of this machine that others can reach.
func outsideAddress() string {
	addresses, err := net.InterfaceAddrs()
	if err == nil {
		for _, a := range addresses {
			if ip, ok := a.(*net.IPNet); ok && ip.IP.IsGlobalUnicast() && ip.IP.To4() != nil {
				return ip.IP.String()
			}
		}
	}
	return "127.0.0.1"
}
