package io.agencyos.adapters.in.http.route;

import io.agencyos.domain.shared.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * A query parameter that a route knows. Repeated = OR; two different ones = AND. Source: api 1.4.
 *
 * @param words the allowed words, empty where any value of the kind is
 * @param repeatable whether it may be given more than once
 */
public record Param(String name, Kind kind, List<String> words, boolean repeatable, String description) {

    /** What a value must look like. */
    public enum Kind {
        WORD,
        TEXT,
        SEARCH,
        ID,
        INSTANT,
        BOOLEAN,
        INTEGER,
        /** Pairs: the parameter is written with its key behind it, as {@code name[key]=value}. */
        PAIRS
    }

    public Param {
        words = List.copyOf(words);
    }

    /** Words of a vocabulary; several are OR. */
    public static <E extends Enum<E> & Vocabulary> Param words(String name, Class<E> type) {
        List<String> words = Arrays.stream(type.getEnumConstants())
                .filter(Vocabulary::isSpoken)
                .map(Vocabulary::wire)
                .toList();
        return new Param(name, Kind.WORD, words, true, "One of the words; several are OR.");
    }

    /** Matched exactly. */
    public static Param text(String name, String description) {
        return new Param(name, Kind.TEXT, List.of(), false, description);
    }

    /** Matched exactly; several are OR. */
    public static Param texts(String name, String description) {
        return new Param(name, Kind.TEXT, List.of(), true, description);
    }

    /** Pairs of a key and a value that is matched exactly: several values of a key are OR, keys are AND. */
    public static Param pairs(String name, String description) {
        return new Param(name, Kind.PAIRS, List.of(), true, description);
    }

    /** At least two characters, matched literally, whatever case or accent. */
    public static Param search(String description) {
        return new Param("q", Kind.SEARCH, List.of(), false, description);
    }

    public static Param id(String name) {
        return new Param(name, Kind.ID, List.of(), true, "Ids; several are OR.");
    }

    public static Param instant(String name, String description) {
        return new Param(name, Kind.INSTANT, List.of(), false, description);
    }

    public static Param flag(String name, String description) {
        return new Param(name, Kind.BOOLEAN, List.of("true", "false"), false, description);
    }

    public static Param integer(String name, String description) {
        return new Param(name, Kind.INTEGER, List.of(), false, description);
    }
}
