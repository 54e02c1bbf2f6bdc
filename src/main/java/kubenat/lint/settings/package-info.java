/** What people set for lint: which checks run, how bad their findings are, which are left out. Pure: nothing is read or written here. */
@NullMarked
package kubenat.lint.settings;

import org.jspecify.annotations.NullMarked;
