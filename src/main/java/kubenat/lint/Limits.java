package kubenat.lint;

/** How much may be in one dump before it is said to be much. */
public record Limits(long rules, long chains) {
    /** Where people begin to notice. */
    public static final Limits USUAL = new Limits(20_000, 100_000);
}
