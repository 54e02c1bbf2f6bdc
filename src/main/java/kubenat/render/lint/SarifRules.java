package kubenat.render.lint;

import java.util.List;
import kubenat.lint.Check;
import kubenat.lint.CheckPage;
import kubenat.lint.Level;
import kubenat.render.JsonOutput;

/**
 * Writes what SARIF calls rules: the checks, with their pages as help. There is no {@code helpUri}: the pages come with the
 * tool, and no address of them is claimed.
 */
final class SarifRules {
    private final JsonOutput json;

    SarifRules(JsonOutput json) {
        this.json = json;
    }

    void write(List<Check> checks) {
        json.objects("rules", checks, this::rule);
    }

    private void rule(Check check) {
        CheckPage page = CheckPage.of(check);
        json.text("id", check.id());
        json.text("name", check.name());
        json.object("shortDescription", self -> json.text("text", page.title()));
        json.object("fullDescription", self -> json.text("text", page.summary()));
        json.object("help", self -> {
            json.text("text", plain(page, check));
            json.text("markdown", page.body());
        });
        json.object("defaultConfiguration", self -> {
            json.truth("enabled", check.level() != Level.OFF);
            json.text("level", level(check.level()));
        });
        json.object("properties", self -> {
            json.texts("tags", List.of(tag(check)));
            json.text("problem.severity", severity(check.level()));
        });
    }

    private static String plain(CheckPage page, Check check) {
        return "%s\n\n%s\n\nkube-nat explain %s has examples."
                .formatted(page.section("Why it matters"), page.section("What to do"), check.id());
    }

    /** What SARIF calls the level. */
    static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, OFF -> "note";
        };
    }

    /** GitHub's word for rules that are not about security. */
    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, OFF -> "recommendation";
        };
    }

    private static String tag(Check check) {
        String group = check.id().replaceAll("\\d", "");
        return switch (group) {
            case "KN" -> "kube-proxy";
            case "SYN" -> "dump";
            case "SUP" -> "suppression";
            default -> "iptables";
        };
    }
}
