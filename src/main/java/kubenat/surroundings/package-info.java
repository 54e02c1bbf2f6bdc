/** Reads what people give beside the dump: the output of {@code ip addr}, {@code ip route} and {@code ipset save}. */
@NullMarked
package kubenat.surroundings;

import org.jspecify.annotations.NullMarked;
