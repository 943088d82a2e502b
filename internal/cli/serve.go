package cli

import (
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"os/signal"
	"time"

	"banwen/internal/serve"

	"github.com/spf13/cobra"
)

func newServe() *cobra.Command {
	var address string
	cmd := &cobra.Command{
		Use:   "serve 报告文件夹…",
		Short: "审阅页：在浏览器里看稿、查数、批注",
		Long: "在本机开一个网页：左边是目录和检查结果，中间是排好的稿子，右边是数字的出处。数据一保存，网页就变。\n" +
			"只有本机能打开；--addr 写别的地址，别的机器也能打开，但要带口令。按 Ctrl+C 结束。",
		Example: "  banwen serve data/2023-h1\n" +
			"  banwen serve data/2023-h1 --addr 0.0.0.0:8080",
		Args: func(_ *cobra.Command, args []string) error { return atLeastOneFolder(nil, args) },
		RunE: func(cmd *cobra.Command, folders []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return serving{folders, address, cmd.OutOrStdout()}.run(ctx)
		},
	}
	cmd.Flags().StringVar(&address, "addr", "127.0.0.1:8080", "网址的主机和端口；端口写 0 由系统选")
	return cmd
}

// serving is one run of serve.
type serving struct {
	folders []string
	address string
	stdout  io.Writer
}

func (s serving) run(ctx context.Context) error {
	all, err := openAll(s.folders)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.address)
	if err != nil {
		return fmt.Errorf("不能用地址 %s：%w；换一个，如 --addr 127.0.0.1:8090", s.address, listenCause(err))
	}
	options := serve.Options{Address: listener.Addr().String(), Token: tokenFor(listener.Addr()), Now: time.Now}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	for _, report := range all {
		go report.Watch(ctx)
	}
	fmt.Fprintf(s.stdout, "审阅页：%s\n按 Ctrl+C 结束\n", addressOf(options))
	return serve.New(all, options).Serve(ctx, listener)
}
