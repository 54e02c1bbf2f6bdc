package kubenat.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Option;
import kubenat.parse.fast.LineTokens;

/**
 * A clause of rules of one shape: which tokens of a line are its words.
 *
 * @param opener the tokens of what brings it in
 */
record ClauseShape<T>(Extension<T> extension, List<Integer> opener, List<GivenShape> given) {

    /**
     * An option of it.
     *
     * @param tokens those of the option and its words, in order
     * @param words how many of them are its words: the last ones
     */
    record GivenShape(Option option, boolean negated, List<Integer> tokens, int words) {

        Given fill(String line, LineTokens all) {
            List<String> texts = new ArrayList<>(words);
            for (int i = tokens.size() - words; i < tokens.size(); i++) {
                texts.add(LineParser.word(all, tokens.get(i)));
            }
            List<Item> items = new ShapeItems(tokens, line, all);
            return new Given(option, new Argument(option.name(), negated, texts), items, true);
        }
    }

    ClauseShape {
        opener = List.copyOf(opener);
        given = List.copyOf(given);
    }

    /** The clause that a line has there. */
    Clause<T> fill(String line, LineTokens all) {
        Clause<T> clause = Clause.of(extension, new ShapeItems(opener, line, all));
        for (GivenShape each : given) {
            clause.given().add(each.fill(line, all));
        }
        return clause;
    }

    /** All its tokens, in order. */
    List<Integer> tokens() {
        return Stream.concat(opener.stream(), given.stream().flatMap(each -> each.tokens().stream()))
                .sorted()
                .toList();
    }
}
