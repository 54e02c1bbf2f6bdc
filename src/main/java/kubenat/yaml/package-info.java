/** Reads YAML that people wrote, with the place of every word. The only reader that sees the YAML library. */
@NullMarked
package kubenat.yaml;

import org.jspecify.annotations.NullMarked;
