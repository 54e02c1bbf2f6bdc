/** The Linux kernel as judge: what it did with packets, and whether the tracer says the same. */
@NullMarked
package kubenat.oracle;

import org.jspecify.annotations.NullMarked;
