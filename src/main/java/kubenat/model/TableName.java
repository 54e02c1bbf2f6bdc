package kubenat.model;

import java.util.Locale;
import java.util.Optional;

/** The tables that the kernel has, in the order in which most hooks call them. */
public enum TableName {
    RAW,
    MANGLE,
    NAT,
    FILTER,
    SECURITY;

    /** Reads {@code nat}; empty for a table that the kernel does not have. */
    public static Optional<TableName> read(String text) {
        for (TableName name : values()) {
            if (name.toString().equals(text)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
