/** What a dump says: tables, chains, rules. */
@NullMarked
package kubenat.model;

import org.jspecify.annotations.NullMarked;
