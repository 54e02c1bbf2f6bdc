package kubenat.lint.space;

/** What a packet may have on one axis. */
sealed interface Values permits Addresses, Numbers, Marks {

    boolean isEmpty();

    /** The values that are in both; the other is of the same kind. */
    Values and(Values other);

    /** The values that the other lacks. */
    Values minus(Values other);

    /** Whether it has all values of the other. */
    default boolean covers(Values other) {
        return equals(other) || other.minus(this).isEmpty();
    }
}
