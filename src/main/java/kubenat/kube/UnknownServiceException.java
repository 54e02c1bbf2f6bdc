package kubenat.kube;

import java.util.List;

/** The user named a Service or a NodePort that the dump does not have, or one that stands for several. */
public final class UnknownServiceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String[] candidates;

    /**
     * @param message what is wrong, in one line
     * @param candidates what could be meant, best first
     */
    public UnknownServiceException(String message, List<String> candidates) {
        super(message);
        this.candidates = candidates.toArray(new String[0]);
    }

    /** What could be meant, best first. */
    public List<String> candidates() {
        return List.of(candidates);
    }
}
