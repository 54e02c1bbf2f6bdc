/** How iptables 1.8.9 prints what a module or a target was given: the order of its options, and one spelling for each value. */
@NullMarked
package kubenat.parse.form;

import org.jspecify.annotations.NullMarked;
