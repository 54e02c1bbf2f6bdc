package kubenat.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kubenat.model.match.Match;
import kubenat.model.target.Target;
import kubenat.parse.antlr.RuleLexer;
import kubenat.parse.fast.LineTokens;
import kubenat.parse.fast.ShapeTree.Matter;
import kubenat.parse.form.Forms;

/** Makes a plan for all lines of a shape from one that was read in full and has nothing wrong with it. Serves one line. */
final class PlanMaker {
    private final LineTokens tokens;
    private final Clauses clauses;
    private final PieceReader reader;
    private final int start;
    private final Matter[] matters;
    private final boolean[] used;
    private boolean sound = true;

    PlanMaker(LineTokens tokens, Clauses clauses, PieceReader reader) {
        this.tokens = tokens;
        this.clauses = clauses;
        this.reader = reader;
        this.start = tokens.type(0) == RuleLexer.COUNTERS ? 1 : 0;
        this.matters = new Matter[tokens.count()];
        this.used = new boolean[tokens.count()];
        Arrays.fill(matters, Matter.TEXT);
        for (int i = 0; i < Math.min(matters.length, start + 2); i++) {
            matters[i] = Matter.SORT;
            used[i] = true;
        }
    }

    /** What the shape depends on at each token. */
    Matter[] matters() {
        return matters;
    }

    /** The plan; nothing if some word of the line would have no place in it. */
    Optional<RulePlan> plan() {
        List<Piece<List<Match>>> conditions = new ArrayList<>();
        List<Given> core = clauses.matches().get(0).given();
        for (Given given : core) {
            conditions.add(new Piece<>(shape(OptionTable.CORE, List.of(), List.of(given)), reader::core));
        }
        clauses.matches().stream()
                .skip(1)
                .forEach(clause -> conditions.add(
                        new Piece<>(shape(clause.extension(), clause.opener(), clause.given()), reader::module)));
        Optional<Piece<Target>> target = clauses.target().map(this::target);
        Optional<Integer> counters = clauses.counters().flatMap(any -> counters());
        boolean isWhole = IntStream.range(0, used.length).allMatch(i -> used[i]);
        return sound && isWhole
                ? Optional.of(new RulePlan(start > 0, counters, conditions, printed(core, conditions.size()), target))
                : Optional.empty();
    }

    private static List<Integer> printed(List<Given> core, int conditions) {
        return IntStream.range(0, conditions)
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> i < core.size() ? Forms.rank(core.get(i).argument()) : Integer.MAX_VALUE))
                .toList();
    }

    private Piece<Target> target(TargetClause target) {
        Clause<Target> clause = target.clause();
        ClauseShape<Target> shape = shape(clause.extension(), clause.opener(), clause.given());
        sound &= shape.opener().size() == 2;
        matters[shape.opener().get(shape.opener().size() - 1)] = Matter.NAME;
        return new Piece<>(
                shape,
                (line, filled) -> reader.target(
                        line,
                        new TargetClause(
                                filled.opener().get(filled.opener().size() - 1).text(),
                                target.isGoto(),
                                target.isChain(),
                                true,
                                filled)));
    }

    private <T> ClauseShape<T> shape(Extension<T> extension, List<Item> opener, List<Given> given) {
        return new ClauseShape<>(
                extension, places(opener), given.stream().map(this::given).toList());
    }

    private ClauseShape.GivenShape given(Given given) {
        List<Integer> places = places(given.items());
        int words = given.argument().words().size();
        int option = given.items().get(0).kind() == Item.Kind.NOT ? 1 : 0;
        // A value may stand in the same word as its option; and what -4 and -6 mean is not said by the rule alone.
        sound &= given.sound()
                && places.size() - option - 1 >= words
                && !given.option().name().equals("-4")
                && !given.option().name().equals("-6");
        if (sound && !given.option().name().equals("-p")) {
            places.subList(places.size() - words, places.size()).forEach(word -> matters[word] = Matter.SORT);
        }
        return new ClauseShape.GivenShape(given.option(), given.argument().negated(), places, words);
    }

    private List<Integer> places(List<Item> items) {
        return items.stream().map(this::place).toList();
    }

    private int place(Item item) {
        int place = IntStream.range(start, tokens.count())
                .filter(token -> tokens.start(token) == item.column() - 1)
                .findFirst()
                .orElseThrow();
        used[place] = true;
        return place;
    }

    /** The words of {@code -c}, which belong to no clause. */
    private Optional<Integer> counters() {
        int option = IntStream.range(0, used.length)
                .filter(i -> !used[i])
                .findFirst()
                .orElse(used.length);
        if (option + 2 >= used.length) {
            return Optional.empty();
        }
        for (int i = option; i <= option + 2; i++) {
            used[i] = true;
            matters[i] = i == option ? Matter.TEXT : Matter.SORT;
        }
        return Optional.of(option + 1);
    }
}
