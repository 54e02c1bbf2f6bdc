package kubenat.parse.form;

/** {@code -m limit} (libxt_limit 1.8.9): units are short, and a burst of 5 is not printed. */
final class LimitForm {
    static final Form FORM = Form.values(LimitForm::rate, "--limit")
            .without("--limit-burst", "5")
            .inOrder("--limit", "--limit-burst");

    private LimitForm() {}

    private static String rate(String text) {
        return text.replaceFirst("/(?:s|second)$", "/sec")
                .replaceFirst("/(?:m|minute)$", "/min")
                .replaceFirst("/h$", "/hour")
                .replaceFirst("/d$", "/day");
    }
}
