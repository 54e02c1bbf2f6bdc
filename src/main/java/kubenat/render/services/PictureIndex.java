package kubenat.render.services;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kubenat.graph.ChainGraph;
import kubenat.kube.Service;
import kubenat.kube.ServiceEntry;
import kubenat.model.ChainName;
import kubenat.model.TableName;
import kubenat.render.picture.Xml;

/** Writes the page that leads to the pictures of a dump's Services: no script, nothing from elsewhere. */
public final class PictureIndex {
    /** By this a page is known to be ours. */
    public static final String MARK = "<meta name=\"generator\" content=\"kube-nat graph --output-dir\">";

    private static final String STYLE = """
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #0f172a; background: #fff }
            h1 { font-size: 1.4rem; margin: 0 }
            h2 { font-size: 1.1rem; margin: 2rem 0 0 }
            p { color: #475569 }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; border-bottom: 1px solid #e2e8f0 }
            th { color: #475569; font-weight: 600 }
            td.number { text-align: right; font-variant-numeric: tabular-nums }
            td.place { font-family: ui-monospace, monospace; font-size: .87em }
            a { color: #5b21b6 }
            .problem { color: #991b1b }
            @media screen and (prefers-color-scheme: dark) {
              body { color: #e2e8f0; background: #0b1220 }
              p, th { color: #94a3b8 }
              th, td { border-color: #334155 }
              a { color: #ddd6fe }
              .problem { color: #fca5a5 }
            }
            """;

    private final PrintWriter out;

    /** A Service and the file of its picture, beside the page. */
    public record Row(Service service, String file) {}

    /** Chains that are of no single Service, and the file of their picture. */
    public record Rest(String title, String file, ChainGraph chains) {}

    private PictureIndex(PrintWriter out) {
        this.out = out;
    }

    /** The whole page; {@code dumps} are the names of what was read. */
    public static void write(List<String> dumps, List<Row> services, List<Rest> others, PrintWriter out) {
        PictureIndex index = new PictureIndex(out);
        index.head(String.join(", ", dumps), services);
        services.forEach(index::row);
        out.print("</tbody>\n</table>\n");
        if (!others.isEmpty()) {
            index.others(others);
        }
        out.print("</body>\n</html>\n");
    }

    private void others(List<Rest> others) {
        out.print("<h2>Other chains</h2>\n<table>\n<thead><tr><th scope=\"col\">Picture</th>"
                + "<th scope=\"col\">Table</th><th scope=\"col\">Chains</th></tr></thead>\n<tbody>\n");
        for (Rest rest : others) {
            Map<TableName, Long> counts = rest.chains().names().stream()
                    .filter(name -> rest.chains().chain(name).isPresent())
                    .collect(Collectors.groupingBy(ChainName::table, LinkedHashMap::new, Collectors.counting()));
            String link = "<a href=\"" + Xml.escaped(rest.file()) + "\">" + Xml.escaped(rest.title()) + "</a>";
            counts.forEach((table, count) -> {
                String first = table.equals(counts.keySet().iterator().next()) ? link : "";
                out.print("<tr><td>" + first + "</td><td>" + table + "</td><td class=\"number\">"
                        + "%,d".formatted(count) + "</td></tr>\n");
            });
        }
        out.print("</tbody>\n</table>\n");
    }

    private void head(String dumps, List<Row> rows) {
        String title = Xml.escaped("Services of " + dumps);
        out.print("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n" + MARK + "\n");
        out.print("<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        out.print("<meta name=\"viewport\" content=\"width=device-width\">\n");
        out.print("<title>" + title + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n");
        out.print("<h1>" + title + "</h1>\n<p>" + counts(rows) + "</p>\n");
        out.print(
                "<table>\n<thead><tr><th scope=\"col\">Service</th><th scope=\"col\">Protocol</th>"
                        + "<th scope=\"col\">Reached at</th><th scope=\"col\">Endpoints</th><th scope=\"col\">Notes</th></tr></thead>\n");
        out.print("<tbody>\n");
    }

    /** Such as {@code 60 Service ports, 180 endpoints, 2 Service ports without endpoints}. */
    private static String counts(List<Row> rows) {
        long endpoints =
                rows.stream().mapToLong(row -> row.service().endpoints().size()).sum();
        long without =
                rows.stream().filter(row -> row.service().endpoints().isEmpty()).count();
        return number(rows.size(), "Service port") + ", " + number(endpoints, "endpoint")
                + (without == 0 ? "" : ", " + number(without, "Service port") + " without endpoints");
    }

    private static String number(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private void row(Row row) {
        Service service = row.service();
        String places = service.entries().stream()
                .map(ServiceEntry::place)
                .distinct()
                .map(Xml::escaped)
                .collect(Collectors.joining("<br>"));
        int endpoints = service.endpoints().size();
        out.print("<tr><td><a href=\"" + Xml.escaped(row.file()) + "\">" + Xml.escaped(service.label())
                + "</a></td><td>");
        out.print(service.protocol().map(Object::toString).orElse("") + "</td><td class=\"place\">" + places + "</td>");
        out.print(
                "<td class=\"number" + (endpoints == 0 ? " problem\">none" : "\">%,d".formatted(endpoints)) + "</td>");
        out.print("<td>" + service.notes().stream().map(Xml::escaped).collect(Collectors.joining("<br>")));
        out.print("</td></tr>\n");
    }
}
