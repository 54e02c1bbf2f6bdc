package kubenat.surroundings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kubenat.model.packet.Family;
import kubenat.model.packet.Settings;
import kubenat.source.DumpException;
import kubenat.source.SourceText;

/**
 * What {@code sysctl -a} lists, or {@code grep . /proc/sys/…} (procps 4.0).
 *
 * @param file as the user called it
 * @param all by name; a dot within the name of an interface is a slash, as sysctl prints it
 * @param notUnderstood the lines that are no settings
 */
public record KernelSettings(String file, Map<String, KernelSetting> all, List<Integer> notUnderstood) {
    private static final String FILES = "/proc/sys/";

    public KernelSettings {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        notUnderstood = List.copyOf(notUnderstood);
    }

    /** Reads a listing; fails if nothing in it is a setting. What is said last counts. */
    public static KernelSettings read(SourceText source) throws DumpException {
        Map<String, KernelSetting> all = new LinkedHashMap<>();
        List<Integer> others = new ArrayList<>();
        int number = 0;
        for (long start = 0; start < source.bytes().length(); start = source.nextLine(start)) {
            number++;
            String line = source.lineAt(start).strip();
            if (line.isEmpty() || line.startsWith("#") || line.startsWith(";") || line.startsWith("sysctl: ")) {
                continue;
            }
            Optional<KernelSetting> setting = setting(line, number);
            setting.ifPresent(found -> all.put(found.name(), found));
            if (setting.isEmpty()) {
                others.add(number);
            }
        }
        if (all.isEmpty()) {
            throw new DumpException(
                    others.isEmpty()
                            ? source.name() + ": no setting in it"
                            : "%s:%d:1: not a line of sysctl -a".formatted(source.name(), others.get(0)),
                    "sysctl -a prints what is read here");
        }
        return new KernelSettings(source.name(), all, others);
    }

    private static Optional<KernelSetting> setting(String line, int number) {
        boolean isFile = line.startsWith(FILES);
        int end = isFile ? line.indexOf(':') : line.indexOf('=');
        String name =
                end < 0 ? "" : line.substring(isFile ? FILES.length() : 0, end).strip();
        boolean isName = name.indexOf('.') + name.indexOf('/') > -2 && name.indexOf(' ') < 0;
        return isName
                ? Optional.of(
                        new KernelSetting(dotted(name), line.substring(end + 1).strip(), number))
                : Optional.empty();
    }

    /** Where the first separator is a slash, dots are no separators (man sysctl.d, systemd 252). */
    private static String dotted(String name) {
        int dot = name.indexOf('.');
        int slash = name.indexOf('/');
        boolean isDotted = slash < 0 || dot >= 0 && dot < slash;
        return isDotted ? name : swapped(name);
    }

    private static String swapped(String name) {
        return name.replace('.', '\0').replace('/', '.').replace('\0', '/');
    }

    /** Whether anything is said of reverse path filters. */
    public boolean knowsReversePathFilters() {
        return all.keySet().stream().anyMatch(name -> name.startsWith("net.ipv4.conf.") && name.endsWith(".rp_filter"));
    }

    /**
     * What says that an interface takes only what an answer would go out by it to: the greater of the values for all interfaces
     * and for this one is 1, not 0 (off) and not 2 (loose). Empty where either is not known (kernel:
     * Documentation/networking/ip-sysctl.rst).
     */
    public Optional<KernelSetting> strictReversePath(String device) {
        Optional<KernelSetting> own = reversePath(device);
        Optional<KernelSetting> common = reversePath("all");
        boolean isStrict = own.flatMap(KernelSetting::number).isPresent()
                && common.flatMap(KernelSetting::number).isPresent()
                && reversePathFilter(device)
                        .filter(found -> !found.isAtLeast(2))
                        .isPresent();
        return isStrict ? reversePathFilter(device) : Optional.empty();
    }

    /** What says that an interface takes nothing from where the node has no route to at all: 1 or 2, for it or for all. */
    public Optional<KernelSetting> reversePathFilter(String device) {
        Optional<KernelSetting> own = reversePath(device).filter(found -> found.isAtLeast(1));
        Optional<KernelSetting> common = reversePath("all").filter(found -> found.isAtLeast(1));
        return own.filter(found -> found.isAtLeast(2))
                .or(() -> common.filter(found -> found.isAtLeast(2)))
                .or(() -> own)
                .or(() -> common);
    }

    /** The switches for packets of a family, as far as they are listed. */
    public Settings switches(Family family) {
        return new InterfaceSettings(this).switches(family);
    }

    private Optional<KernelSetting> reversePath(String device) {
        return Optional.ofNullable(all.get("net.ipv4.conf.%s.rp_filter".formatted(device.replace('.', '/'))));
    }
}
