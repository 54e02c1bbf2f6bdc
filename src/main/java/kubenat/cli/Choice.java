package kubenat.cli;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** One of the constants of an enum, as options name it: in lower case. */
final class Choice {
    private Choice() {}

    /** Such as {@code svg}: the text of a constant. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant that prints itself as the text; wrong usage if none does. */
    static <E extends Enum<E>> E read(String text, E[] constants) {
        return Arrays.stream(constants)
                .filter(constant -> constant.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(text + ": not one of " + Arrays.toString(constants)));
    }
}
