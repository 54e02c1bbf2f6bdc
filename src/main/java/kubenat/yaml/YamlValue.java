package kubenat.yaml;

import kubenat.source.DumpException;
import kubenat.source.Span;

/** A value of a YAML file, and where it stands. */
public sealed interface YamlValue permits YamlText, YamlList, YamlMap {

    /** The name of the file, as the user gave it. */
    String file();

    /** Where it begins; its length where it is on one line. */
    Span span();

    /** What is to be thrown because this value is not what was asked for. */
    default DumpException wrong(String message, String help) {
        return new DumpException("%s:%s: %s".formatted(file(), span(), message), help);
    }
}
