package kubenat.parse;

import java.util.List;
import java.util.Optional;
import kubenat.model.Counters;

/**
 * A line that declares a chain: {@code :CHAIN POLICY [0:0]}, {@code -P CHAIN POLICY} or {@code -N CHAIN}.
 *
 * @param policy absent for a chain that is not built in
 */
record Declaration(String chain, Optional<String> policy, Optional<Counters> counters) {
    private static final Counters NONE = new Counters(0, 0);

    static Declaration of(String chain, DumpLine line) {
        List<String> words = line.items().stream().map(Item::text).toList();
        Optional<String> policy = words.stream().findFirst().filter(word -> !word.equals("-"));
        return new Declaration(chain, policy, counters(words));
    }

    private static Optional<Counters> counters(List<String> words) {
        int option = words.indexOf("-c");
        if (option >= 0 && option + 2 < words.size()) {
            return CounterText.read(words.get(option + 1), words.get(option + 2));
        }
        return words.stream()
                .skip(1)
                .flatMap(word -> CounterText.read(word).stream())
                .findFirst();
    }

    /** As iptables prints it; {@code counted} adds the counters where the form may have none. */
    String text(DumpForm form, boolean counted) {
        if (form == DumpForm.SAVE) {
            // The kernel counts for policies; of other chains iptables prints zeros.
            String numbers = CounterText.brackets(policy.isPresent() ? counters.orElse(NONE) : NONE);
            return ":" + chain + " " + policy.orElse("-") + " " + numbers;
        }
        String numbers = counted ? " " + CounterText.option(counters.orElse(NONE)) : "";
        return policy.map(verdict -> "-P " + chain + " " + verdict + numbers).orElse("-N " + chain);
    }
}
