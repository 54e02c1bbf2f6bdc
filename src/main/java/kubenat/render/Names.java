package kubenat.render;

import java.util.List;
import java.util.Optional;
import kubenat.kube.Entry;
import kubenat.model.ChainName;
import kubenat.trace.Outcome;

/** What Kubernetes calls that which rules know by numbers. */
public interface Names {
    /** No names at all. */
    Names NONE = new Names() {
        @Override
        public Optional<String> service(Outcome outcome) {
            return Optional.empty();
        }

        @Override
        public Optional<String> entry(Outcome outcome) {
            return Optional.empty();
        }

        @Override
        public Optional<String> endpoint(Outcome outcome) {
            return Optional.empty();
        }

        @Override
        public Optional<String> chain(ChainName chain) {
            return Optional.empty();
        }

        @Override
        public List<Entry> entries(ChainName chain) {
            return List.of();
        }
    };

    /** The Service port whose rules packets have met: {@code default/web:http}. */
    Optional<String> service(Outcome outcome);

    /** As what they met it: {@code ClusterIP}, {@code NodePort} and so on. */
    Optional<String> entry(Outcome outcome);

    /** The endpoint that packets were sent to; proved by the hash of its chain where the rule itself is garbled. */
    Optional<String> endpoint(Outcome outcome);

    /** The endpoint that its chain's hash proves, where the rule itself is garbled: {@code 10.244.1.2:80}. */
    default Optional<String> recovered(Outcome outcome) {
        return Optional.empty();
    }

    /** What a chain is for: the name of its Service port. */
    Optional<String> chain(ChainName chain);

    /** The addresses of the Service port that a chain is for. */
    List<Entry> entries(ChainName chain);

    /** The same for the garbled rule of a chain. */
    default Optional<String> recovered(ChainName chain) {
        return Optional.empty();
    }

    /** Who wrote a chain, where that is some other program than the one whose names these are. */
    default Optional<String> owner(ChainName chain) {
        return Optional.empty();
    }
}
