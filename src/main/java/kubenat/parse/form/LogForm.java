package kubenat.parse.form;

import java.util.List;
import java.util.Locale;

/** {@code -j LOG} (libxt_LOG 1.8.9): levels are numbers, and 4 (warning) is not printed. */
final class LogForm {
    private static final List<String> LEVELS =
            List.of("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");

    static final Form FORM = Form.values(LogForm::level, "--log-level")
            .without("--log-level", "4")
            .inOrder("--log-prefix", "--log-level");

    private LogForm() {}

    private static String level(String text) {
        String name = text.toLowerCase(Locale.ROOT).replace("panic", "emerg");
        int level = LEVELS.indexOf(name.equals("err") ? "error" : name.equals("warn") ? "warning" : name);
        return level < 0 ? text : Integer.toString(level);
    }
}
