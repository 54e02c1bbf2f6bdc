package kubenat.trace;

import kubenat.model.target.Ending;

/** Packets whose walk of a table has ended, and how. */
record Ended(State state, Ending ending) {}
