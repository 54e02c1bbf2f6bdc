package kubenat.model.packet;

/** A run of values, both ends included. */
record Interval<T extends Comparable<T>>(T first, T last) {
    Interval {
        if (first.compareTo(last) > 0) {
            throw new IllegalArgumentException("empty interval: " + first + " to " + last);
        }
    }
}
