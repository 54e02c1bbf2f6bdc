/** What is known of the packet that is followed: sets of addresses, ports and interfaces that rules split. */
@NullMarked
package kubenat.model.packet;

import org.jspecify.annotations.NullMarked;
