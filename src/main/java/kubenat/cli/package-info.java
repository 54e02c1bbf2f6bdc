/** The commands: one class per command, the exit codes, and the one place that turns an exception into one. */
@NullMarked
package kubenat.cli;

import org.jspecify.annotations.NullMarked;
