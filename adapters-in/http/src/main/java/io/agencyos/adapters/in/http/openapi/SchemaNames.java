package io.agencyos.adapters.in.http.openapi;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How the schemas of types are called: as a reader of the document would call them, who knows no class. {@code LeadView.Als} is
 * {@code LeadAls}, {@code ApprovalJson.ApprovalShown} is {@code Approval}, what is taken ends in {@code Input}. Types that
 * would be called alike keep all of their words.
 */
final class SchemaNames {

    private static final List<String> HOLDERS = List.of("Routes", "Views", "View", "Json", "Bodies");
    private static final List<String> OWN = List.of("View", "Shown", "Body");
    private static final String INPUT = "Input";

    private final Map<String, String> longToShort = new HashMap<>();

    /** A name that no other type has, to be replaced by {@link #called} once all types are known. */
    String provisional(Class<?> type, boolean request) {
        String name = inFull(type) + (request ? INPUT : "");
        longToShort.put(name, brief(type) + (request ? INPUT : ""));
        return name;
    }

    /** @param provisional as {@link #provisional} gave it */
    String called(String provisional) {
        String brief = longToShort.getOrDefault(provisional, provisional);
        return brief.equals(OpenApi.PROBLEM) || Collections.frequency(longToShort.values(), brief) > 1
                ? provisional
                : brief;
    }

    private static String inFull(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        String prefix = outer == null ? "" : outer.getSimpleName().replace("Routes", "");
        String own = type.getSimpleName();
        return own.startsWith(prefix) ? own : prefix + own;
    }

    private static String brief(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        String holder = outer == null ? "" : without(outer.getSimpleName(), HOLDERS);
        String own = without(type.getSimpleName(), OWN);
        if (own.isEmpty() || holder.endsWith(own)) {
            return holder;
        }
        return own.startsWith(holder) || own.endsWith(holder) || holder.startsWith(own) ? own : holder + own;
    }

    private static String without(String name, List<String> endings) {
        return endings.stream()
                .filter(name::endsWith)
                .findFirst()
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .orElse(name);
    }
}
