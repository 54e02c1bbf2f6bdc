package kubenat.model.packet;

/** What {@code -i} and {@code -o} take: a name, or a prefix and {@code +}; {@code +} alone is any, the absent one included. */
public record InterfacePattern(String text) {

    private boolean isPrefix() {
        return text.endsWith("+");
    }

    private String prefix() {
        return text.substring(0, text.length() - 1);
    }

    /** An absent interface has the empty name (kernel: netfilter's ifname_compare works on zeroes). */
    public boolean matches(String name) {
        return isPrefix() ? name.startsWith(prefix()) : name.equals(text);
    }

    /** Whether every name that the other stands for is one of these. */
    public boolean covers(InterfacePattern other) {
        if (!isPrefix()) {
            return !other.isPrefix() && text.equals(other.text);
        }
        return (other.isPrefix() ? other.prefix() : other.text).startsWith(prefix());
    }

    /** Whether no name is both. */
    public boolean excludes(InterfacePattern other) {
        if (isPrefix() && other.isPrefix()) {
            return !prefix().startsWith(other.prefix()) && !other.prefix().startsWith(prefix());
        }
        return isPrefix() ? !matches(other.text) : !other.matches(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
