package kubenat.surroundings;

import java.util.Optional;

/** What a switch of the kernel is set to, and the line that says so. */
public record KernelSetting(String name, String value, int line) {
    private static final int MOST_DIGITS = 9;

    /** The value as a number; empty where it is none. */
    public Optional<Integer> number() {
        boolean isNumber = !value.isEmpty()
                && value.length() <= MOST_DIGITS
                && value.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.parseInt(value)) : Optional.empty();
    }

    boolean isAtLeast(int least) {
        return number().filter(found -> found >= least).isPresent();
    }
}
