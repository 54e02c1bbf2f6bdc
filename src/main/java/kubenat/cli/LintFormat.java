package kubenat.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import kubenat.lint.LintReport;
import kubenat.render.Theme;
import kubenat.render.lint.FindingsJson;
import kubenat.render.lint.FindingsText;
import kubenat.source.SourceText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The formats of a lint report. A new one is one constant here. */
enum LintFormat {
    TEXT {
        @Override
        void write(LintReport report, Collection<SourceText> sources, Theme theme, PrintWriter out) {
            out.print(new FindingsText(sources, theme, false).print(report));
        }
    },
    WIDE {
        @Override
        void write(LintReport report, Collection<SourceText> sources, Theme theme, PrintWriter out) {
            out.print(new FindingsText(sources, theme, true).print(report));
        }
    },
    JSON {
        @Override
        void write(LintReport report, Collection<SourceText> sources, Theme theme, PrintWriter out) {
            FindingsJson.write(report, out);
        }
    };

    abstract void write(LintReport report, Collection<SourceText> sources, Theme theme, PrintWriter out);

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<LintFormat> {
        @Override
        public LintFormat convert(String text) {
            for (LintFormat format : values()) {
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
