package io.agencyos.adapters.out.postgres.kernel;

import org.jspecify.annotations.Nullable;

/** Takes rows column by column, however they travel to the database. */
public interface RowSink {

    /** Begins the next row. */
    RowSink row();

    /** Sets a column of the row begun last; null is what a column that is not set is anyway. */
    RowSink set(String column, @Nullable Object value);
}
