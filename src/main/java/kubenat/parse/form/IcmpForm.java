package kubenat.parse.form;

import kubenat.model.match.IcmpNames;

/** ICMP types: numbers, but {@code any} (libxt_icmp.h 1.8.9). */
final class IcmpForm {
    private static final String ANY = "any";

    static final Form ICMP = Form.values(name -> number(IcmpNames.V4, name), "--icmp-type");

    static final Form ICMP6 = Form.values(name -> number(IcmpNames.V6, name), "--icmpv6-type");

    private IcmpForm() {}

    private static String number(IcmpNames names, String text) {
        return text.equals(ANY) ? ANY : names.find(text).orElse(text);
    }
}
