package kubenat.parse.form;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kubenat.model.packet.Address;

/** NAT targets (libxt_NAT 1.8.9): flags come last, and IPv6 addresses have one spelling. */
final class NatForm {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)](.*)");

    private static final String[] ORDER = {
        "--to-destination", "--to-source", "--to-ports", "--random", "--random-fully", "--persistent"
    };

    static final Form FORM =
            Form.values(NatForm::range, "--to-destination", "--to-source").inOrder(ORDER);

    private NatForm() {}

    private static String range(String text) {
        Matcher brackets = BRACKETS.matcher(text);
        if (text.startsWith("[") && brackets.matches()) {
            return "[" + addresses(brackets.group(1)) + "]" + brackets.group(2);
        }
        return text.indexOf(':') != text.lastIndexOf(':') ? addresses(text) : text;
    }

    private static String addresses(String text) {
        return Arrays.stream(text.split("-", -1))
                .map(address -> Address.read(address).map(Address::toString).orElse(address))
                .collect(Collectors.joining("-"));
    }
}
