package kubenat.model.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
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
    private static final BigDecimal TWO_TO_31 = new BigDecimal(1L << 31);

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
        long k = kernelProbability(word)
                .orElseThrow(() -> new BadArgument("--probability", "a probability from 0 to 1"));
        String text = new BigDecimal(word).stripTrailingZeros().toPlainString();
        return new Statistic(arguments.negated("--probability"), Share.ofKernelProbability(k), "random " + text);
    }

    /** The kernel's {@code k} of {@code k / 2^31}, rounded as libxt_statistic 1.8.9 does. */
    private static Optional<Long> kernelProbability(String word) {
        try {
            BigDecimal k = new BigDecimal(word).multiply(TWO_TO_31).setScale(0, RoundingMode.HALF_UP);
            boolean sound = k.signum() >= 0 && k.compareTo(TWO_TO_31) <= 0;
            return sound ? Optional.of(k.longValueExact()) : Optional.empty();
        } catch (NumberFormatException | ArithmeticException notANumber) {
            return Optional.empty();
        }
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

    @Override
    public String words() {
        return (negated ? "not " : "") + text;
    }
}
