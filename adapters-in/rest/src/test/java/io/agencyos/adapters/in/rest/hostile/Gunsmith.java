package io.agencyos.adapters.in.rest.hostile;

import io.agencyos.adapters.in.http.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests from the OpenAPI document, of which it knows nothing else; the n-th is the same for the same seed. */
final class Gunsmith {

    private static final Pattern PARAM = Pattern.compile("\\{([^}]*)}");
    private static final List<String> ODD_PATHS = List.of(
            "a",
            "%00",
            "%2e%2e",
            "%25",
            "..%5c",
            "%ff",
            "%F0%9F%92%A9",
            "0",
            "null",
            "*",
            "'",
            "%22",
            "%7B%7D",
            "a;b=c");
    /** Sentences and names: something with a space in it, or one word with a capital. */
    private static final Pattern FREE_TEXT = Pattern.compile("\\p{L} |^\\p{Lu}\\p{Ll}+$");

    private static final List<String> OTHER_METHODS =
            List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> MEDIA = List.of(
            "application/json",
            "application/merge-patch+json",
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "application/json; charset=utf-7",
            ";;;");

    private record Operation(String method, String path, JsonNode about) {}

    private final List<Operation> operations;
    /** What would end the sign-in of whoever sets something up. */
    private static final Pattern OWN_SIGN_IN = Pattern.compile("^/api/v1/(auth|me)/");

    private final Prey prey;
    private final long seed;

    Gunsmith(ObjectNode document, Prey prey, long seed) {
        operations = document.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
        this.prey = prey;
        this.seed = seed;
    }

    Shot shot(int index) {
        return new Making(new SplittableRandom(seed * 1_000_003 + index)).shot();
    }

    /** A request as everybody would send it, with the document's own example; for making something to aim at. */
    List<Shot> honest(Sender by, int round) {
        return operations.stream()
                .filter(operation ->
                        operation.method().equals("POST") || operation.method().equals("PUT"))
                .filter(operation -> !OWN_SIGN_IN.matcher(operation.path()).find())
                .map(operation -> new Making(new SplittableRandom(seed + round)).honest(operation, by))
                .toList();
    }

    /** One request in the making. */
    private final class Making {

        private final SplittableRandom random;
        private final Spoiler spoiler;

        private Making(SplittableRandom random) {
            this.random = random;
            this.spoiler = new Spoiler(random);
        }

        Shot shot() {
            Operation operation = spoiler.pick(operations);
            Sender by = random.nextInt(3) > 0 ? Sender.OWNER : spoiler.pick(List.of(Sender.values()));
            String method = chance(40) ? spoiler.pick(OTHER_METHODS) : operation.method();
            Map<String, String> headers = new LinkedHashMap<>();
            byte[] body = body(operation, headers, false);
            headers(operation, headers);
            return new Shot(method, path(operation) + query(operation), headers, body, by);
        }

        Shot honest(Operation operation, Sender by) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
            headers.put("If-Match", "\"v1\"");
            byte[] body = body(operation, headers, true);
            String path = PARAM.matcher(operation.path())
                    .replaceAll(found -> found.group(1).equals("client_id")
                            ? by.isOwn() ? prey.client() : prey.strangersClient()
                            : Matcher.quoteReplacement(prey.known(random)));
            return new Shot(operation.method(), path, headers, body, by);
        }

        private boolean chance(int oneIn) {
            return random.nextInt(oneIn) == 0;
        }

        private String path(Operation operation) {
            return PARAM.matcher(operation.path()).replaceAll(found -> Matcher.quoteReplacement(part(found.group(1))));
        }

        private String part(String name) {
            if (name.equals("client_id") && !chance(25)) {
                return prey.client();
            }
            return switch (random.nextInt(8)) {
                case 0 -> spoiler.pick(ODD_PATHS);
                case 1 -> new UUID(random.nextLong(), random.nextLong()).toString();
                case 2 -> prey.foreign(random);
                case 3 -> Integer.toString(random.nextInt(30) - 2);
                default -> prey.known(random);
            };
        }

        private String query(Operation operation) {
            List<String> parts = new ArrayList<>();
            operation.about().path("parameters").forEach(parameter -> {
                if (parameter.path("in").stringValue().equals("query") && chance(3)) {
                    parts.add(parameter.path("name").stringValue() + "=" + value(parameter.path("schema")));
                }
            });
            if (chance(15)) {
                parts.add("no_such_parameter=1");
            }
            if (chance(60)) {
                parts.add("%25zz=&&=&limit=1&limit=2&%00=%ff");
            }
            return parts.isEmpty() ? "" : "?" + String.join("&", parts);
        }

        private String value(JsonNode schema) {
            JsonNode words = schema.path("enum").isArray() ? schema.path("enum") : schema.at("/items/enum");
            if (words.isArray() && !words.isEmpty() && !chance(4)) {
                return words.get(random.nextInt(words.size())).stringValue();
            }
            String text = switch (random.nextInt(5)) {
                case 0 -> prey.known(random);
                case 1 -> prey.foreign(random);
                case 2 -> Integer.toString(random.nextInt(200));
                case 3 -> "2026-0" + (1 + random.nextInt(9)) + "-01T00:00:00Z";
                default -> spoiler.pick(Spoiler.ODD_TEXTS);
            };
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private void headers(Operation operation, Map<String, String> headers) {
            operation.about().path("parameters").forEach(parameter -> {
                if (parameter.path("in").stringValue().equals("header") && !chance(12)) {
                    headers.put(
                            parameter.path("name").stringValue(),
                            header(parameter.path("name").stringValue()));
                }
            });
            if (chance(20)) {
                headers.put("X-Request-Id", spoiler.pick(List.of("a", "x".repeat(300), "<b>", "12345678")));
            }
            if (chance(30)) {
                headers.put("If-None-Match", "\"v1\"");
            }
            if (chance(30)) {
                headers.put("X-Forwarded-For", "999.1.1.1, ::1");
            }
            if (chance(40)) {
                headers.put("Origin", "https://evil.example");
            }
        }

        private String header(String name) {
            if (name.equals("If-Match")) {
                return spoiler.pick(List.of("\"v1\"", "\"v2\"", "\"v99999999999\"", "*", "W/\"v1\"", "v1", "\"\""));
            }
            return chance(10)
                    ? spoiler.pick(List.of("x".repeat(256), " ", "same"))
                    : new UUID(random.nextLong(), random.nextLong()).toString();
        }

        private byte[] body(Operation operation, Map<String, String> headers, boolean honest) {
            JsonNode content = operation.about().at("/requestBody/content");
            if (content.isMissingNode()) {
                return chance(20) && !honest ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
            }
            String media = content.propertyNames().iterator().next();
            if (media.startsWith("multipart")) {
                headers.put("Content-Type", "multipart/form-data; boundary=b");
                return parts();
            }
            headers.put(
                    "Content-Type",
                    chance(30) && !honest ? spoiler.pick(MEDIA) : media.equals("*/*") ? MEDIA.getFirst() : media);
            JsonNode example = aimed(content.path(media).path("example"));
            return honest || random.nextInt(3) == 0
                    ? example.toString().getBytes(StandardCharsets.UTF_8)
                    : spoiler.spoilt(example);
        }

        /** The example with ids of this world in the places of its own. */
        private JsonNode aimed(JsonNode example) {
            if (example.isMissingNode()) {
                return Json.MAPPER.createObjectNode().put("any", 1);
            }
            String text = Prey.ID
                    .matcher(example.toString())
                    .replaceAll(found -> chance(4) ? prey.foreign(random) : prey.known(random));
            JsonNode aimed = Json.MAPPER.readTree(text.replace("\"Sam", "\"" + prey.word(random) + " Sam"));
            if (prey.marksEverything()) {
                mark(aimed);
            }
            return aimed;
        }

        /** Puts the secret word into whatever a person may write freely; lists and words of the house stay as they are. */
        private void mark(JsonNode node) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(member -> {
                    if (member.getValue().isString()) {
                        object.put(member.getKey(), marked(member.getValue().stringValue()));
                    } else {
                        mark(member.getValue());
                    }
                });
            } else {
                node.forEach(this::mark);
            }
        }

        private String marked(String text) {
            if (Prey.ID.matcher(text).find()) {
                return text;
            }
            int at = text.indexOf('@');
            return at > 0
                    ? Prey.SECRET_WORD.toLowerCase(Locale.ROOT) + "." + text
                    : FREE_TEXT.matcher(text).find() ? Prey.SECRET_WORD + " " + text : text;
        }

        private byte[] parts() {
            String file = chance(3)
                    ? spoiler.pick(Spoiler.ODD_TEXTS)
                    : "Email,First,Last\n" + random.nextInt(1000) + "@agency.example,Kim,Ng\n,,\n\"";
            String name = chance(5) ? "other" : "file";
            return ("--b\r\nContent-Disposition: form-data; name=\"column_map\"\r\n\r\n"
                            + (chance(2) ? "{\"Email\":\"email\"}" : spoiler.pick(Spoiler.ODD_TEXTS))
                            + "\r\n--b\r\nContent-Disposition: form-data; name=\"" + name
                            + "\"; filename=\"a.csv\"\r\nContent-Type: text/csv\r\n\r\n" + file + "\r\n--b"
                            + (chance(10) ? "" : "--\r\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}
