package kubenat.model.packet;

/** Whether something holds: YES, NO, or MAYBE when neither packet nor dump decides it. */
public enum Truth {
    YES,
    NO,
    MAYBE;

    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    public Truth negatedIf(boolean negated) {
        if (!negated || this == MAYBE) {
            return this;
        }
        return this == YES ? NO : YES;
    }
}
