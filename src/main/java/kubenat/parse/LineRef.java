package kubenat.parse;

/** A line of a dump: where it begins, and its number from 1. */
record LineRef(long offset, int number) {}
