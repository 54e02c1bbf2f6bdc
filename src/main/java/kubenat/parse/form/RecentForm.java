package kubenat.parse.form;

import java.util.List;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;

/** {@code -m recent} (libxt_recent 1.8.9): prints the name, the mask and the side even where they were not given. */
final class RecentForm {
    private static final String ALL_OF_IPV4 = "255.255.255.255";
    private static final String ALL_OF_IPV6 = "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";

    static final Form FORM = (given, family) -> {
        String mask = family == Family.IPV4 ? ALL_OF_IPV4 : ALL_OF_IPV6;
        Form form = Form.AS_GIVEN
                .with(Form.option("--name", false, "DEFAULT"))
                .with(Form.option("--mask", false, mask))
                .with(new Argument("--rsource", false, List.of()), "--rdest")
                .inOrder(
                        "--set",
                        "--rcheck",
                        "--update",
                        "--remove",
                        "--seconds",
                        "--reap",
                        "--hitcount",
                        "--rttl",
                        "--name",
                        "--mask",
                        "--rsource",
                        "--rdest");
        return form.canonical(given, family);
    };

    private RecentForm() {}
}
