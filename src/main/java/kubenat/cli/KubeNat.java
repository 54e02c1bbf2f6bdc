package kubenat.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The root command. */
@Command(name = "kube-nat", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
public final class KubeNat {
    private KubeNat() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new KubeNat()).execute(args));
    }
}
