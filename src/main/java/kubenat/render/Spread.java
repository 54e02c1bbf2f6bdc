package kubenat.render;

import java.util.List;

/** Says in words how equal shares are. */
public final class Spread {
    private Spread() {}

    /** {@code 0.02 % each}, or {@code from 10 % to 50 %}; nothing for no shares. */
    public static String words(List<Double> shares) {
        if (shares.isEmpty()) {
            return "";
        }
        double least = shares.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double most = shares.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        // Kernel rounding of 1/n, n endpoints deep, stays far below a thousandth of the share.
        return most - least <= most / 1000
                ? Percent.of(most) + (shares.size() == 1 ? "" : " each")
                : "from " + Percent.of(least) + " to " + Percent.of(most);
    }
}
