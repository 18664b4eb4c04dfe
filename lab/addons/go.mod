module drydock.invalid/lab/addons

go 1.26.0

require (
	github.com/coredns/coredns v1.15.0
	k8s.io/api v0.37.1
	k8s.io/apimachinery v0.37.1
	k8s.io/client-go v0.37.1
	sigs.k8s.io/sig-storage-lib-external-provisioner/v13 v13.1.0
)
