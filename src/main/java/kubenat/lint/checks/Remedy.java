package kubenat.lint.checks;

import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.packet.Family;

/** Commands that would put something right; they are shown, never run. */
final class Remedy {
    private Remedy() {}

    /** Such as {@code iptables -t nat}. */
    static String command(Subject subject, ChainName chain) {
        String program = subject.ruleset().family() == Family.IPV4 ? "iptables" : "ip6tables";
        return program + " -t " + chain.table();
    }

    /** Removes one rule by its number. */
    static String delete(Subject subject, Rule rule) {
        return command(subject, rule.chain()) + " -D " + rule.chain().name() + " " + rule.number();
    }

    /** Whether the kernel itself calls a chain. */
    static boolean isBuiltIn(Chain chain) {
        if (chain.policy().isPresent()) {
            return true;
        }
        for (Hook hook : Hook.values()) {
            if (hook.name().equals(chain.name().name())) {
                return true;
            }
        }
        return false;
    }
}
