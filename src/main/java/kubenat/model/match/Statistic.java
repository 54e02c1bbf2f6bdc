package kubenat.model.match;

import java.util.List;
import kubenat.model.packet.Packet;
import kubenat.model.packet.Share;
import kubenat.model.packet.Site;
import kubenat.model.packet.Split;
import kubenat.model.syntax.Arguments;
import kubenat.model.syntax.BadArgument;
import kubenat.model.syntax.Option;
import kubenat.model.syntax.Syntax;

/**
 * {@code -m statistic}: chance, or every n-th packet; either way a share of the packets.
 *
 * @param text as the rule has it, such as {@code random 0.5} or {@code every 3}
 */
public record Statistic(boolean negated, Share share, String text) implements Match {
    static final Syntax<List<Match>> SYNTAX = new Syntax<>(
            "statistic",
            List.of(
                    Option.value("--mode").neverNegated(),
                    Option.value("--probability"),
                    Option.value("--every"),
                    Option.value("--packet").neverNegated()),
            Statistic::read);

    private static List<Match> read(Arguments arguments) {
        String mode = arguments.word("--mode");
        return switch (mode) {
            case "random" -> List.of(random(arguments));
            case "nth" -> List.of(nth(arguments));
            default -> throw new BadArgument("--mode", "random or nth");
        };
    }

    private static Statistic random(Arguments arguments) {
        String word = arguments.word("--probability");
        Probability probability =
                Probability.read(word).orElseThrow(() -> new BadArgument("--probability", "a probability from 0 to 1"));
        return new Statistic(
                arguments.negated("--probability"),
                Share.ofKernelProbability(probability.kernel()),
                "random " + probability.text());
    }

    private static Statistic nth(Arguments arguments) {
        String word = arguments.word("--every");
        if (word.isEmpty()
                || word.length() > 10
                || !word.chars().allMatch(Character::isDigit)
                || Long.parseLong(word) == 0) {
            throw new BadArgument("--every", "a number of packets, at least 1");
        }
        Share share = Share.of(1, Long.parseLong(word));
        return new Statistic(arguments.negated("--every"), share, "every " + word);
    }

    @Override
    public Split split(Packet packet, Site site) {
        return Split.chance(packet, share).negatedIf(negated);
    }

    /** Whether each packet has the same chance, whatever became of those before it. */
    public boolean isRandom() {
        return text.startsWith("random");
    }

    @Override
    public String words() {
        return (negated ? "not " : "") + text;
    }

    @Override
    public String wanted() {
        return "chance chose it (" + text + (negated ? ", the others" : "") + ")";
    }
}
