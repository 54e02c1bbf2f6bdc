package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kubenat.model.Counters;
import kubenat.model.match.Match;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;
import kubenat.model.target.Target;

/**
 * Puts the words of one rule in order: gives each option its words and its module, as iptables 1.8.9 does, and keeps what
 * belongs nowhere. Serves one line.
 */
final class ClauseReader {
    private final OptionTable table;
    private final Predicate<String> isChain;
    private final DumpLine line;
    private final Problems problems;

    private final List<Clause<List<Match>>> matches = new ArrayList<>();
    private final Clause<List<Match>> core = Clause.of(OptionTable.CORE, List.of());
    private final Clause<List<Match>> frame = Clause.of(OptionTable.FRAME, List.of());
    /** What brings options, the latest first: iptables looks there first. */
    private final List<Clause<?>> loaded = new ArrayList<>(List.of(core, frame));

    private final Spelling spelling = new Spelling(loaded);

    private Optional<TargetClause> target = Optional.empty();
    private Optional<Counters> counters = Optional.empty();
    private Optional<Item> not = Optional.empty();
    /** Words that follow each other and belong to no option. */
    private final List<Item> strays = new ArrayList<>();
    /** The comment that the last option began, for the words of one without quotes. */
    private Optional<Clause<?>> comment = Optional.empty();

    private String protocol = "";
    private int next;

    ClauseReader(OptionTable table, Predicate<String> isChain, DumpLine line, Problems problems) {
        this.table = table;
        this.isChain = isChain;
        this.line = line;
        this.problems = problems;
        matches.add(core);
    }

    Clauses read() {
        while (next < line.items().size()) {
            Item item = line.items().get(next++);
            switch (item.kind()) {
                case NOT -> not(item);
                case OPTION -> option(item);
                default -> stray(item);
            }
        }
        not.ifPresent(this::lonely);
        reportStrays();
        return new Clauses(matches, target, counters);
    }

    private void not(Item item) {
        not.ifPresent(this::lonely);
        not = Optional.of(item);
    }

    /** A {@code !} that no option follows. */
    private void lonely(Item sign) {
        not = Optional.empty();
        stray(sign);
    }

    @SuppressWarnings("ReferenceEquality") // the frame itself, which grows: not a clause that holds the same just now
    private void option(Item item) {
        reportStrays();
        Optional<Spelling.Found> found = find(item.text());
        if (found.isEmpty()) {
            unknown(item);
            return;
        }
        Given given = given(item, found.get());
        if (found.get().clause() == frame) {
            frame(given);
        } else {
            found.get().clause().given().add(given);
            boolean isComment = given.option().name().equals("--comment");
            comment = isComment ? Optional.of(found.get().clause()) : Optional.empty();
            noteProtocol(given);
        }
    }

    /** {@code -p tcp} brings the module tcp with it, but only once an option of it is met. */
    private Optional<Spelling.Found> find(String written) {
        Optional<Spelling.Found> found = spelling.find(written);
        Extension<List<Match>> implied = table.ofProtocol(protocol);
        if (found.isPresent() || protocol.isEmpty() || !implied.known()) {
            return found;
        }
        Clause<List<Match>> clause = Clause.of(implied, List.of());
        return new Spelling(List.of(clause)).find(written).map(option -> {
            load(clause);
            return option;
        });
    }

    private void load(Clause<List<Match>> clause) {
        matches.add(clause);
        loaded.add(0, clause);
    }

    private void noteProtocol(Given given) {
        if (given.option().name().equals("-p")
                && given.sound()
                && !given.argument().negated()) {
            protocol = given.argument().word();
        }
    }

    private Given given(Item item, Spelling.Found found) {
        Option option = found.option();
        List<Item> items = new ArrayList<>();
        not.ifPresent(items::add);
        items.add(item);
        boolean negated = not.isPresent() || negatedAfter(option, found.value().isPresent(), items);
        not = Optional.empty();
        List<String> words = new ArrayList<>();
        found.value().ifPresent(words::add);
        take(option, items, words);
        boolean sound = words.size() >= option.words();
        if (!sound) {
            problems.error(SyntaxProblem.MISSING_VALUE, line.number(), item, missing(option));
        } else if (negated && !option.negatable()) {
            sound = false;
            problems.error(
                    SyntaxProblem.BAD_VALUE,
                    line.number(),
                    items.get(0),
                    "%s cannot be negated".formatted(option.name()));
        }
        boolean known = !line.isShell() || items.stream().noneMatch(word -> RuleLine.isVariable(line.text(), word));
        return new Given(option, new Argument(option.name(), negated, words), items, sound && known);
    }

    private static String missing(Option option) {
        return option.words() == 1
                ? "%s has no value".formatted(option.name())
                : "%s takes %d words".formatted(option.name(), option.words());
    }

    /** {@code -s ! 10.0.0.0/8}, as it was written and printed before iptables 1.4.3. */
    private boolean negatedAfter(Option option, boolean hasValue, List<Item> items) {
        boolean negated = option.negatable()
                && option.words() > 0
                && !hasValue
                && next < line.items().size()
                && line.items().get(next).kind() == Item.Kind.NOT;
        if (negated) {
            items.add(line.items().get(next++));
        }
        return negated;
    }

    private void take(Option option, List<Item> items, List<String> words) {
        int most = option.words() + option.optional();
        while (words.size() < most && next < line.items().size()) {
            Item item = line.items().get(next);
            boolean wanted = words.size() < option.words();
            if (item.kind() != Item.Kind.WORD && item.kind() != Item.Kind.UNCLOSED && !(wanted && isFreeText(option))) {
                return;
            }
            items.add(item);
            words.add(item.text());
            next++;
        }
    }

    /** Text that may look like an option and be none, as in {@code --comment -j}. Elsewhere a value is missing. */
    private static boolean isFreeText(Option option) {
        return option.name().equals("--comment")
                || option.name().endsWith("-prefix")
                || option.name().endsWith("string");
    }

    private void frame(Given given) {
        comment = Optional.empty();
        switch (given.option().name()) {
            case "-j" -> target(given, false);
            case "-g" -> target(given, true);
            case "-m" -> module(given);
            default -> counters(given);
        }
    }

    private void module(Given given) {
        if (!given.sound()) {
            core.given().add(given);
            return;
        }
        Extension<List<Match>> extension = table.match(given.argument().word());
        load(Clause.of(extension, given.items()));
        if (!extension.known() && !Listing.isUnlisted(extension.name())) {
            String form = extension.name().indexOf(' ') < 0 ? "unknown match module %s" : "not read from a listing: %s";
            String message = form.formatted(Item.brief(extension.name()));
            problems.error(
                    SyntaxProblem.UNKNOWN_OPTION,
                    line.number(),
                    given.last(),
                    message,
                    NearName.question(extension.name(), table.matchNames()));
        }
    }

    private void target(Given given, boolean isGoto) {
        if (target.isPresent()) {
            problems.error(
                    SyntaxProblem.BAD_TARGET, line.number(), given.items().get(0), "a second target");
            target.get().clause().strays().addAll(given.items());
            return;
        }
        String name = given.argument().words().isEmpty() ? "" : given.argument().word();
        boolean chain = isGoto || isChain.test(name);
        Optional<Extension<Target>> extension = chain ? Optional.empty() : table.target(name);
        Clause<Target> clause = Clause.of(extension.orElseGet(() -> Extension.unknown(name)), given.items());
        target = Optional.of(new TargetClause(name, isGoto, chain, given.sound(), clause));
        if (!chain) {
            loaded.add(0, clause);
        }
    }

    private void counters(Given given) {
        List<String> words = given.argument().words();
        counters = given.sound() ? CounterText.read(words.get(0), words.get(1)) : Optional.empty();
        if (counters.isEmpty()) {
            core.given().add(given);
        }
        if (given.sound() && counters.isEmpty()) {
            String message = "expected two numbers, packets and bytes";
            problems.error(SyntaxProblem.BAD_VALUE, line.number(), given.last(), message);
        }
    }

    /** An option that nothing brings: it and its words are kept with what was brought in last. */
    private void unknown(Item item) {
        List<Item> items = new ArrayList<>();
        not.ifPresent(items::add);
        items.add(item);
        List<String> words = new ArrayList<>();
        boolean negated = not.isPresent();
        not = Optional.empty();
        take(new Option(List.of(item.text()), 0, Integer.MAX_VALUE, true), items, words);
        Option option = new Option(List.of(item.text()), 0, 0, true);
        Clause<?> owner = loaded.get(0);
        owner.given().add(new Given(option, new Argument(item.text(), negated, words), items, false));
        comment = Optional.empty();
        if (owner.extension().known()) {
            UnknownOption.report(table, item, line.number(), optionNames(), problems);
        }
    }

    private Stream<String> optionNames() {
        return Stream.concat(
                        loaded.stream().<Extension<?>>map(Clause::extension), Stream.of(table.ofProtocol(protocol)))
                .flatMap(extension -> extension.options().keySet().stream());
    }

    /** A word that no option takes: the rest of a comment without quotes, or text that cannot be read. */
    private void stray(Item item) {
        if (item.length() == 2 && (item.text().equals("-4") || item.text().equals("-6"))) {
            option(item);
            return;
        }
        not.ifPresent(this::lonely);
        if (comment.isPresent()) {
            comment.get().strays().add(item);
            return;
        }
        loaded.get(0).strays().add(item);
        strays.add(item);
    }

    private void reportStrays() {
        if (!strays.isEmpty() && strays.get(0).kind() != Item.Kind.UNCLOSED) {
            Item whole = Item.spanning(line.text(), strays.get(0), strays.get(strays.size() - 1));
            String message = "%s belongs to no option".formatted(Item.brief(whole.text()));
            problems.error(SyntaxProblem.STRAY_WORD, line.number(), whole, message);
        }
        strays.clear();
    }
}
