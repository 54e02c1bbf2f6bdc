package kubenat.cli;

import java.io.PrintWriter;
import java.util.Locale;
import kubenat.render.Answer;
import kubenat.render.Theme;
import kubenat.render.TraceJson;
import kubenat.render.text.TraceText;

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
    };

    abstract void write(Answer answer, Theme theme, PrintWriter out);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
