package kubenat.parse.form;

import java.util.List;
import java.util.Optional;
import kubenat.model.packet.Family;
import kubenat.model.syntax.Argument;
import kubenat.model.syntax.Numbers;

/** Marks (libxt_mark, libxt_connmark, libxt_MARK, libxt_CONNMARK 1.8.9): hexadecimal, and one option for all that sets bits. */
final class MarkForm {
    private static final int ALL = 0xffff_ffff;
    private static final String MASKS_ALL = "0xffffffff";

    static final Form MATCH = Form.values(MarkForm::valueAndMask, "--mark");

    static final Form TARGET =
            (given, family) -> given.stream().map(MarkForm::set).toList();

    static final Form CONNECTION = ((Form) (given, family) ->
                    withMasks(given.stream().map(MarkForm::set).toList()))
            .inOrder("--set-xmark", "--save-mark", "--restore-mark", "--nfmask", "--ctmask");

    private MarkForm() {}

    private static String valueAndMask(String text) {
        Optional<int[]> bits = Numbers.valueAndMask(text);
        return bits.map(both -> both[1] == ALL ? hex(both[0]) : hex(both[0]) + "/" + hex(both[1]))
                .orElse(text);
    }

    private static Argument set(Argument argument) {
        Optional<int[]> bits = argument.words().isEmpty() ? Optional.empty() : Numbers.valueAndMask(argument.word());
        return bits.map(both -> switch (argument.option()) {
                    case "--set-mark" -> xmark(both[0], both[1] | both[0]);
                    case "--and-mark" -> xmark(0, ~both[0]);
                    case "--or-mark" -> xmark(both[0], both[0]);
                    case "--xor-mark" -> xmark(both[0], 0);
                    case "--set-xmark" -> xmark(both[0], both[1]);
                    default -> argument;
                })
                .orElse(argument);
    }

    private static Argument xmark(int value, int mask) {
        return Form.option("--set-xmark", false, hex(value) + "/" + hex(mask));
    }

    /** {@code --mask} is both masks in one; saving and restoring print both always. */
    private static List<Argument> withMasks(List<Argument> given) {
        boolean copies = Form.find(given, "--save-mark").isPresent()
                || Form.find(given, "--restore-mark").isPresent();
        if (!copies) {
            return given;
        }
        String mask = Form.find(given, "--mask")
                .map(Argument::word)
                .map(MarkForm::number)
                .orElse(MASKS_ALL);
        Form both = Form.values(MarkForm::number, "--nfmask", "--ctmask")
                .with(Form.option("--nfmask", false, mask))
                .with(Form.option("--ctmask", false, mask));
        return both.canonical(
                given.stream()
                        .filter(argument -> !argument.option().equals("--mask"))
                        .toList(),
                Family.IPV4);
    }

    private static String number(String text) {
        return Numbers.bits(text).isPresent() ? hex(Numbers.bits(text).getAsInt()) : text;
    }

    private static String hex(int bits) {
        return "0x" + Integer.toHexString(bits);
    }
}
