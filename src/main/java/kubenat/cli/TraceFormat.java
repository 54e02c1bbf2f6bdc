package kubenat.cli;

import java.io.PrintWriter;
import kubenat.render.Answer;
import kubenat.render.Theme;
import kubenat.render.TraceJson;
import kubenat.render.diagram.D2Writer;
import kubenat.render.diagram.DotWriter;
import kubenat.render.diagram.MermaidWriter;
import kubenat.render.diagram.PathDiagram;
import kubenat.render.path.PathSvg;
import kubenat.render.text.TraceText;
import picocli.CommandLine.ITypeConverter;

/** The formats of a trace. A new one is one constant here. */
enum TraceFormat {
    TEXT {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(TraceText.of(answer, theme, false));
        }
    },
    WIDE {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(TraceText.of(answer, theme, true));
        }
    },
    JSON {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            TraceJson.write(answer, out);
        }
    },
    SVG {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(PathSvg.of(answer));
        }
    },
    DOT {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(PathDiagram.of(answer, new DotWriter()));
        }
    },
    MERMAID {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(PathDiagram.of(answer, new MermaidWriter()));
        }
    },
    D2 {
        @Override
        void write(Answer answer, Theme theme, PrintWriter out) {
            out.print(PathDiagram.of(answer, new D2Writer()));
        }
    };

    abstract void write(Answer answer, Theme theme, PrintWriter out);

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<TraceFormat> {
        @Override
        public TraceFormat convert(String text) {
            return Choice.read(text, values());
        }
    }

    @Override
    public String toString() {
        return Choice.name(this);
    }
}
