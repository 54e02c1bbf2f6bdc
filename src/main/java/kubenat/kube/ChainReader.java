package kubenat.kube;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kubenat.heat.Draws;
import kubenat.model.Chain;
import kubenat.model.Rule;
import kubenat.model.Ruleset;
import kubenat.model.match.Recent;
import kubenat.model.match.Unmodelled;
import kubenat.model.packet.Cidr;
import kubenat.model.packet.Share;
import kubenat.model.target.NoTarget;

/** Reads the chains of one Service port: SVC, SVL, EXT, FW, XLB. */
final class ChainReader {
    private final Shares shares;
    private final ChainRole role;
    private final List<Rule> taken = new ArrayList<>();
    private final List<Share> chances = new ArrayList<>();
    private final Set<String> restricted = new LinkedHashSet<>();
    private final Set<Cidr> ranges = new LinkedHashSet<>();
    private final Set<String> inRange = new LinkedHashSet<>();
    private final List<Rule> marks = new ArrayList<>();
    private final List<Rule> odd = new ArrayList<>();
    private long affinitySeconds;
    private boolean refused;

    private ChainReader(ChainRole role, Shares shares) {
        this.role = role;
        this.shares = shares;
    }

    /** What the chain does; {@code shares} may be used for many chains. */
    static ChainReading read(Chain chain, Ruleset ruleset, Shares shares) {
        ChainReader reader = new ChainReader(ChainRole.of(chain.name().name()), shares);
        List<Rule> rules = chain.rulesOnce();
        rules.forEach(reader::add);
        boolean choosesEndpoints =
                reader.taken.stream().anyMatch(rule -> new RuleFields(rule).leadsTo() == ChainRole.SEP);
        return reader.reading(choosesEndpoints ? Draws.ofAny(rules, ruleset) : Optional.empty());
    }

    private void add(Rule rule) {
        RuleFields fields = new RuleFields(rule);
        if (rule.target() instanceof NoTarget) {
            return;
        }
        if (Masquerading.isMark(rule)) {
            marks.add(rule);
        } else if (fields.leadsTo() == ChainRole.MARK_DROP) {
            refused = true;
        } else if (!fields.leadsTo().isHashed() || rule.matches().stream().anyMatch(Unmodelled.class::isInstance)) {
            odd.add(rule);
        } else {
            addBranch(fields);
        }
    }

    private void addBranch(RuleFields fields) {
        Optional<Recent> sticky = fields.recent().filter(recent -> recent.action() != Recent.Action.SET);
        if (sticky.isPresent()) {
            affinitySeconds = sticky.get().seconds();
        } else if (role == ChainRole.FW && fields.source().isPresent()) {
            fields.source().flatMap(source -> source.network().cidr()).ifPresent(ranges::add);
            fields.chain().ifPresent(inRange::add);
        } else if (isForSomeSources(fields)) {
            fields.chain().ifPresent(restricted::add);
        } else {
            taken.add(fields.rule());
            chances.add(fields.statistic()
                    .map(chance -> chance.negated() ? chance.share().rest() : chance.share())
                    .orElse(Share.ALL));
        }
    }

    private static boolean isForSomeSources(RuleFields fields) {
        boolean bySource = fields.source().filter(source -> !source.negated()).isPresent();
        boolean byType =
                fields.addressType(true).filter(type -> !type.negated()).isPresent();
        boolean byInterface = fields.inInterface().filter(in -> !in.negated()).isPresent();
        return bySource || byType || byInterface;
    }

    private ChainReading reading(Optional<Draws> draws) {
        List<Share> effective = shares.of(chances);
        Map<String, Share> branches = new LinkedHashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            Share share = effective.get(i);
            RuleFields.chain(taken.get(i).target()).ifPresent(chain -> branches.merge(chain, share, Share::plus));
        }
        inRange.forEach(chain -> branches.putIfAbsent(chain, Share.ALL));
        List<Branch> all = new ArrayList<>();
        branches.forEach((chain, share) -> all.add(new Branch(chain, share)));
        return new ChainReading(
                all,
                List.copyOf(restricted),
                taken.isEmpty() ? List.copyOf(ranges) : List.of(),
                List.copyOf(marks),
                affinitySeconds,
                refused,
                effective.get(chances.size()),
                draws,
                List.copyOf(odd));
    }
}
