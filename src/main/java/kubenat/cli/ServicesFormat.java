package kubenat.cli;

import java.io.PrintWriter;
import java.util.List;
import kubenat.kube.Services;
import kubenat.render.Theme;
import kubenat.render.services.ServicesJson;
import kubenat.render.services.ServicesText;
import picocli.CommandLine.ITypeConverter;

/** The formats of the table of Services. A new one is one constant here. */
enum ServicesFormat {
    TEXT {
        @Override
        void write(List<Services> services, Theme theme, PrintWriter out) {
            services.forEach(each -> out.print(ServicesText.of(each, theme, false)));
        }
    },
    WIDE {
        @Override
        void write(List<Services> services, Theme theme, PrintWriter out) {
            services.forEach(each -> out.print(ServicesText.of(each, theme, true)));
        }
    },
    JSON {
        @Override
        void write(List<Services> services, Theme theme, PrintWriter out) {
            ServicesJson.write(services, out);
        }
    };

    abstract void write(List<Services> services, Theme theme, PrintWriter out);

    /** Reads the name of a format. */
    static final class Converter implements ITypeConverter<ServicesFormat> {
        @Override
        public ServicesFormat convert(String text) {
            return Choice.read(text, values());
        }
    }

    @Override
    public String toString() {
        return Choice.name(this);
    }
}
