package io.agencyos.domain.conversion.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bands of employees; one table for detector, priors and reports. Source: conversion intelligence 6.1. */
public enum SizeBand {
    FROM_1("1-5", 5),
    FROM_6("6-15", 15),
    FROM_16("16-30", 30),
    FROM_31("31-50", 50),
    FROM_51("51-100", 100),
    FROM_101("101-250", 250),
    FROM_251("251-500", 500),
    FROM_501("501+", Integer.MAX_VALUE);

    private final String key;
    private final int most;

    SizeBand(String key, int most) {
        this.key = key;
        this.most = most;
    }

    /** The key in patterns. */
    public String key() {
        return key;
    }

    /** Lowest number of employees. */
    public int least() {
        return ordinal() == 0 ? 1 : values()[ordinal() - 1].most + 1;
    }

    /** The band of so many employees; none or fewer is not known. */
    public static Optional<SizeBand> of(@Nullable Integer employees) {
        return employees == null || employees <= 0
                ? Optional.empty()
                : Arrays.stream(values()).filter(band -> employees <= band.most).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(SizeBand::key).toList();
    }
}
