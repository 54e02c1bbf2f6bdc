package kubenat.cli;

import kubenat.render.Answer;
import kubenat.render.TraceJson;
import kubenat.render.text.TraceText;
import picocli.CommandLine.ITypeConverter;

/** The formats of a trace. A new one is one constant here. */
enum TraceFormat {
    TEXT {
        @Override
        void write(Answer answer, PictureOptions look, OutputOptions output, Streams streams) {
            output.write(streams, out -> out.print(TraceText.of(answer, output.theme(streams), false)));
        }
    },
    WIDE {
        @Override
        void write(Answer answer, PictureOptions look, OutputOptions output, Streams streams) {
            output.write(streams, out -> out.print(TraceText.of(answer, output.theme(streams), true)));
        }
    },
    JSON {
        @Override
        void write(Answer answer, PictureOptions look, OutputOptions output, Streams streams) {
            output.write(streams, out -> TraceJson.write(answer, out));
        }
    },
    SVG,
    PNG,
    HTML,
    DOT,
    MERMAID,
    D2;

    /** Writes a picture, unless a format does otherwise. */
    void write(Answer answer, PictureOptions look, OutputOptions output, Streams streams) {
        picture().draw(answer, look).write(output, streams);
    }

    /** Refuses what cannot be, before any work is done. */
    void check(PictureOptions look, boolean isTerminal) {
        if (compareTo(SVG) < 0) {
            look.check(toString(), false, false);
        } else {
            picture().check(look, isTerminal);
        }
    }

    /** The same format of pictures. */
    private PictureFormat picture() {
        return PictureFormat.valueOf(name());
    }

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
