package io.agencyos.application.conversion.learning.store;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a pattern's document, as {@code 3.0}. A reader tolerates members it does not know, so a higher version than its
 * own is read; one that lacks what the reader needs is as good as absent. Source: conversion intelligence 13.
 */
public record PatternSchema(int major, int minor) implements Comparable<PatternSchema> {

    /** What documents are written with, and the least that is read. */
    public static final PatternSchema CURRENT = new PatternSchema(3, 0);

    /** Below all others: nothing is known of the document. */
    public static final PatternSchema UNKNOWN = new PatternSchema(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    private static final Comparator<PatternSchema> ORDER =
            Comparator.comparingInt(PatternSchema::major).thenComparingInt(PatternSchema::minor);

    /** As it is stored; what has another form is {@link #UNKNOWN}. */
    public static PatternSchema of(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? new PatternSchema(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)))
                : UNKNOWN;
    }

    public boolean isReadable() {
        return compareTo(CURRENT) >= 0;
    }

    public String text() {
        return major + "." + minor;
    }

    @Override
    public int compareTo(PatternSchema other) {
        return ORDER.compare(this, other);
    }
}
