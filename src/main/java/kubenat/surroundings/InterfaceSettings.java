package kubenat.surroundings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import kubenat.model.packet.Family;
import kubenat.model.packet.InterfaceSwitch;
import kubenat.model.packet.Settings;
import kubenat.model.packet.Truth;

/** How listed settings of the kernel combine for each interface (kernel: Documentation/networking/ip-sysctl.rst). */
record InterfaceSettings(KernelSettings listing) {
    private static final String IPV4 = "net.ipv4.conf.";
    private static final List<Integer> VALUES = List.of(0, 1, 2);

    Settings switches(Family family) {
        return family == Family.IPV4
                ? new Settings(
                        forwarding(),
                        greatest("route_localnet", value -> value > 0),
                        greatest("rp_filter", value -> value == 1),
                        greatest("rp_filter", value -> value > 0),
                        Truth.MAYBE,
                        Truth.NO)
                : new Settings(
                        InterfaceSwitch.of(yes("net.ipv6.conf.all.forwarding", Truth.YES)),
                        InterfaceSwitch.UNKNOWN,
                        InterfaceSwitch.UNKNOWN,
                        InterfaceSwitch.UNKNOWN,
                        Truth.MAYBE,
                        Truth.NO);
    }

    /** An interface's own counts; setting it for all sets each. Not listed, it is taken to be on. */
    private InterfaceSwitch forwarding() {
        Truth common = yes("net.ipv4.conf.all.forwarding", yes("net.ipv4.ip_forward", Truth.YES));
        Map<String, Truth> named = new LinkedHashMap<>();
        for (String device : devices("forwarding")) {
            named.put(device, yes(IPV4 + device.replace('.', '/') + ".forwarding", common));
        }
        return new InterfaceSwitch(common, named);
    }

    /** The greater of the value for all and the interface's own; an interface that is not listed is made with the default. */
    private InterfaceSwitch greatest(String key, IntPredicate isOn) {
        Map<String, Truth> named = new LinkedHashMap<>();
        for (String device : devices(key)) {
            named.put(device, greatest(key, device.replace('.', '/'), isOn));
        }
        return new InterfaceSwitch(greatest(key, "default", isOn), named);
    }

    /** MAYBE where it depends on a value that is not listed. */
    private Truth greatest(String key, String device, IntPredicate isOn) {
        List<Integer> common = number(IPV4 + "all." + key).map(List::of).orElse(VALUES);
        List<Integer> own = number(IPV4 + device + "." + key).map(List::of).orElse(VALUES);
        List<Boolean> answers = common.stream()
                .flatMap(one -> own.stream().map(other -> isOn.test(Math.max(one, other))))
                .distinct()
                .toList();
        return answers.size() == 1 ? Truth.of(answers.get(0)) : Truth.MAYBE;
    }

    private Set<String> devices(String key) {
        Set<String> devices = new TreeSet<>();
        for (String name : listing.all().keySet()) {
            if (name.startsWith(IPV4) && name.endsWith("." + key)) {
                String device = name.substring(IPV4.length(), name.length() - key.length() - 1);
                devices.add(device.replace('/', '.'));
            }
        }
        devices.remove("all");
        devices.remove("default");
        return devices;
    }

    private Truth yes(String name, Truth otherwise) {
        return number(name).map(value -> Truth.of(value > 0)).orElse(otherwise);
    }

    private Optional<Integer> number(String name) {
        return Optional.ofNullable(listing.all().get(name)).flatMap(KernelSetting::number);
    }
}
