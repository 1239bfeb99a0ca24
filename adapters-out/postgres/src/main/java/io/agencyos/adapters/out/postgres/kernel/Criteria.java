package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.SearchText;
import io.agencyos.domain.shared.Vocabulary;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A select whose conditions depend on what a page filters by. Conditions are constant text; values are only ever bound. */
public final class Criteria {

    private final StringBuilder sql;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private boolean filtered;

    /** @param select up to and including the first condition */
    public Criteria(String select) {
        sql = new StringBuilder(select);
    }

    /** Adds a condition on the value of this name, where there is one. */
    public Criteria and(String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
            filtered = true;
        }
        return this;
    }

    /** Adds a condition on these words, such as {@code status = any (:statuses)}, where a page names some. */
    public Criteria andAny(String condition, String name, @Nullable Collection<? extends Vocabulary> words) {
        return and(condition, name, words == null ? null : Db.wires(words));
    }

    /** Keeps what has this text somewhere in it, accents and case apart; {@code text} is SQL that gives no null. */
    public Criteria containing(String text, @Nullable String q) {
        return and(
                "strpos(lower(regexp_replace(normalize(" + text + ", NFKD), '[\\u0300-\\u036f]', '', 'g')), :q) > 0",
                "q",
                q == null ? null : SearchText.folded(q));
    }

    /** Adds a condition on values that are bound by {@link #with}. */
    public Criteria and(String condition) {
        sql.append(" and ").append(condition);
        return this;
    }

    /** A value that a condition or the ordering names. */
    public Criteria with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** What was gathered, set into a statement in the place of {@code {conditions}}. */
    public Query within(String statement) {
        Query query = Db.query(statement.replace("{conditions}", sql));
        values.forEach(query::bind);
        return query;
    }

    /**
     * The first so many in this order. Where nothing is filtered the number stands in the text, and the server keeps one
     * plan; where something is, it is not told beforehand, so that a rare value is not looked for by a common one's plan.
     */
    public Query first(int limit, String order) {
        String ordered = sql + " order by " + order + " limit ";
        Query query = filtered ? Db.query(ordered + ":limit").bind("limit", limit) : Db.query(ordered + limit);
        values.forEach(query::bind);
        return query;
    }
}
