package kubenat.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import kubenat.kube.Owner;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a program that writes rules. */
final class OwnerConverter implements ITypeConverter<Owner> {
    @Override
    public Owner convert(String text) {
        return Owner.read(text)
                .orElseThrow(() -> new TypeConversionException(text + ": none of "
                        + Arrays.stream(Owner.values()).map(Owner::toString).collect(Collectors.joining(", "))));
    }
}
