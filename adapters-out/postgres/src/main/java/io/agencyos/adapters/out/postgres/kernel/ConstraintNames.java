package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.application.shared.UniqueViolation;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Names the violated constraint as the table's definition does: PostgreSQL itself names the index of the partition. */
final class ConstraintNames {

    private static final String PARENT_INDEX = """
        with recursive up as (
            select i.oid, i.relname, 0 as level
            from pg_class i join pg_namespace n on n.oid = i.relnamespace
            where n.nspname = :schema and i.relname = :name
            union all
            select p.oid, p.relname, up.level + 1
            from up join pg_inherits h on h.inhrelid = up.oid join pg_class p on p.oid = h.inhparent
        )
        select relname from up order by level desc limit 1
        """;

    private ConstraintNames() {}

    static UniqueViolation violation(Handle handle, SQLException sql, Throwable failure) {
        String name = "";
        if (sql instanceof PSQLException postgres) {
            ServerErrorMessage message = postgres.getServerErrorMessage();
            if (message != null && message.getConstraint() != null && message.getSchema() != null) {
                name = handle.createQuery(PARENT_INDEX)
                        .bind("schema", message.getSchema())
                        .bind("name", message.getConstraint())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(message.getConstraint());
            }
        }
        UniqueViolation violation = new UniqueViolation(name);
        violation.initCause(failure);
        return violation;
    }
}
