package io.agencyos.adapters.in.http.json;

import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.FieldError;
import io.agencyos.adapters.in.http.route.FieldErrors;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.domain.shared.Result;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON value into a record: unknown members are refused, every error is told at once. A component is required
 * unless it is {@code @Nullable}, an {@link Optional} or a {@link Change}. Source: api 1.1, 1.3.
 */
public final class BodyReader {

    private static final int MAX_ENTRIES = 100;

    private final FieldErrors errors = new FieldErrors();
    private final FieldErrors strangers = new FieldErrors();

    private BodyReader() {}

    public static <T> Result<T, List<FieldError>> read(Class<T> type, JsonNode body) {
        return read(type, body, value -> List.of());
    }

    /**
     * The same; of whatever can be read, {@code rules} say what is wrong with it, together with the members that do not
     * exist.
     */
    public static <T> Result<T, List<FieldError>> read(
            Class<T> type, JsonNode body, Function<T, List<FieldError>> rules) {
        BodyReader reader = new BodyReader();
        Object value = reader.record(type, body, "");
        List<FieldError> rest = value == null ? reader.errors.list() : rules.apply(type.cast(value));
        return value != null && reader.strangers.isEmpty() && rest.isEmpty()
                ? Result.ok(type.cast(value))
                : Result.err(Stream.concat(reader.strangers.list().stream(), rest.stream())
                        .toList());
    }

    /** Whether no member of the body is required, so that it may be left out altogether. */
    public static boolean isOptional(Class<?> type) {
        return type.isRecord() && read(type, Json.MAPPER.createObjectNode()) instanceof Result.Ok;
    }

    private @Nullable Object record(Class<?> type, JsonNode node, String pointer) {
        if (!node.isObject()) {
            errors.add(pointer, "wrong_type", "An object is expected here.");
            return null;
        }
        int before = errors.list().size();
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(components, node, pointer);
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], node, pointer);
        }
        return errors.list().size() > before ? null : made(type, components, values, pointer);
    }

    private void refuseUnknown(RecordComponent[] components, JsonNode node, String pointer) {
        Set<String> known = Arrays.stream(components)
                .map(component -> Members.of(component.getName()))
                .collect(Collectors.toUnmodifiableSet());
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                strangers.add(
                        FieldError.child(pointer, member.getKey()),
                        "unknown_field",
                        "There is no member of this name.");
            }
        }
    }

    private @Nullable Object made(Class<?> type, RecordComponent[] components, Object[] values, String pointer) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException) {
                errors.add(pointer, "invalid", "These values do not go together.");
                return null;
            }
            throw new IllegalStateException(type + " cannot be made", refused);
        } catch (ReflectiveOperationException defect) {
            throw new IllegalStateException(type + " cannot be made", defect);
        }
    }

    private @Nullable Object component(RecordComponent component, JsonNode object, String parent) {
        String name = Members.of(component.getName());
        String pointer = FieldError.child(parent, name);
        JsonNode node = object.get(name);
        AnnotatedType type = component.getAnnotatedType();
        Class<?> raw = component.getType();
        Bounds bounds = Bounds.of(component);
        if (raw == Change.class) {
            return node == null ? Change.absent() : change(argument(type, 0), bounds, node, pointer);
        }
        if (raw == Optional.class) {
            return node == null || node.isNull()
                    ? Optional.empty()
                    : Optional.ofNullable(value(argument(type, 0), bounds, node, pointer));
        }
        if (node == null || node.isNull()) {
            if (!type.isAnnotationPresent(Nullable.class)) {
                errors.add(pointer, "required", "This member is required.");
            }
            return null;
        }
        return value(type, bounds, node, pointer);
    }

    private Object change(AnnotatedType type, Bounds bounds, JsonNode node, String pointer) {
        if (!node.isNull()) {
            return Change.to(value(type, bounds, node, pointer));
        }
        if (!type.isAnnotationPresent(Nullable.class)) {
            errors.add(pointer, "required", "This member cannot be unset.");
        }
        return Change.to(null);
    }

    private @Nullable Object value(AnnotatedType type, Bounds bounds, JsonNode node, String pointer) {
        Class<?> raw = raw(type);
        if (raw == List.class) {
            return list(type, bounds, node, pointer);
        }
        if (raw == Map.class) {
            return map(type, bounds, node, pointer);
        }
        if (raw.isRecord() && !Scalars.knows(raw)) {
            return record(raw, node, pointer);
        }
        return switch (Scalars.read(raw, bounds, node)) {
            case Result.Ok<Object, Scalars.Fault>(Object value) -> value;
            case Result.Err<Object, Scalars.Fault>(Scalars.Fault fault) -> {
                errors.add(new FieldError(pointer, fault.code(), fault.message(), fault.params()));
                yield null;
            }
        };
    }

    private List<Object> list(AnnotatedType type, Bounds bounds, JsonNode node, String pointer) {
        List<Object> values = new ArrayList<>();
        if (!node.isArray()) {
            errors.add(pointer, "wrong_type", "A list is expected here.");
            return values;
        }
        Items items = bounds.items();
        int min = items == null ? 0 : items.min();
        int max = items == null ? Bounds.MAX_ITEMS : items.max();
        if (node.size() < min || node.size() > max) {
            errors.add(new FieldError(
                    pointer,
                    node.size() < min ? "too_few" : "too_many",
                    "From " + min + " to " + max + " entries are expected here.",
                    Map.of("min", min, "max", max)));
            return values;
        }
        for (int i = 0; i < node.size(); i++) {
            Object value = element(argument(type, 0), bounds, node.get(i), pointer + "/" + i);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private Map<String, @Nullable Object> map(AnnotatedType type, Bounds bounds, JsonNode node, String pointer) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        if (!node.isObject()) {
            errors.add(pointer, "wrong_type", "An object is expected here.");
            return values;
        }
        if (node.size() > MAX_ENTRIES) {
            errors.add(pointer, "too_many", "At most " + MAX_ENTRIES + " entries are expected here.");
            return values;
        }
        boolean mayBeNull = argument(type, 1).isAnnotationPresent(Nullable.class);
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            if (mayBeNull && entry.getValue().isNull()) {
                values.put(entry.getKey(), null);
                continue;
            }
            Object value =
                    element(argument(type, 1), bounds, entry.getValue(), FieldError.child(pointer, entry.getKey()));
            if (value != null) {
                values.put(entry.getKey(), value);
            }
        }
        return values;
    }

    private @Nullable Object element(AnnotatedType type, Bounds bounds, JsonNode node, String pointer) {
        if (node.isNull()) {
            errors.add(pointer, "required", "An entry cannot be null.");
            return null;
        }
        return value(type, bounds, node, pointer);
    }

    private static AnnotatedType argument(AnnotatedType type, int index) {
        return ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[index];
    }

    private static Class<?> raw(AnnotatedType type) {
        return switch (type.getType()) {
            case Class<?> plain -> plain;
            case ParameterizedType generic -> (Class<?>) generic.getRawType();
            default -> throw new IllegalStateException("a body cannot have a member of type " + type);
        };
    }
}
