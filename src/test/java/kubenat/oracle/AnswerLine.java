package kubenat.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Address;

/**
 * An answer of the kernel as one line of text, such as {@code forwarded 0x1 30.0.1.9 80 10.244.0.7 8080 cni0 | nat/PREROUTING#1 #2
 * :policy}: what is compared, and no more. A step without a chain is in the chain of the step before.
 */
final class AnswerLine {
    private static final String PATH = " |";
    private static final int WORDS_WITH_END = 7;

    private AnswerLine() {}

    static String of(KernelAnswer answer) {
        StringBuilder line = new StringBuilder(answer.verdict() + " 0x" + Integer.toHexString(answer.mark()));
        answer.end()
                .ifPresent(end -> line.append(" %s %d %s %d %s"
                        .formatted(
                                end.source(),
                                end.sourcePort(),
                                end.destination(),
                                end.destinationPort(),
                                end.device())));
        line.append(PATH);
        String last = "";
        for (String step : answer.path()) {
            String chain = step.split("[# ]", 2)[0];
            line.append(' ').append(chain.equals(last) ? "" : chain);
            line.append(step.substring(chain.length()).replace(' ', ':'));
            last = chain;
        }
        return line.toString();
    }

    static KernelAnswer parse(String line) {
        int path = line.indexOf(PATH);
        List<String> words = List.of(line.substring(0, path).split(" ", -1));
        Optional<KernelAnswer.End> end = words.size() < WORDS_WITH_END
                ? Optional.empty()
                : Optional.of(new KernelAnswer.End(
                        Address.parse(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        Address.parse(words.get(4)),
                        Integer.parseInt(words.get(5)),
                        words.get(6)));
        int mark = Integer.parseUnsignedInt(words.get(1).substring(2), 16);
        String steps = line.substring(path + PATH.length()).strip();
        return new KernelAnswer(steps(steps), words.get(0), end, mark, "");
    }

    private static List<String> steps(String text) {
        List<String> steps = new ArrayList<>();
        String chain = "";
        for (String word : text.isEmpty() ? new String[0] : text.split(" ", -1)) {
            String own = word.split("[#:]", 2)[0];
            chain = own.isEmpty() ? chain : own;
            steps.add(chain + word.substring(own.length()).replace(':', ' '));
        }
        return steps;
    }
}
