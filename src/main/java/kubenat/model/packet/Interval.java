package kubenat.model.packet;

/** A run of values, both ends included. */
record Interval<T extends Comparable<T>>(T first, T last) {
    Interval {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("empty interval: " + first + " to " + last);
        }
    }

    // Written out, here and in other records that every start compares: Java would put these together at run time.
    @Override
    public boolean equals(Object other) {
        return other instanceof Interval<?> interval && first.equals(interval.first) && last.equals(interval.last);
    }

    @Override
    public int hashCode() {
        return 31 * first.hashCode() + last.hashCode();
    }
}
