package kubenat.parse.form;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Lists of connection states, in the order of the bits (libxt_conntrack 1.8.9). */
final class StateForm {
    private static final List<String> STATES =
            List.of("INVALID", "NEW", "RELATED", "ESTABLISHED", "UNTRACKED", "SNAT", "DNAT");

    static final Form STATE = Form.values(StateForm::sorted, "--state");

    static final Form CONNTRACK = Form.values(StateForm::sorted, "--ctstate")
            .inOrder(
                    "--ctstate",
                    "--ctproto",
                    "--ctorigsrc",
                    "--ctorigdst",
                    "--ctreplsrc",
                    "--ctrepldst",
                    "--ctorigsrcport",
                    "--ctorigdstport",
                    "--ctreplsrcport",
                    "--ctrepldstport",
                    "--ctstatus",
                    "--ctexpire",
                    "--ctdir");

    private StateForm() {}

    private static String sorted(String text) {
        List<String> states = Arrays.stream(text.split(",", -1))
                .map(state -> state.toUpperCase(Locale.ROOT))
                .distinct()
                .sorted(Comparator.comparingInt(STATES::indexOf))
                .toList();
        return STATES.containsAll(states) ? states.stream().collect(Collectors.joining(",")) : text;
    }
}
