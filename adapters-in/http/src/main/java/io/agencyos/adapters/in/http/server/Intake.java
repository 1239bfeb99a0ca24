package io.agencyos.adapters.in.http.server;

import io.agencyos.adapters.in.http.json.BodyReader;
import io.agencyos.adapters.in.http.json.Json;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.Problem;
import io.agencyos.adapters.in.http.route.ProblemCode;
import io.agencyos.adapters.in.http.route.RawBody;
import io.agencyos.adapters.in.http.route.Route.RequestBody;
import io.agencyos.adapters.in.http.route.Route.RequestBody.Media;
import io.agencyos.adapters.in.http.route.Upload;
import io.agencyos.domain.shared.Result;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads bodies, no more than is allowed. Source: api 1.1, 1.2, 1.8. */
final class Intake {

    static final long MAX_BODY = 1L << 20;
    static final long MAX_UPLOAD = 20L << 20;
    /** Of a body that is refused for its size, this much is still read: who is cut off while sending hears no answer. */
    private static final int HEARD_OUT = 4 << 20;

    private static final int BUFFER = 8_192;
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    /**
     * What a request brought.
     *
     * @param print what it was, byte for byte or canonical, to know it again
     */
    record Taken<Q>(Q body, Map<String, Upload> files, Map<String, String> form, byte[] print) {}

    private static final Pattern CHARSET = Pattern.compile("charset *= *\"?([^\"; ]*)");
    private static final Set<String> UTF_8 = Set.of("utf-8", "utf8", "us-ascii");

    private Intake() {}

    static <Q> Result<Taken<Q>, Problem> take(RequestBody<Q> expected, Exchange exchange) {
        Context context = exchange.context();
        if (isPacked(expected, context)) {
            return Result.err(
                    Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body is packed; it is taken as it is only.")
                            .with("allowed", List.of("identity")));
        }
        return switch (expected.media()) {
            case NONE -> nothing(expected, context);
            case JSON -> json(expected, context, Set.of("application/json"));
            case MERGE_PATCH -> json(expected, context, Set.of("application/json", "application/merge-patch+json"));
            case JSON_OR_MULTIPART ->
                mediaType(context).equals("application/json")
                        ? json(expected, context, Set.of("application/json"))
                        : parts(expected, context, Set.of("application/json", "multipart/form-data"), MAX_UPLOAD);
            case MULTIPART -> parts(expected, context, Set.of("multipart/form-data"), MAX_UPLOAD);
            case FORM ->
                parts(expected, context, Set.of("multipart/form-data", "application/x-www-form-urlencoded"), MAX_BODY);
            case RAW -> raw(expected, context);
        };
    }

    /** Nothing is unpacked here: a small body that becomes a large one would pass every limit. */
    private static boolean isPacked(RequestBody<?> expected, Context context) {
        String coding = context.header("Content-Encoding");
        return coding != null
                && !coding.equalsIgnoreCase("identity")
                && expected.media() != Media.NONE
                && expected.media() != Media.RAW;
    }

    private static <Q> Result<Taken<Q>, Problem> nothing(RequestBody<Q> expected, Context context) {
        return bytes(context, MAX_BODY)
                .map(ignored -> new Taken<>(expected.type().cast(None.NONE), Map.of(), Map.of(), new byte[0]));
    }

    private static <Q> Result<Taken<Q>, Problem> json(RequestBody<Q> expected, Context context, Set<String> allowed) {
        return bytes(context, MAX_BODY).flatMap(bytes -> {
            if (bytes.length == 0 && expected.media() == Media.JSON && BodyReader.isOptional(expected.type())) {
                return read(expected, Json.MAPPER.createObjectNode());
            }
            return allowed.contains(mediaType(context))
                    ? tree(bytes).flatMap(tree -> read(expected, tree))
                    : Result.err(unsupported(allowed));
        });
    }

    private static <Q> Result<Taken<Q>, Problem> read(RequestBody<Q> expected, JsonNode tree) {
        return BodyReader.read(expected.type(), tree, expected.rules())
                .mapError(Problem::invalid)
                .map(body -> new Taken<>(body, Map.of(), Map.of(), Canonical.bytes(tree)));
    }

    private static Result<JsonNode, Problem> tree(byte[] bytes) {
        try {
            JsonNode tree = Json.MAPPER.readTree(bytes);
            return tree.isMissingNode() ? Result.err(malformed("A JSON body is expected.")) : Result.ok(tree);
        } catch (JacksonException notJson) {
            return Result.err(malformed("The body is not JSON that can be read here."));
        }
    }

    private static Problem malformed(String detail) {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, detail);
    }

    private static Problem unsupported(Set<String> allowed) {
        return Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body is not of a media type that is taken here.")
                .with("allowed", allowed.stream().sorted().toList());
    }

    private static Problem tooLarge(long limit) {
        return Problem.of(ProblemCode.PAYLOAD_TOO_LARGE, "The body is larger than is taken here.")
                .with("limit_bytes", limit);
    }

    /** Nothing in a charset of its own: JSON is UTF-8, and a name that nobody knows is more than the server can bear. */
    private static String mediaType(Context context) {
        String type =
                Objects.requireNonNullElse(context.header("Content-Type"), "").toLowerCase(Locale.ROOT);
        Matcher charset = CHARSET.matcher(type);
        boolean readable = !charset.find() || UTF_8.contains(charset.group(1));
        return readable ? type.split(";", 2)[0].strip() : "";
    }

    private static Result<byte[], Problem> bytes(Context context, long limit) {
        try (InputStream body = context.bodyInputStream()) {
            byte[] bytes = context.contentLength() > limit ? new byte[0] : body.readNBytes((int) limit + 1);
            if (bytes.length <= limit && context.contentLength() <= limit) {
                return Result.ok(bytes);
            }
            body.readNBytes(HEARD_OUT);
            return Result.err(tooLarge(limit));
        } catch (IOException brokenOff) {
            return Result.err(malformed("The body broke off."));
        }
    }

    /** Reads what nobody has read of a body: a refusal before its end would cut off the sender, who then hears nothing. */
    static void hearOut(Context context) {
        if (context.contentLength() == 0 || context.contentLength() > MAX_UPLOAD) {
            return;
        }
        try (InputStream body = context.req().getInputStream()) {
            byte[] unheard = new byte[BUFFER];
            int left = HEARD_OUT;
            for (int read = 0; read >= 0 && left > 0; read = body.read(unheard)) {
                left -= read;
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("a sender broke off, or its body was read in parts", gone);
        }
    }

    private static <Q> Result<Taken<Q>, Problem> raw(RequestBody<Q> expected, Context context) {
        Map<String, String> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return bytes(context, MAX_BODY)
                .map(bytes -> new Taken<>(
                        expected.type().cast(new RawBody(new String(bytes, StandardCharsets.ISO_8859_1), headers)),
                        Map.of(),
                        Map.of(),
                        bytes));
    }

    private static <Q> Result<Taken<Q>, Problem> parts(
            RequestBody<Q> expected, Context context, Set<String> allowed, long limit) {
        if (!allowed.contains(mediaType(context))) {
            return Result.err(unsupported(allowed));
        }
        if (context.contentLength() > limit) {
            return Result.err(tooLarge(limit));
        }
        Map<String, UploadedFile> files;
        Map<String, String> form;
        try {
            files = firsts(expected.media() == Media.FORM ? Map.of() : context.uploadedFileMap());
            form = firsts(context.formParamMap());
        } catch (Exception unreadable) { // the server throws checked ones undeclared
            return Result.err(malformed("The parts of the body cannot be read."));
        }
        Map<String, Upload> uploads = files.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> upload(entry.getValue())));
        try {
            return Result.ok(new Taken<>(without(expected), uploads, form, Canonical.bytes(uploads, form)));
        } catch (IOException brokenOff) {
            return Result.err(malformed("A part of the body cannot be read."));
        }
    }

    /** The body beside parts: nothing, or a record without a member. */
    private static <Q> Q without(RequestBody<Q> expected) {
        return expected.media() == Media.JSON_OR_MULTIPART
                ? BodyReader.read(expected.type(), Json.MAPPER.createObjectNode())
                        .orElseThrow()
                : expected.type().cast(None.NONE);
    }

    private static <T> Map<String, T> firsts(Map<String, List<T>> all) {
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().getFirst()));
    }

    private static Upload upload(UploadedFile file) {
        return new Upload(file.filename(), file.size(), file::content);
    }
}
