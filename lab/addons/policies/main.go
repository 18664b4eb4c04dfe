// Command policies enforces NetworkPolicy objects for connections from and to pods.
//
// The evaluation is that of sigs.k8s.io/kube-network-policies. Only the way packets get here is the
// lab's own: that project queues them by nftables' queue expression, which kernels may lack, the lab
// by an iptables rule in the mangle table (see network/traces.sh), for each packet that opens a connection.
// Traffic of the node itself, probes among it, does not pass that rule and is never refused.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/florianl/go-nfqueue/v2"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
	"k8s.io/klog/v2"
	"sigs.k8s.io/kube-network-policies/pkg/api"
	"sigs.k8s.io/kube-network-policies/pkg/network"
	"sigs.k8s.io/kube-network-policies/pkg/networkpolicy"
	"sigs.k8s.io/kube-network-policies/pkg/podinfo"
)

// headerLength is enough of a packet for its addresses and ports.
const headerLength = 128

func newEngine(ctx context.Context, client kubernetes.Interface, node string) (*networkpolicy.PolicyEngine, error) {
	factory := informers.NewSharedInformerFactory(client, 0)
	namespaces := factory.Core().V1().Namespaces()
	pods := factory.Core().V1().Pods()
	resolver, err := podinfo.NewInformerResolver(pods.Informer())
	if err != nil {
		return nil, fmt.Errorf("resolve addresses of pods: %w", err)
	}
	provider := podinfo.NewInformerProvider(pods, namespaces, nil, []podinfo.IPResolver{resolver})
	policies := networkpolicy.NewStandardNetworkPolicy(node, namespaces, pods, factory.Networking().V1().NetworkPolicies())
	engine := networkpolicy.NewPolicyEngine(provider, []api.PolicyEvaluator{policies})
	engine.SetDataplaneSyncCallbacks(func() {})
	factory.Start(ctx.Done())
	factory.WaitForCacheSync(ctx.Done())
	return engine, nil
}

func decide(ctx context.Context, engine *networkpolicy.PolicyEngine, payload []byte) int {
	packet, err := network.ParsePacket(payload)
	if err != nil {
		klog.ErrorS(err, "cannot read a packet, it passes")
		return nfqueue.NfAccept
	}
	allowed, err := engine.EvaluatePacket(ctx, &packet)
	if err == nil && !allowed {
		klog.InfoS("refused", "packet", packet.String())
		return nfqueue.NfDrop
	}
	return nfqueue.NfAccept
}

func listen(ctx context.Context, engine *networkpolicy.PolicyEngine, number uint16) error {
	queue, err := nfqueue.Open(&nfqueue.Config{
		NfQueue: number, MaxPacketLen: headerLength, MaxQueueLen: 1024,
		Flags:    nfqueue.NfQaCfgFlagGSO + nfqueue.NfQaCfgFlagFailOpen,
		Copymode: nfqueue.NfQnlCopyPacket, WriteTimeout: 100 * time.Millisecond,
	})
	if err != nil {
		return fmt.Errorf("open packet queue %d: %w", number, err)
	}
	defer queue.Close() //nolint:errcheck // the process ends here
	judge := func(packet nfqueue.Attribute) int {
		if err := queue.SetVerdict(*packet.PacketID, decide(ctx, engine, *packet.Payload)); err != nil {
			klog.ErrorS(err, "cannot give the verdict on a packet")
		}
		return 0
	}
	ignore := func(error) int { return 0 }
	if err := queue.RegisterWithErrorFunc(ctx, judge, ignore); err != nil {
		return fmt.Errorf("listen to packet queue %d: %w", number, err)
	}
	<-ctx.Done()
	return nil
}

func run() error {
	kubeconfig := flag.String("kubeconfig", "", "how to reach the API server")
	node := flag.String("node", "", "name of this node")
	number := flag.Uint("queue", 98, "number of the packet queue")
	flag.Parse()

	config, err := clientcmd.BuildConfigFromFlags("", *kubeconfig)
	if err != nil {
		return fmt.Errorf("read the kubeconfig: %w", err)
	}
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return fmt.Errorf("make the client: %w", err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	engine, err := newEngine(ctx, client, *node)
	if err != nil {
		return err
	}
	return listen(ctx, engine, uint16(*number))
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "policies:", err)
		os.Exit(1)
	}
}
