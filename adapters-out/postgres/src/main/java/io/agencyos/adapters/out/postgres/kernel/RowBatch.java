package io.agencyos.adapters.out.postgres.kernel;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for statements that read {@code from {rows}} under the alias {@code r}. A few travel as one JSON parameter; many
 * are copied in binary form into a temporary table of the session and read from there, which costs the server a third:
 * COPY straight into a table with row-level security is refused. What is there when the transaction ends is gone.
 */
public final class RowBatch implements RowSink {

    /** From so many rows on the table of the session pays for itself. */
    private static final int MANY = 100;

    private final RowShape shape;
    private final RowShape.Columns columns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    public RowBatch(RowShape shape) {
        this.shape = shape;
        this.columns = shape.columns();
    }

    @Override
    public RowBatch row() {
        rows.add(new Object[columns.types().size()]);
        return this;
    }

    @Override
    public RowBatch set(String column, @Nullable Object value) {
        Integer position = columns.positions().get(column);
        if (position == null) {
            throw new IllegalArgumentException("no column " + column + " in " + shape);
        }
        rows.getLast()[position] = value;
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The rows as they will travel; this work is done here, by the caller's thread. */
    public Ready ready() {
        return rows.size() < MANY ? new AsJson(shape, json().text()) : new Copied(shape, binary());
    }

    private RowSet json() {
        RowSet set = new RowSet();
        List<String> names = new ArrayList<>(columns.types());
        columns.positions().forEach((name, position) -> names.set(position, name));
        for (@Nullable Object[] row : rows) {
            set.row();
            for (int i = 0; i < row.length; i++) {
                set.set(names.get(i), row[i]);
            }
        }
        return set;
    }

    private BinaryRows binary() {
        BinaryRows binary = new BinaryRows();
        String[] types = columns.types().toArray(String[]::new);
        for (@Nullable Object[] row : rows) {
            binary.row(types, row);
        }
        return binary.end();
    }

    /** Rows that can be sent; once for each statement that reads them. */
    public sealed interface Ready {

        /** A statement over the rows, in which {@code {rows}} stands for them. */
        Update update(String sql);
    }

    private record AsJson(RowShape shape, RowSet.Text rows) implements Ready {

        @Override
        public Update update(String sql) {
            return Db.update(sql.replace("{rows}", "json_to_recordset(:rows) as r(" + shape.types() + ")"))
                    .bind("rows", rows);
        }
    }

    private static final class Copied implements Ready {

        private final RowShape shape;
        private final BinaryRows rows;
        private boolean sent;

        Copied(RowShape shape, BinaryRows rows) {
            this.shape = shape;
            this.rows = rows;
        }

        @Override
        public Update update(String sql) {
            if (!sent) {
                send(Db.handle());
                sent = true;
            }
            return Db.update(sql.replace("{rows}", shape.table() + " r"));
        }

        private void send(Handle handle) {
            try (Statement statement = handle.getConnection().createStatement()) {
                statement.execute("create temporary table if not exists staged_" + shape.name() + " (" + shape.types()
                        + ") on commit delete rows");
                if (Db.stagedBefore(shape.name())) {
                    statement.execute("truncate " + shape.table());
                }
                CopyIn copy = handle.getConnection()
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + shape.table() + " from stdin (format binary)");
                copy.writeToCopy(rows.bytes(), 0, rows.length());
                copy.endCopy();
            } catch (SQLException failed) {
                throw new ConnectionException(failed);
            }
        }
    }
}
