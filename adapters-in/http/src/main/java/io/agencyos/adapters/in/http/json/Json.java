package io.agencyos.adapters.in.http.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import java.io.Serial;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The one mapper: strict when it reads, every member written. Source: api 1.1, 1.8. */
public final class Json {

    private static final int MAX_NESTING = 20;
    private static final int MAX_NUMBER = 100;

    private static final int LAST_YEAR = 9999;
    private static final int NANOS = 1_000_000;
    private static final int TEN = 10;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .maxNumberLength(MAX_NUMBER)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .changeDefaultVisibility(visible -> visible.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .propertyNamingStrategy(new SnakeCase())
            .withConfigOverride(
                    Change.class,
                    patch -> patch.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
            .addModule(words())
            .build();

    private Json() {}

    /** With milliseconds, in UTC. By hand, because a list writes some hundred of them; the formatter has the years of five digits. */
    public static String instant(Instant at) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            return INSTANT.format(at);
        }
        char[] text = "0000-00-00T00:00:00.000Z".toCharArray();
        digits(text, 3, time.getYear());
        digits(text, 6, time.getMonthValue());
        digits(text, 9, time.getDayOfMonth());
        digits(text, 12, time.getHour());
        digits(text, 15, time.getMinute());
        digits(text, 18, time.getSecond());
        digits(text, 22, time.getNano() / NANOS);
        return new String(text);
    }

    /** Writes a number so that it ends at this place. */
    private static void digits(char[] text, int last, int number) {
        int at = last;
        for (int left = number; left > 0; left /= TEN) {
            text[at--] = (char) ('0' + left % TEN);
        }
    }

    private static SimpleModule words() {
        return new SimpleModule("words")
                .addSerializer(Change.class, new PatchMember())
                .addSerializer(Vocabulary.class, new AsText<>(Vocabulary.class, Vocabulary::wire))
                .addSerializer(Instant.class, new AsText<>(Instant.class, Json::instant))
                .addSerializer(LocalTime.class, new AsText<>(LocalTime.class, TIME::format))
                .addSerializer(SecretText.class, new AsText<>(SecretText.class, SecretText::reveal))
                .addSerializer(Node.class, new Document());
    }

    private static final class SnakeCase extends PropertyNamingStrategies.NamingBase {

        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public String translate(String propertyName) {
            return Members.of(propertyName);
        }
    }

    /** A member that is not mentioned is not written; for examples of patches. */
    private static final class PatchMember extends StdSerializer<Object> {

        PatchMember() {
            super(Object.class);
        }

        @Override
        public boolean isEmpty(SerializationContext context, Object value) {
            return !((Change<?>) value).mentioned();
        }

        @Override
        public void serialize(Object value, JsonGenerator out, SerializationContext context) {
            out.writePOJO(((Change<?>) value).value());
        }
    }

    /** A document, its numbers with the decimals that they were rounded to. */
    private static final class Document extends StdSerializer<Node> {

        Document() {
            super(Node.class);
        }

        @Override
        public void serialize(Node value, JsonGenerator out, SerializationContext context) {
            switch (value) {
                case Node.Members(Map<String, Node> byName) -> {
                    out.writeStartObject();
                    byName.forEach((name, part) -> {
                        out.writeName(name);
                        serialize(part, out, context);
                    });
                    out.writeEndObject();
                }
                case Node.Items(List<Node> all) -> {
                    out.writeStartArray();
                    all.forEach(part -> serialize(part, out, context));
                    out.writeEndArray();
                }
                case Node.Text(String text) -> out.writeString(text);
                case Node.Figure(BigDecimal number) -> out.writeNumber(number);
                case Node.Truth(boolean truth) -> out.writeBoolean(truth);
                case Node.Nothing nothing -> out.writeNull();
            }
        }
    }

    /** How a value becomes a string. */
    @FunctionalInterface
    private interface Form<T> {

        String of(T value);
    }

    private static final class AsText<T> extends StdSerializer<T> {

        private final Form<T> form;

        AsText(Class<T> type, Form<T> form) {
            super(type);
            this.form = form;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(form.of(value));
        }
    }
}
