/** Reads JSON that others wrote, as objects whose fields are asked for by name. The only readers that see Jackson. */
@NullMarked
package kubenat.json;

import org.jspecify.annotations.NullMarked;
