package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"example.org/chancery"
	"example.org/chancery/register"
	"example.org/chancery/web"
)

const defaultAddress = "127.0.0.1:8080"

func (m *Main) serveCommand() *cobra.Command {
	var address string
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the register as pages in a browser on this machine",
		Long: `Show the register as pages for a browser on this machine, until Ctrl-C. What is added
meanwhile appears with the next page. There are no accounts yet, so that only addresses
of this machine (127.0.0.1, ::1, localhost) are served.`,
		Example: examples("chancery serve", "at http://127.0.0.1:8080/",
			"chancery serve --address 127.0.0.1:9000 --register ~/amur.db", "another port and register"),
		Args: cobra.NoArgs,
		RunE: m.do(func(ctx context.Context, _ []string) error {
			if err := ownMachine(address); err != nil {
				return err
			}
			v, s, err := m.view(ctx, 0)
			if err != nil {
				return err
			}
			defer s.Close()
			auth, err := m.file()
			if err != nil {
				return err
			}
			latest := &latest{store: s, view: v}
			h := web.Handler(latest.get, web.Options{Authority: auth, Log: func(err error) {
				fmt.Fprintln(m.Stderr, "chancery: "+oneLine(err.Error()))
			}})
			return m.serve(ctx, address, h)
		}),
	}
	c.Flags().StringVar(&address, "address", defaultAddress, "the `HOST:PORT` to serve at, on this machine; port 0 for any that is free")
	return c
}

// ownMachine refuses an address that others could reach.
func ownMachine(address string) error {
	doing := "serve at " + address
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return chancery.Errorf(chancery.Invalid, doing, "write it as "+defaultAddress, "it is no host and port")
	}
	if ip, err := netip.ParseAddr(host); strings.EqualFold(host, "localhost") || err == nil && ip.IsLoopback() {
		return nil
	}
	return chancery.Errorf(chancery.Unsupported, doing, "use "+defaultAddress+", and a tunnel of your own to reach it from elsewhere",
		"others could reach it there, and there are no accounts that would keep them out")
}

// serve answers requests until ctx is done, and lets those that run come to their end.
func (m *Main) serve(ctx context.Context, address string, h http.Handler) error {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return &chancery.Error{Kind: chancery.Conflict, Doing: "serve at " + address, Cause: err, Do: "give another port with --address 127.0.0.1:PORT"}
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute, IdleTimeout: time.Minute}
	fmt.Fprintf(m.Stdout, "open http://%s/ in a browser; stop with Ctrl-C\n", l.Addr())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve at %s: %w", address, err)
	case <-ctx.Done():
	}
	patience, stop := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer stop()
	if err := server.Shutdown(patience); err != nil {
		return errors.Join(fmt.Errorf("stop serving: %w", err), server.Close())
	}
	return nil
}

// latest keeps the view up to date: each request reads only what is new.
type latest struct {
	store register.Store
	mu    sync.Mutex
	view  *register.View
}

func (l *latest) get(ctx context.Context) (*register.View, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	head, _, err := l.store.Head(ctx)
	if err != nil {
		return nil, err
	}
	if head == l.view.Known() {
		return l.view, nil
	}
	next, err := l.view.Advance(ctx, l.store, 0)
	if err != nil {
		return nil, err
	}
	l.view = next
	return next, nil
}
