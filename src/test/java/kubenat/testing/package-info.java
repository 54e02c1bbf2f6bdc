/** What tests share: golden files, properties, and the project's shared data where it is at hand. */
@NullMarked
package kubenat.testing;

import org.jspecify.annotations.NullMarked;
