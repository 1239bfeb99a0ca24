package io.agencyos.adapters.out.postgres.kernel;

import io.agencyos.domain.shared.Vocabulary;
import io.agencyos.domain.shared.id.EntityId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows in the binary form that {@code COPY … (format binary)} reads: PostgreSQL's documentation, COPY, File Formats. */
final class BinaryRows {

    private static final byte[] SIGNATURE = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final long EPOCH_SECOND = 946_684_800L;
    private static final long EPOCH_DAY = 10_957L;
    private static final int TEXT_OID = 25;
    private static final int NULL = -1;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    BinaryRows() {
        System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
        length = SIGNATURE.length;
    }

    /** Nothing follows. */
    BinaryRows end() {
        putShort(NULL);
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void row(String[] types, @Nullable Object[] values) {
        putShort(values.length);
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                putInt(NULL);
            } else {
                put(types[i], value);
            }
        }
    }

    private void put(String type, Object value) {
        switch (type) {
            case "uuid" -> putUuid(value);
            case "text" -> putText(text(value));
            case "int" -> {
                putInt(Integer.BYTES);
                putInt(((Number) value).intValue());
            }
            case "smallint" -> {
                putInt(Short.BYTES);
                putShort(((Number) value).intValue());
            }
            case "boolean" -> {
                putInt(1);
                putByte((Boolean) value ? 1 : 0);
            }
            case "date" -> {
                putInt(Integer.BYTES);
                putInt(Math.toIntExact(((LocalDate) value).toEpochDay() - EPOCH_DAY));
            }
            case "timestamptz" -> {
                putInt(Long.BYTES);
                putLong(micros((Instant) value));
            }
            case "jsonb" -> putJson(value instanceof Json json ? json : Json.of(value));
            case "text[]" -> putTexts((Collection<?>) value);
            default -> throw new IllegalArgumentException("no binary form for " + type);
        }
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond() - EPOCH_SECOND, 1_000_000L), at.getNano() / 1_000);
    }

    private static String text(Object value) {
        return switch (value) {
            case String said -> said;
            case Vocabulary word -> word.wire();
            case ZoneId zone -> zone.getId();
            case EntityId id -> id.value().toString();
            default -> throw new IllegalArgumentException("no text: " + value.getClass());
        };
    }

    private void putUuid(Object value) {
        UUID id = switch (value) {
            case UUID plain -> plain;
            case EntityId typed -> typed.value();
            default -> UUID.fromString(value.toString());
        };
        putInt(2 * Long.BYTES);
        putLong(id.getMostSignificantBits());
        putLong(id.getLeastSignificantBits());
    }

    private void putText(String text) {
        byte[] said = text.getBytes(StandardCharsets.UTF_8);
        putInt(said.length);
        putBytes(said);
    }

    private void putJson(Json json) {
        byte[] said = json.text().getBytes(StandardCharsets.UTF_8);
        putInt(said.length + 1);
        putByte(1); // the version of jsonb's binary form, which is text
        putBytes(said);
    }

    private void putTexts(Collection<?> texts) {
        int at = length;
        putInt(0);
        putInt(texts.isEmpty() ? 0 : 1);
        putInt(0);
        putInt(TEXT_OID);
        if (!texts.isEmpty()) {
            putInt(texts.size());
            putInt(1);
            texts.forEach(text -> putText(text(text)));
        }
        int end = length;
        length = at;
        putInt(end - at - Integer.BYTES);
        length = end;
    }

    private void putBytes(byte[] added) {
        room(added.length);
        System.arraycopy(added, 0, bytes, length, added.length);
        length += added.length;
    }

    private void putByte(int value) {
        room(1);
        bytes[length++] = (byte) value;
    }

    private void putShort(int value) {
        putByte(value >> Byte.SIZE);
        putByte(value);
    }

    private void putInt(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void putLong(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    private void room(int added) {
        if (length + added > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + added));
        }
    }
}
