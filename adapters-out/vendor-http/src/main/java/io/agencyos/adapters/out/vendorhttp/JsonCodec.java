package io.agencyos.adapters.out.vendorhttp;

import com.fasterxml.jackson.annotation.JsonInclude;
import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import feign.codec.ErrorDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON both ways: unknown fields are ignored, absent values are not written, an empty body is never taken for a value. */
final class JsonCodec implements Encoder, Decoder, ErrorDecoder {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(now -> now.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final String vendor;
    private final WireWords words;
    private final WordCounts counts;

    /** @param counts what the vendor's answers say, in words that are known and others */
    JsonCodec(String vendor, WireWords words, WordCounts counts) {
        this.vendor = vendor;
        this.words = words;
        this.counts = counts;
    }

    @Override
    public void encode(Object object, Type bodyType, RequestTemplate template) {
        if (object instanceof MultipartForm form) {
            String boundary = form.boundary();
            template.header("Content-Type", "multipart/form-data; boundary=" + boundary);
            template.body(form.body(boundary), StandardCharsets.UTF_8);
            return;
        }
        template.header("Content-Type", "application/json");
        template.body(MAPPER.writeValueAsBytes(object), StandardCharsets.UTF_8);
    }

    @Override
    public Object decode(Response response, Type type) throws IOException {
        byte[] body = bytes(response);
        try {
            return read(body, type);
        } catch (UnreadableAnswerException unreadable) {
            counts.unreadable(vendor);
            throw unreadable;
        }
    }

    private Object read(byte[] body, Type type) {
        if (body.length == 0) {
            throw new UnreadableAnswerException("empty answer");
        }
        try {
            boolean looked = !words.byMember().isEmpty();
            JsonNode tree = looked ? MAPPER.readTree(body) : null;
            Object value = tree == null
                    ? MAPPER.readValue(body, MAPPER.constructType(type))
                    : MAPPER.treeToValue(tree, MAPPER.constructType(type));
            if (value == null) {
                throw new UnreadableAnswerException("null answer");
            }
            counts.read(vendor, words, tree);
            return value;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            throw new UnreadableAnswerException("unreadable answer");
        }
    }

    @Override
    public Exception decode(String methodKey, Response response) {
        try {
            return new RefusedException(new HttpAnswer(response.status(), response.headers(), bytes(response)));
        } catch (IOException impossible) {
            return impossible;
        }
    }

    private static byte[] bytes(Response response) throws IOException {
        if (response.body() == null) {
            return new byte[0];
        }
        try (InputStream in = response.body().asInputStream()) {
            return in.readAllBytes();
        }
    }
}
