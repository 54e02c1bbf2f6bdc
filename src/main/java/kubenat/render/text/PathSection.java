package kubenat.render.text;

import java.util.List;
import kubenat.model.Hook;
import kubenat.model.TableName;

/** The rules of one table at one hook that packets of a case have met; {@code roots} are those of the built-in chain. */
record PathSection(Hook hook, TableName table, List<PathNode> roots) {
    PathSection {
        roots = List.copyOf(roots);
    }

    String title() {
        return table + " " + hook;
    }
}
