package kubenat.kube;

import kubenat.model.packet.Share;

/** A chain that another one leads to, and the part of a new client's packets that it gets. */
record Branch(String chain, Share share) {
    ChainRole role() {
        return ChainRole.of(chain);
    }
}
