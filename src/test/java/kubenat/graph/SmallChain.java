package kubenat.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.Table;
import kubenat.model.TableName;
import kubenat.model.packet.Family;
import kubenat.model.target.Accept;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.Target;
import kubenat.source.Diagnostic;

/** A chain of the nat table made of its targets alone: {@code B} is a jump to B, {@code goto B} a goto, {@code ACCEPT} itself. */
record SmallChain(ChainName name, List<Rule> rules) implements Chain {

    /** A nat table of these chains, each with its targets; upper-case PREROUTING and the like are built in. */
    static Ruleset ruleset(Map<String, List<String>> chains) {
        return new Ruleset(Family.IPV4, List.of(new SmallTable(chains)), List.of());
    }

    static ChainName nat(String name) {
        return new ChainName(TableName.NAT, name);
    }

    private static SmallChain of(String name, List<String> targets) {
        List<Rule> rules = new ArrayList<>();
        for (String target : targets) {
            rules.add(new Rule(
                    nat(name),
                    rules.size() + 1,
                    rules.size() + 1,
                    "-A " + name + " -j " + target,
                    Optional.empty(),
                    List.of(),
                    target(target)));
        }
        return new SmallChain(nat(name), rules);
    }

    private static Target target(String text) {
        if (text.equals("ACCEPT")) {
            return new Accept();
        }
        return text.startsWith("goto ") ? new Goto(text.substring(5)) : new Jump(text);
    }

    @Override
    public Optional<String> policy() {
        return name.name().equals("PREROUTING") ? Optional.of("ACCEPT") : Optional.empty();
    }

    @Override
    public boolean declared() {
        return true;
    }

    @Override
    public long line() {
        return 1;
    }

    @Override
    public int size() {
        return rules.size();
    }

    @Override
    public List<Diagnostic> diagnostics() {
        return List.of();
    }

    private record SmallTable(Map<String, List<String>> targets) implements Table {
        @Override
        public TableName name() {
            return TableName.NAT;
        }

        @Override
        public String dump() {
            return "small.rules";
        }

        @Override
        public Optional<Chain> chain(String name) {
            return Optional.ofNullable(targets.get(name)).map(list -> SmallChain.of(name, list));
        }

        @Override
        public int number(String name) {
            return List.copyOf(targets.keySet()).indexOf(name);
        }

        @Override
        public int numbers() {
            return size();
        }

        @Override
        public Optional<Chain> chain(int number) {
            return chain(List.copyOf(targets.keySet()).get(number));
        }

        @Override
        public Stream<Chain> chains() {
            return targets.keySet().stream().flatMap(name -> chain(name).stream());
        }

        @Override
        public int size() {
            return targets.size();
        }
    }
}
