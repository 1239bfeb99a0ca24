package io.agencyos.adapters.out.anthropic;

import io.agencyos.application.content.ContentModel.Correction;
import io.agencyos.application.content.ContentModel.Turn;
import io.agencyos.domain.content.model.AnswerShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A turn as the vendor reads it. What is ours is kept by the vendor for the next turns; what others wrote is one JSON object, never
 * part of a sentence of ours. No temperature and no beginning of an answer, which current models refuse. Source: anthropic 1.
 */
final class Wire {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Wire() {}

    static Map<String, Object> body(String model, Turn turn) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("max_tokens", turn.longest());
        body.put(
                "system",
                List.of(kept(turn.instructions()), kept(JSON.writeValueAsString(Map.of("ours", turn.context())))));
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(message("user", JSON.writeValueAsString(Map.of("quotations", turn.data()))));
        for (Correction wrong : turn.corrections()) {
            messages.add(message("assistant", wrong.answer().isBlank() ? "{}" : wrong.answer()));
            messages.add(message("user", JSON.writeValueAsString(Map.of("mend_and_answer_again", wrong.violations()))));
        }
        body.put("messages", messages);
        body.put("output_config", Map.of("format", Map.of("type", "json_schema", "schema", schema(turn.shape()))));
        return body;
    }

    private static Map<String, Object> kept(String text) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "text");
        block.put("text", text);
        block.put("cache_control", Map.of("type", "ephemeral"));
        return block;
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    /** How long all of it is that the vendor reads. */
    static long letters(Map<String, Object> body) {
        return JSON.writeValueAsString(body).length();
    }

    /** The vendor's schemas know no lengths, so that they stand in words; what is sent is checked all the same. */
    static Map<String, Object> schema(AnswerShape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape) {
            case AnswerShape.Text text -> {
                schema.put("type", "string");
                schema.put("description", "at most " + text.longest() + " characters");
            }
            case AnswerShape.Many many -> {
                schema.put("type", "array");
                schema.put("description", many.fewest() + " to " + many.most() + " entries");
                schema.put("items", schema(many.each()));
            }
            case AnswerShape.Fields object -> {
                Map<String, Object> properties = new LinkedHashMap<>();
                object.fields().forEach((name, each) -> properties.put(name, schema(each)));
                schema.put("type", "object");
                schema.put("properties", properties);
                schema.put("required", List.copyOf(object.fields().keySet()));
                schema.put("additionalProperties", false);
            }
        }
        return schema;
    }
}
