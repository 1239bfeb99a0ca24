package io.agencyos.adapters.in.http.json;

import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Single values of a body: texts, numbers, words, ids and times. */
final class Scalars {

    private static final int MAX_SCALE = 30;
    private static final int MAX_SECRET = 4096;
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    /** Why a value is not of its type. */
    record Fault(String code, String message, Map<String, Object> params) {

        static Result<Object, Fault> of(String code, String message) {
            return Result.err(new Fault(code, message, Map.of()));
        }
    }

    private static final Map<Class<?>, Function<String, Optional<Object>>> PARSED = Map.of(
            UUID.class,
                    text -> UUID_FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty(),
            Instant.class, timely(text -> OffsetDateTime.parse(text).toInstant()),
            LocalDate.class, timely(LocalDate::parse),
            LocalTime.class, timely(text -> TIME.matcher(text).matches() ? LocalTime.parse(text) : LocalTime.parse("")),
            ZoneId.class, timely(Scalars::zone));

    private static final Map<Class<?>, Fault> FAULTS = Map.of(
            UUID.class, fault("invalid_id", "An id is a UUID of 36 characters."),
            Instant.class, fault("invalid_instant", "An instant is RFC 3339 with an offset."),
            LocalDate.class, fault("invalid_date", "A date is YYYY-MM-DD."),
            LocalTime.class, fault("invalid_time", "A time is HH:mm."),
            ZoneId.class, fault("invalid_timezone", "A time zone is an IANA zone id."));

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, Integer.class, long.class, Long.class, BigDecimal.class);

    private Scalars() {}

    private static Fault fault(String code, String message) {
        return new Fault(code, message, Map.of());
    }

    private static Function<String, Optional<Object>> timely(Function<String, Object> parse) {
        return text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (DateTimeException | ArithmeticException notOne) {
                return Optional.empty();
            }
        };
    }

    private static ZoneId zone(String text) {
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new DateTimeException("no zone");
        }
        return ZoneId.of(text);
    }

    /** Whether the type is read as one value although it is a record. */
    static boolean knows(Class<?> type) {
        return type == SecretText.class;
    }

    static Result<Object, Fault> read(Class<?> type, Bounds bounds, JsonNode node) {
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() ? Result.ok(node.booleanValue()) : wrong("true or false is expected here.");
        }
        if (NUMBERS.contains(type)) {
            return number(type, bounds, node);
        }
        if (!node.isString()) {
            return wrong("A text is expected here.");
        }
        String text = node.stringValue();
        if (type == SecretText.class) {
            return text.isEmpty() || text.length() > MAX_SECRET
                    ? length(text, 1, MAX_SECRET)
                    : Result.ok(new SecretText(text));
        }
        if (type == String.class) {
            return text(text.strip(), bounds);
        }
        if (type.isEnum()) {
            return word(type, text, bounds.except());
        }
        Function<String, Optional<Object>> parser = PARSED.get(type);
        Fault fault = FAULTS.get(type);
        if (parser == null || fault == null) {
            throw new IllegalStateException("a body cannot have a member of type " + type);
        }
        return parser.apply(text).<Result<Object, Fault>>map(Result::ok).orElseGet(() -> Result.err(fault));
    }

    private static Result<Object, Fault> wrong(String message) {
        return Fault.of("wrong_type", message);
    }

    private static Result<Object, Fault> number(Class<?> type, Bounds bounds, JsonNode node) {
        if (!node.isNumber()) {
            return wrong("A number is expected here.");
        }
        if (type == BigDecimal.class) {
            BigDecimal value = node.decimalValue();
            return Math.abs((long) value.scale()) > MAX_SCALE ? wrong("This number is too long.") : Result.ok(value);
        }
        if (!node.isIntegralNumber()) {
            return wrong("A whole number is expected here.");
        }
        boolean isInt = type == int.class || type == Integer.class;
        Range declared = bounds.range();
        long min = declared == null ? isInt ? Integer.MIN_VALUE : Long.MIN_VALUE : declared.min();
        long max = declared == null ? isInt ? Integer.MAX_VALUE : Long.MAX_VALUE : declared.max();
        if (!node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            return Result.err(new Fault(
                    "out_of_range",
                    "From " + min + " to " + max + " is expected here.",
                    Map.of("min", min, "max", max)));
        }
        return isInt ? Result.ok((int) node.longValue()) : Result.ok(node.longValue());
    }

    private static Result<Object, Fault> text(String text, Bounds bounds) {
        if (text.isEmpty() && bounds.minLength() > 0) {
            return Fault.of("blank", "This text cannot be blank.");
        }
        int length = text.codePointCount(0, text.length());
        if (length < bounds.minLength() || length > bounds.maxLength()) {
            return length(text, bounds.minLength(), bounds.maxLength());
        }
        boolean control = text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        boolean torn = text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        return control || torn ? Fault.of("control_character", "Control characters are not allowed.") : Result.ok(text);
    }

    private static Result<Object, Fault> length(String text, int min, int max) {
        return Result.err(new Fault(
                text.length() < min ? "too_short" : "too_long",
                "From " + min + " to " + max + " characters are expected here.",
                Map.of("min", min, "max", max)));
    }

    private static Result<Object, Fault> word(Class<?> type, String text, Set<String> except) {
        List<Vocabulary> words = Arrays.stream(type.getEnumConstants())
                .map(Vocabulary.class::cast)
                .filter(Vocabulary::isSpoken)
                .filter(word -> !except.contains(word.wire()))
                .toList();
        return words.stream()
                .filter(word -> word.wire().equals(text))
                .findFirst()
                .<Result<Object, Fault>>map(Result::ok)
                .orElseGet(() -> Result.err(new Fault(
                        "unknown_word",
                        "This is not one of the words.",
                        Map.of("allowed", words.stream().map(Vocabulary::wire).toList()))));
    }
}
