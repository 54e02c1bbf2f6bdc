package kubenat.model.packet;

import java.util.Map;

/**
 * A switch of the kernel that each interface has of its own.
 *
 * @param others how it is for interfaces that are not named
 */
public record InterfaceSwitch(Truth others, Map<String, Truth> named) {
    /** Nothing is known of it. */
    public static final InterfaceSwitch UNKNOWN = of(Truth.MAYBE);

    public InterfaceSwitch {
        named = Map.copyOf(named);
    }

    /** One that is the same for all interfaces. */
    public static InterfaceSwitch of(Truth everywhere) {
        return new InterfaceSwitch(everywhere, Map.of());
    }

    /** How it is for what came in, or goes out, by one of these. */
    public Truth on(InterfaceSet interfaces) {
        return interfaces.name().map(name -> named.getOrDefault(name, others)).orElse(everywhere());
    }

    /** MAYBE where interfaces differ. */
    private Truth everywhere() {
        return named.values().stream().allMatch(each -> each == others) ? others : Truth.MAYBE;
    }
}
