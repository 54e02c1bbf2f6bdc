package kubenat.render.text;

import java.util.List;
import kubenat.model.Hook;
import kubenat.model.Rule;
import kubenat.model.TableName;
import kubenat.model.target.Accept;
import kubenat.model.target.Goto;
import kubenat.model.target.Jump;
import kubenat.model.target.MarkTarget;
import kubenat.model.target.NoEffect;
import kubenat.model.target.NoTarget;
import kubenat.model.target.Return;
import kubenat.model.target.Target;
import kubenat.trace.Step;

/** Leaves those rules of a tree that changed something or decided something; visits to chains that came to nothing go. */
final class Pruning {
    private Pruning() {}

    static List<PathSection> of(List<PathSection> sections) {
        return sections.stream()
                .map(section -> new PathSection(section.hook(), section.table(), nodes(section.roots(), section, 0)))
                .filter(section -> !section.roots().isEmpty())
                .toList();
    }

    private static List<PathNode> nodes(List<PathNode> nodes, PathSection section, int depth) {
        // There jumps have what they lead to beside them, not below.
        if (depth == OpenNode.DEEPEST) {
            return nodes;
        }
        return nodes.stream()
                .map(node -> node.withChildren(nodes(node.children(), section, depth + 1)))
                .filter(node -> !node.children().isEmpty() || matters(node, section))
                .toList();
    }

    private static boolean matters(PathNode node, PathSection section) {
        Step step = node.step();
        if (step.kind() != Step.Kind.RULE) {
            return step.kind() == Step.Kind.POLICY && !step.policy().equals("ACCEPT");
        }
        return step.rule()
                .map(Rule::target)
                .filter(target -> matters(target, node, section))
                .isPresent();
    }

    private static boolean matters(Target target, PathNode node, PathSection section) {
        boolean changesNothing = target instanceof Jump
                || target instanceof Goto
                || target instanceof Return
                || target instanceof NoTarget
                || target instanceof NoEffect
                || target instanceof MarkTarget && section.hook() == Hook.POSTROUTING;
        boolean keepsSource = section.table() == TableName.NAT
                && section.hook() == Hook.POSTROUTING
                && (target instanceof Accept || target instanceof Return && node.isEnd());
        return !changesNothing || keepsSource || node.isEnd() && !(target instanceof Return);
    }
}
