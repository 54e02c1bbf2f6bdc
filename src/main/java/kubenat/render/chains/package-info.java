/** The picture of a chain graph: which chain hands packets to which, in columns by what the chains are for. */
@NullMarked
package kubenat.render.chains;

import org.jspecify.annotations.NullMarked;
