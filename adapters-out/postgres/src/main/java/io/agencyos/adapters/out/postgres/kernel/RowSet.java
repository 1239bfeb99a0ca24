package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EntityId;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Many rows as one parameter, for statements that begin with {@code from jsonb_to_recordset(:rows) as r(…)}: a thousand
 * rows cost one round trip and one plan, and the column types stand in the SQL beside the names. Where rows come by the
 * hundred thousand, {@code json_to_recordset} with {@link #text()} takes the server half of the work.
 */
public final class RowSet implements RowSink {

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json = Json.generator(text);
    private int rows;
    private boolean complete;

    public RowSet() {
        json.writeStartArray();
    }

    @Override
    public RowSet row() {
        if (rows > 0) {
            json.writeEndObject();
        }
        json.writeStartObject();
        rows++;
        return this;
    }

    /** {@inheritDoc} Ids, words, instants, dates and zones are written as PostgreSQL reads them. */
    @Override
    public RowSet set(String column, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        json.writeName(column);
        switch (value) {
            case String said -> json.writeString(said);
            case EntityId id -> json.writeString(id.value().toString());
            case Vocabulary word -> json.writeString(word.wire());
            case Integer number -> json.writeNumber(number);
            case Instant instant -> json.writeString(instant.toString());
            case LocalDate date -> json.writeString(date.toString());
            case ZoneId zone -> json.writeString(zone.getId());
            case UUID id -> json.writeString(id.toString());
            case Json tree -> json.writeRawValue(tree.text());
            default -> json.writePOJO(value);
        }
        return this;
    }

    public boolean isEmpty() {
        return rows == 0;
    }

    /** The rows, complete; nothing can be added any more. */
    public Json json() {
        if (!complete) {
            if (rows > 0) {
                json.writeEndObject();
            }
            json.writeEndArray();
            json.close();
            complete = true;
        }
        return new Json(text.toString());
    }

    /** The rows, complete, as a parameter for {@code json_to_recordset(:rows)}. */
    public Text text() {
        return new Text(json().text());
    }

    /** JSON that is taken apart at once and kept nowhere. */
    public record Text(String json) {}
}
