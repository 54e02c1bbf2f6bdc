package kubenat.cli;

import java.util.Arrays;
import java.util.Locale;
import kubenat.graph.ChainGraph;
import kubenat.render.Answer;
import kubenat.render.Names;
import kubenat.render.chains.ChainSvg;
import kubenat.render.dot.ChainDot;
import kubenat.render.dot.PathDot;
import kubenat.render.path.PathSvg;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of a picture. A new one is one constant here. */
enum PictureFormat {
    SVG {
        @Override
        String draw(Answer answer) {
            return PathSvg.of(answer);
        }

        @Override
        String draw(ChainGraph graph, Names names, String title) {
            return ChainSvg.of(graph, names, title);
        }
    },
    DOT {
        @Override
        String draw(Answer answer) {
            return PathDot.of(answer);
        }

        @Override
        String draw(ChainGraph graph, Names names, String title) {
            return ChainDot.of(graph, names, title);
        }
    };

    /** The path of a packet. */
    abstract String draw(Answer answer);

    /** Chains and which leads to which. */
    abstract String draw(ChainGraph graph, Names names, String title);

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<PictureFormat> {
        @Override
        public PictureFormat convert(String text) {
            for (PictureFormat format : values()) {
                if (format.toString().equals(text)) {
                    return format;
                }
            }
            throw new TypeConversionException(text + ": not one of " + Arrays.toString(values()));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
