package io.agencyos.bootstrap.demo;

import io.agencyos.application.lead.intake.LeadFile;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Every n-th row of a file, so that several clients share one. */
final class Share implements Iterator<LeadFile.Row> {

    private final Iterator<LeadFile.Row> rows;
    private final int turn;
    private final int of;
    private long index;
    private LeadFile.@Nullable Row next;

    private Share(Iterator<LeadFile.Row> rows, int turn, int of) {
        this.rows = rows;
        this.turn = turn;
        this.of = of;
    }

    /** @param turn which of them takes a row, from 0 on */
    static LeadFile of(LeadFile file, int turn, int of) {
        return new LeadFile(file.headers(), file.warnings(), new Share(file.rows(), turn, of), file.onClose());
    }

    @Override
    public boolean hasNext() {
        while (next == null && rows.hasNext()) {
            LeadFile.Row row = rows.next();
            if (index++ % of == turn) {
                next = row;
            }
        }
        return next != null;
    }

    @Override
    public LeadFile.Row next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        LeadFile.Row row = next;
        next = null;
        return row;
    }
}
