package io.agencyos.bootstrap.story;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Holds an answer against what is written down of it, and remembers what is to be remembered. */
final class Expectation {

    private static final String ANYTHING = "…";
    private static final String AMONG_OTHERS = "~";

    private final Map<String, String> remembered;
    private final List<String> faults = new ArrayList<>();

    private Expectation(Map<String, String> remembered) {
        this.remembered = remembered;
    }

    /** What is otherwise; empty when all is as expected. */
    static List<String> faults(JsonNode expected, JsonNode actual, Map<String, String> remembered) {
        Expectation expectation = new Expectation(remembered);
        expectation.compare("", expected, actual);
        return expectation.faults;
    }

    private void compare(String at, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(member ->
                            compare(at + "/" + member.getKey(), member.getValue(), actual.path(member.getKey())));
            if (expected.isEmpty() && !(actual.isObject() && (at.isEmpty() || actual.isEmpty()))) {
                faults.add(at + " is not empty but " + actual);
            }
        } else if (expected.isArray()) {
            list(at, expected, actual);
        } else if (expected.isString()) {
            text(at, expected.stringValue(), actual);
        } else if (expected.isNumber()
                ? !actual.isNumber() || expected.decimalValue().compareTo(actual.decimalValue()) != 0
                : !expected.equals(actual)) {
            faults.add(at + " is not " + expected + " but " + actual);
        }
    }

    private void list(String at, JsonNode expected, JsonNode actual) {
        boolean amongOthers =
                !expected.isEmpty() && AMONG_OTHERS.equals(expected.path(0).asString(""));
        if (!amongOthers) {
            if (expected.size() != actual.size()) {
                faults.add(at + " has " + actual.size() + " items: " + actual);
            }
            for (int i = 0; i < expected.size(); i++) {
                compare(at + "/" + i, expected.path(i), actual.path(i));
            }
            return;
        }
        Iterator<JsonNode> left = actual.iterator();
        for (int i = 1; i < expected.size(); i++) {
            boolean found = false;
            while (!found && left.hasNext()) {
                found = faults(expected.path(i), left.next(), remembered).isEmpty();
            }
            if (!found) {
                faults.add(at + " has not, in this order, " + expected.path(i) + " but " + actual);
            }
        }
    }

    private void text(String at, String expected, JsonNode actual) {
        if (expected.startsWith("$")) {
            String name = expected.substring(1);
            String known = remembered.putIfAbsent(name, actual.asString(""));
            if (actual.isMissingNode() || actual.isNull() || known != null && !known.equals(actual.asString(""))) {
                faults.add(at + " is not " + (known == null ? "there" : known) + " but " + actual);
            }
        } else if (!actual.isString() || !fits(expected, actual.stringValue())) {
            faults.add(at + " is not \"" + expected + "\" but " + actual);
        }
    }

    private static boolean fits(String expected, String actual) {
        StringBuilder pattern = new StringBuilder();
        for (String part : expected.split(ANYTHING, -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern.toString(), Pattern.DOTALL)
                .matcher(actual)
                .matches();
    }
}
