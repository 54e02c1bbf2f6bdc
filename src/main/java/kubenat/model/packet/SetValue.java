package kubenat.model.packet;

import java.util.Set;

/** One part of an ipset's member: what one property of a packet is compared with. */
public sealed interface SetValue {

    /** Splits on the packet's source or destination having this value. */
    Split split(Packet packet, boolean source);

    /** An address, a network or a range. */
    record Addresses(AddressSet set) implements SetValue {
        @Override
        public Split split(Packet packet, boolean source) {
            return source ? Split.source(packet, set) : Split.destination(packet, set);
        }
    }

    /** Ports of one protocol, or of tcp and udp alike in {@code bitmap:port}; for ICMP {@code type * 256 + code}. */
    record Ports(Set<Protocol> protocols, NumberSet numbers) implements SetValue {
        public Ports {
            protocols = Set.copyOf(protocols);
        }

        @Override
        public Split split(Packet packet, boolean source) {
            if (!protocols.contains(packet.protocol())) {
                return Split.no(packet);
            }
            if (packet.protocol().hasPorts()) {
                return source ? Split.sourcePort(packet, numbers) : Split.destinationPort(packet, numbers);
            }
            boolean icmp =
                    packet.protocol().equals(Protocol.ICMP) || packet.protocol().equals(Protocol.ICMPV6);
            return icmp ? message(packet) : Split.of(numbers.contains(0), packet);
        }

        private Split message(Packet packet) {
            NumberSet types = numbers.map(n -> n >> 8);
            NumberSet codes = numbers.map(n -> n & 255);
            return Split.fact(packet, Fact.ICMP_TYPE, types).and(p -> Split.fact(p, Fact.ICMP_CODE, codes));
        }
    }

    /** An interface, or a prefix and {@code +}. */
    record Device(InterfacePattern pattern, boolean bridgePort) implements SetValue {
        @Override
        public Split split(Packet packet, boolean source) {
            if (bridgePort) {
                String words = "the bridge port is " + pattern;
                return Split.opaque(packet, Condition.opaque("bridgePort", pattern.text(), words));
            }
            return source ? Split.in(packet, pattern) : Split.out(packet, pattern);
        }
    }

    /** A hardware address. */
    record HardwareAddress(String address) implements SetValue {
        @Override
        public Split split(Packet packet, boolean source) {
            if (!source) {
                String words = "to hardware address " + address;
                return Split.oneOf(packet, Condition.opaque("destinationMac", address, words));
            }
            return packet.isSentHere() ? Split.no(packet) : Split.oneOf(packet, Condition.sentBy(address));
        }
    }

    /** A packet mark. */
    record Mark(int value, int mask) implements SetValue {
        @Override
        public Split split(Packet packet, boolean source) {
            return Split.mark(packet, value, mask);
        }
    }

    /** The name of another set, in {@code list:set}. */
    record Name(String set) implements SetValue {
        @Override
        public Split split(Packet packet, boolean source) {
            return Split.opaque(packet, Condition.opaque("set", set, "the packet is in the set " + set));
        }
    }
}
