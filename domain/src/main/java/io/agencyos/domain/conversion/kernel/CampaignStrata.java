package io.agencyos.domain.conversion.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Strata that hold the campaign: small ones say nothing alone, so inside each combination of the other strata campaigns
 * with fewer than ten units, and everywhere those beyond the 50 largest, form one. Source: conversion intelligence 5.
 */
public final class CampaignStrata {

    private static final String BETWEEN = "|";
    private static final long LEAST = 10;
    private static final int LARGEST = 50;

    private CampaignStrata() {}

    /** The name of a stratum of this campaign within the others. */
    public static String of(String campaign, String others) {
        return campaign + BETWEEN + others;
    }

    /** The cells with sparse campaigns folded. */
    public static List<Cell> pooled(Collection<Cell> cells) {
        Map<String, Long> ofCampaign = new HashMap<>();
        Map<String, Long> ofStratum = new HashMap<>();
        cells.forEach(cell -> {
            ofCampaign.merge(campaign(cell), cell.n(), Long::sum);
            ofStratum.merge(cell.stratum(), cell.n(), Long::sum);
        });
        Set<String> largest = new HashSet<>(ofCampaign.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LARGEST)
                .map(Map.Entry::getKey)
                .toList());
        List<Cell> pooled = new ArrayList<>(cells.size());
        for (Cell cell : cells) {
            boolean stays = largest.contains(campaign(cell)) && ofStratum.getOrDefault(cell.stratum(), 0L) >= LEAST;
            pooled.add(stays ? cell : new Cell(cell.segment(), of(Pooling.OTHER, others(cell)), cell.n(), cell.k()));
        }
        return pooled;
    }

    private static String campaign(Cell cell) {
        return cell.stratum().substring(0, cell.stratum().indexOf(BETWEEN));
    }

    private static String others(Cell cell) {
        return cell.stratum().substring(cell.stratum().indexOf(BETWEEN) + 1);
    }
}
