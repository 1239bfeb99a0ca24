package io.agencyos.adapters.out.anthropic;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.content.ContentModel.Said;
import io.agencyos.domain.content.model.TokenUse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the vendor answered. Source: anthropic 1. */
final class Answers {

    private Answers() {}

    /** Empty where it is not told. */
    static Optional<TokenUse> use(JsonNode answer) {
        JsonNode usage = answer.path("usage");
        Optional<Long> input = Fields.whole(usage, "input_tokens");
        Optional<Long> output = Fields.whole(usage, "output_tokens");
        if (input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        long written = Fields.whole(usage, "cache_creation_input_tokens").orElse(0L);
        long read = Fields.whole(usage, "cache_read_input_tokens").orElse(0L);
        return input.get() < 0 || output.get() < 0 || written < 0 || read < 0
                ? Optional.empty()
                : Optional.of(new TokenUse(input.get(), output.get(), written, read));
    }

    /** Empty for an end that nobody asked for, such as the use of a tool. */
    static Optional<Said> said(JsonNode answer) {
        return switch (Fields.text(answer, "stop_reason").orElse("")) {
            case "end_turn", "stop_sequence" -> Optional.of(object(text(answer)));
            case "max_tokens" -> Optional.of(new Said.Cut());
            case "refusal" -> Optional.of(new Said.Declined("refused"));
            case "model_context_window_exceeded" -> Optional.of(new Said.Declined("too_long"));
            default -> Optional.empty();
        };
    }

    private static String text(JsonNode answer) {
        return Fields.items(answer.path("content")).stream()
                .filter(block ->
                        Fields.text(block, "type").filter("text"::equals).isPresent())
                .flatMap(block -> Fields.text(block, "text").stream())
                .collect(Collectors.joining());
    }

    private static Said object(String text) {
        try {
            JsonNode value = Fields.parse(text.getBytes(StandardCharsets.UTF_8));
            return value.isObject() ? new Said.Answer(map(value), text) : new Said.NoObject(text);
        } catch (IllegalArgumentException noJson) {
            return new Said.NoObject(text);
        }
    }

    private static Map<String, Object> map(JsonNode object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.propertyStream().forEach(entry -> map.put(entry.getKey(), plain(entry.getValue())));
        return map;
    }

    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            return map(value);
        }
        return value.isArray()
                ? value.valueStream().map(Answers::plain).toList()
                : value.isString() ? value.stringValue() : new Other(value.toString());
    }

    /** A number, a truth value or nothing, none of which any shape has a place for. */
    private record Other(String json) {}
}
