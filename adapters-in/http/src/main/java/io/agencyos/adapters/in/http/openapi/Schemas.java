package io.agencyos.adapters.in.http.openapi;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomPropertyDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigPart;
import com.github.victools.jsonschema.generator.SchemaVersion;
import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.json.Members;
import io.agencyos.adapters.in.http.route.Change;
import io.agencyos.adapters.in.http.route.Except;
import io.agencyos.adapters.in.http.route.Items;
import io.agencyos.adapters.in.http.route.Range;
import io.agencyos.adapters.in.http.route.Text;
import io.agencyos.domain.conversion.pattern.Node;
import io.agencyos.domain.shared.SecretText;
import io.agencyos.domain.shared.Vocabulary;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON schemas of the records that routes take and answer. What is answered has every member; what is taken may lack
 * those that are nullable. Source: api 1.1, 1.9.
 */
final class Schemas {

    private static final int MAX_TEXT = 255;

    private final SchemaNames names = new SchemaNames();
    private final Meanings meanings = new Meanings();
    private final SchemaBuilder taken = builder(true);
    private final SchemaBuilder answered = builder(false);

    private static final Map<Class<?>, List<String>> PLAIN = Map.of(
            UUID.class, List.of("string", "uuid"),
            Instant.class, List.of("string", "date-time"),
            LocalDate.class, List.of("string", "date"),
            LocalTime.class, List.of("string"),
            ZoneId.class, List.of("string"),
            SecretText.class, List.of("string", "password"),
            BigDecimal.class, List.of("number"));

    ObjectNode taken(Class<?> type) {
        return taken.createSchemaReference(type);
    }

    ObjectNode answered(Class<?> type) {
        return answered.createSchemaReference(type);
    }

    /** The named schemas, and the references to them; to be asked once, after the last reference was made. */
    References definitions() {
        ObjectNode all = Json.MAPPER.createObjectNode();
        all.setAll(answered.collectDefinitions("components/schemas"));
        all.setAll(taken.collectDefinitions("components/schemas"));
        all.values().forEach(schema -> schema.path("properties").values().forEach(Schemas::describedOutside));
        return new References(names, all);
    }

    /** What a member means stands beside the choice between null and its value, not within. */
    private static void describedOutside(JsonNode member) {
        member.path("anyOf").values().stream()
                .filter(value -> value.has("description") && !member.has("description"))
                .findFirst()
                .ifPresent(
                        value -> ((ObjectNode) member).set("description", ((ObjectNode) value).remove("description")));
    }

    private SchemaBuilder builder(boolean request) {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        Json.MAPPER, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(
                        Option.DEFINITIONS_FOR_ALL_OBJECTS,
                        Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.PLAIN_DEFINITION_KEYS,
                        Option.NONPUBLIC_NONSTATIC_FIELDS_WITHOUT_GETTERS)
                .without(Option.SCHEMA_VERSION_INDICATOR);
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withDefinitionNamingStrategy(
                        (key, context) -> names.provisional(key.getType().getErasedType(), request))
                .withDescriptionResolver(scope -> isPlain(scope.getType())
                        ? null
                        : meanings.of(scope.getType().getErasedType()).orElse(null))
                .withCustomDefinitionProvider((type, context) -> plain(type));
        SchemaGeneratorConfigPart<FieldScope> fields = config.forFields();
        fields.withPropertyNameOverrideResolver(field -> Members.of(field.getDeclaredName()))
                .withRequiredCheck(field -> !request || !mayBeLeftOut(field))
                .withNullableCheck(Schemas::isNullable)
                .withDescriptionResolver(this::meaning)
                .withTargetTypeOverridesResolver(Schemas::unwrapped)
                .withCustomDefinitionProvider((field, context) -> narrowed(field));
        if (request) {
            bounds(fields);
        }
        return new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    private @Nullable String meaning(FieldScope field) {
        return field.isFakeContainerItemScope()
                ? null
                : meanings.of(
                                field.getDeclaringType().getErasedType(),
                                field.getDeclaredName(),
                                Members.of(field.getDeclaredName()),
                                isNullable(field))
                        .orElse(null);
    }

    private static boolean isPlain(ResolvedType type) {
        return !type.getErasedType().isRecord();
    }

    private static @Nullable CustomDefinition plain(ResolvedType type) {
        Class<?> raw = type.getErasedType();
        if (raw == Node.Members.class) {
            ObjectNode any =
                    Json.MAPPER.createObjectNode().put("type", "object").put("additionalProperties", true);
            return new CustomDefinition(any, CustomDefinition.INLINE_DEFINITION, CustomDefinition.EXCLUDING_ATTRIBUTES);
        }
        List<String> form = PLAIN.get(raw);
        if (form == null && !(raw.isEnum() && Vocabulary.class.isAssignableFrom(raw))) {
            return null;
        }
        ObjectNode schema = Json.MAPPER.createObjectNode();
        schema.put("type", form == null ? "string" : form.getFirst());
        if (form == null) {
            words(schema, raw, Set.of());
        } else if (form.size() > 1) {
            schema.put("format", form.getLast());
        }
        return new CustomDefinition(schema, CustomDefinition.INLINE_DEFINITION, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private static void words(ObjectNode schema, Class<?> vocabulary, Set<String> except) {
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(vocabulary.getEnumConstants())
                .map(Vocabulary.class::cast)
                .filter(Vocabulary::isSpoken)
                .map(Vocabulary::wire)
                .filter(word -> !except.contains(word))
                .forEach(words::add);
    }

    /** Its type's words but for those that are none of this member. */
    private static @Nullable CustomPropertyDefinition narrowed(FieldScope field) {
        Except except = field.getRawMember().getAnnotation(Except.class);
        if (except == null) {
            return null;
        }
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "string");
        words(schema, field.getType().getErasedType(), Set.of(except.value()));
        return new CustomPropertyDefinition(schema, CustomDefinition.INCLUDING_ATTRIBUTES);
    }

    private static boolean mayBeLeftOut(FieldScope field) {
        Class<?> raw = field.getRawMember().getType();
        return raw == Optional.class || raw == Change.class || isNullable(field);
    }

    private static boolean isNullable(FieldScope field) {
        if (field.isFakeContainerItemScope()) {
            return false;
        }
        AnnotatedType type = field.getRawMember().getAnnotatedType();
        Class<?> raw = field.getRawMember().getType();
        if (raw == Change.class) {
            return ((AnnotatedParameterizedType) type)
                    .getAnnotatedActualTypeArguments()[0].isAnnotationPresent(Nullable.class);
        }
        return raw == Optional.class || type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable List<ResolvedType> unwrapped(FieldScope field) {
        Class<?> raw = field.getType().getErasedType();
        return raw == Optional.class || raw == Change.class ? List.of(field.getTypeParameterFor(raw, 0)) : null;
    }

    private static void bounds(SchemaGeneratorConfigPart<FieldScope> fields) {
        fields.withStringMinLengthResolver(
                        field -> isText(field) ? text(field).map(Text::min).orElse(1) : null)
                .withStringMaxLengthResolver(
                        field -> isText(field) ? text(field).map(Text::max).orElse(MAX_TEXT) : null)
                .withNumberInclusiveMinimumResolver(field -> range(field)
                        .map(range -> BigDecimal.valueOf(range.min()))
                        .orElse(null))
                .withNumberInclusiveMaximumResolver(field -> range(field)
                        .map(range -> BigDecimal.valueOf(range.max()))
                        .orElse(null))
                .withArrayMinItemsResolver(field -> items(field).map(Items::min).orElse(null))
                .withArrayMaxItemsResolver(field -> items(field).map(Items::max).orElse(null));
    }

    private static boolean isText(FieldScope field) {
        return field.getType().getErasedType() == String.class;
    }

    private static Optional<Text> text(FieldScope field) {
        return Optional.ofNullable(field.getRawMember().getAnnotation(Text.class));
    }

    private static Optional<Range> range(FieldScope field) {
        return field.isContainerType()
                ? Optional.empty()
                : Optional.ofNullable(field.getRawMember().getAnnotation(Range.class));
    }

    private static Optional<Items> items(FieldScope field) {
        return field.isContainerType() && !field.isFakeContainerItemScope()
                ? Optional.ofNullable(field.getRawMember().getAnnotation(Items.class))
                : Optional.empty();
    }
}
