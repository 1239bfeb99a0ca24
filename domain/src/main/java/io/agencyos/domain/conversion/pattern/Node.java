package io.agencyos.domain.conversion.pattern;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A part of a pattern document, with one canonical JSON text: members sorted, numbers with the digits they were rounded
 * to. Source: conversion intelligence P2, 6–10.
 */
public sealed interface Node {

    /** Named parts, sorted by name. */
    record Members(Map<String, Node> byName) implements Node {
        public Members {
            byName = Collections.unmodifiableMap(new TreeMap<>(byName));
        }

        /** The part of this name. */
        public Optional<Node> get(String name) {
            return Optional.ofNullable(byName.get(name));
        }
    }

    /** Parts in order. */
    record Items(List<Node> all) implements Node {
        public Items {
            all = List.copyOf(all);
        }
    }

    /** Words. */
    record Text(String value) implements Node {}

    /** A number with as many decimals as are shown. */
    record Figure(BigDecimal value) implements Node {}

    /** Yes or no. */
    record Truth(boolean value) implements Node {}

    /** Not known. */
    record Nothing() implements Node {}

    static Node text(@Nullable String value) {
        return value == null ? new Nothing() : new Text(value);
    }

    static Node truth(boolean value) {
        return new Truth(value);
    }

    static Node whole(long value) {
        return new Figure(BigDecimal.valueOf(value));
    }

    static Node figure(@Nullable BigDecimal value) {
        return value == null ? new Nothing() : new Figure(value);
    }

    /** Rounded half up on the shortest decimal that stands for the number, which is how a person rounds it. */
    static Node rounded(double value, int decimals) {
        return Double.isFinite(value) ? new Figure(round(value, decimals)) : new Nothing();
    }

    /** The number behind {@link #rounded}. */
    static BigDecimal round(double value, int decimals) {
        return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    static Node items(Collection<? extends Node> all) {
        return new Items(List.copyOf(all));
    }

    static Node texts(Collection<String> all) {
        return new Items(all.stream().map(Node::text).toList());
    }

    /** A document to be filled. */
    static Builder members() {
        return new Builder();
    }

    /** Collects members; a name given twice is a mistake. */
    final class Builder {
        private final Map<String, Node> byName = new TreeMap<>();

        private Builder() {}

        public Builder with(String name, Node part) {
            if (byName.put(name, part) != null) {
                throw new IllegalArgumentException("twice: " + name);
            }
            return this;
        }

        public Builder with(String name, @Nullable String value) {
            return with(name, text(value));
        }

        public Builder with(String name, long value) {
            return with(name, whole(value));
        }

        public Builder with(String name, boolean value) {
            return with(name, truth(value));
        }

        public Builder withAll(Members others) {
            others.byName().forEach(this::with);
            return this;
        }

        public Members done() {
            return new Members(byName);
        }
    }

    /** The JSON text. */
    default String canonical() {
        StringBuilder json = new StringBuilder();
        Canonical.write(this, json);
        return json.toString();
    }
}
