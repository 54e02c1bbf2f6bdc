package kubenat.parse;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Prints the chains of a table page by page, several at a time where there are many. */
final class TablePages {
    private final TableIndex table;
    private final ThreadLocal<TablePrinter> printers;
    private final Consumer<Page> taker;

    /**
     * Begins to print.
     *
     * @param printers makes the printer of one thread
     * @param taker is given the pages, in order
     */
    TablePages(TableIndex table, Supplier<TablePrinter> printers, Consumer<Page> taker) {
        this.table = table;
        this.printers = ThreadLocal.withInitial(printers);
        this.taker = taker;
    }

    /** Prints what declares chains, and then their rules. */
    void print(int[] chains) {
        try (InOrder<Page> pages = new InOrder<>(taker)) {
            for (int from = 0; from < chains.length; from += LineBatch.LINES) {
                int first = from;
                int end = Math.min(chains.length, from + LineBatch.LINES);
                pages.add(() -> declarations(chains, first, end));
            }
            LineBatch[] batch = {new LineBatch()};
            for (int chain : chains) {
                table.eachRule(chain, (offset, number) -> {
                    batch[0].add(chain, offset, number);
                    if (batch[0].isFull()) {
                        LineBatch full = batch[0];
                        pages.add(() -> rules(full));
                        batch[0] = new LineBatch();
                    }
                });
            }
            LineBatch rest = batch[0];
            pages.add(() -> rules(rest));
            pages.finish();
        }
    }

    private Page declarations(int[] chains, int from, int to) {
        Page page = new Page();
        TablePrinter printer = printers.get();
        for (int i = from; i < to; i++) {
            printer.declaration(chains[i], page);
        }
        return page;
    }

    private Page rules(LineBatch batch) {
        Page page = new Page();
        TablePrinter printer = printers.get();
        batch.each((chain, offset, number) -> printer.rule(chain, offset, number, page));
        return page;
    }
}
