package kubenat.lint.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kubenat.kube.ChainRole;
import kubenat.kube.RuleFields;
import kubenat.lint.Call;
import kubenat.lint.ChainCheck;
import kubenat.lint.Finding;
import kubenat.lint.Interest;
import kubenat.lint.Level;
import kubenat.lint.Need;
import kubenat.lint.Subject;
import kubenat.model.Chain;
import kubenat.model.ChainName;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.match.Recent;

/** KN127: client affinity is looked for but not set, set but not looked for, or for different times. */
final class AffinityByHalves extends ChainCheck {

    AffinityByHalves() {
        super(
                "KN127",
                Level.WARNING,
                Interest.in(TableName.NAT, ChainRole.SEP, ChainRole.SVC, ChainRole.SVL, ChainRole.XLB)
                        .with(Recent.class),
                Need.NAT);
    }

    @Override
    public Stream<Finding> inChain(Chain chain, Subject subject) {
        return KubeChains.role(chain) == ChainRole.SEP
                ? setOnly(chain, subject).stream()
                : Balance.of(chain, subject)
                        .filter(balance -> !balance.sticky().isEmpty())
                        .map(balance -> looked(chain, balance.sticky(), subject))
                        .stream()
                        .flatMap(List::stream);
    }

    private List<Finding> looked(Chain chain, List<Rule> sticky, Subject subject) {
        List<Finding> found = new ArrayList<>();
        Set<Long> seconds = new LinkedHashSet<>();
        for (Rule rule : sticky) {
            Recent check = new RuleFields(rule).recent().orElseThrow();
            seconds.add(check.seconds());
            Optional<Chain> endpoint = new RuleFields(rule)
                    .chain()
                    .flatMap(name -> subject.ruleset().chain(KubeChains.nat(name)));
            endpoint.filter(to -> !sets(to, check.list())).ifPresent(to -> found.add(never(rule, check, to, subject)));
        }
        if (seconds.size() > 1) {
            found.add(times(chain, sticky.get(0), seconds, subject));
        }
        return found;
    }

    private static boolean sets(Chain endpoint, String list) {
        return endpoint.rules().stream()
                .flatMap(rule -> new RuleFields(rule).recent().stream())
                .anyMatch(recent ->
                        recent.action() == Recent.Action.SET && recent.list().equals(list));
    }

    private Finding never(Rule rule, Recent check, Chain endpoint, Subject subject) {
        Finding finding = finding(
                        subject.at(rule).marking("--name " + check.list()),
                        "%s looks for clients on the list %s, but %s puts none on it: affinity is off for that endpoint"
                                .formatted(
                                        KubeChains.label(subject, rule.chain()),
                                        check.list(),
                                        endpoint.name().name()))
                .related(subject.at(endpoint), "has no rule with --set")
                .withHelp("restart kube-proxy: it writes all chains again");
        return Witnesses.to(finding, subject, rule.chain());
    }

    private Finding times(Chain chain, Rule first, Set<Long> seconds, Subject subject) {
        return finding(
                        subject.at(first).marking("--seconds"),
                        "%s keeps clients for different times: %s seconds"
                                .formatted(
                                        KubeChains.label(subject, chain.name()),
                                        String.join(
                                                ", ",
                                                seconds.stream()
                                                        .map(Object::toString)
                                                        .toList())))
                .withHelp("restart kube-proxy: it writes all chains again");
    }

    /** A chain that leads here twice does so for clients seen before and for new ones. */
    private Optional<Finding> setOnly(Chain endpoint, Subject subject) {
        Optional<Rule> set = endpoint.rules().stream()
                .filter(rule -> new RuleFields(rule)
                        .recent()
                        .filter(recent -> recent.action() == Recent.Action.SET)
                        .isPresent())
                .findFirst();
        if (set.isEmpty()) {
            return Optional.empty();
        }
        List<Call> calls = subject.calls().to(endpoint.name());
        boolean once = calls.stream().map(Call::from).distinct().count() == calls.size();
        return set.filter(rule -> once && !calls.isEmpty() && calls.stream().noneMatch(call -> looks(call, subject)))
                .map(rule ->
                        Witnesses.toEndpoint(setOnly(rule, calls.get(0).from(), subject), subject, endpoint.name()));
    }

    private static boolean looks(Call call, Subject subject) {
        Rule rule = KubeChains.rules(subject, call.from()).get(call.rule() - 1);
        return new RuleFields(rule).recent().isPresent();
    }

    private Finding setOnly(Rule rule, ChainName caller, Subject subject) {
        return finding(
                        subject.at(rule).marking("--set"),
                        "%s puts clients on a list, but %s never looks for them there: affinity is off for that endpoint"
                                .formatted(rule.chain().name(), KubeChains.label(subject, caller)))
                .withHelp("restart kube-proxy: it writes all chains again");
    }
}
