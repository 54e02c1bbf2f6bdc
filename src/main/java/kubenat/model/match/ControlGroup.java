package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Condition;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m cgroup}: the control group of the socket's process. The first packet of a connection from elsewhere belongs to no
 * socket and meets it neither negated nor not (kernel: xt_cgroup; by experiment on Linux 6.18).
 *
 * @param group such as {@code --path /system.slice}
 */
public record ControlGroup(boolean negated, String group) implements Match {
    static final Syntax<List<Match>> SYNTAX =
            new Syntax<>("cgroup", List.of(Option.value("--path"), Option.value("--cgroup")), ControlGroup::read);

    private static List<Match> read(Arguments arguments) {
        String option = arguments.has("--path") ? "--path" : "--cgroup";
        return List.of(new ControlGroup(arguments.negated(option), option + " " + arguments.word(option)));
    }

    @Override
    public Split split(Packet packet, Site site) {
        if (!packet.isSentHere() && packet.connection().isFirst()) {
            return Split.no(packet);
        }
        return Split.opaque(packet, Condition.opaque("cgroup", group, text())).negatedIf(negated);
    }

    private String text() {
        return "of a process in control group " + group.substring(group.indexOf(' ') + 1);
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + text();
    }
}
