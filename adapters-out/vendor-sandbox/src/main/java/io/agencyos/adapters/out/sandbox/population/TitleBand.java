package io.agencyos.adapters.out.sandbox.population;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a job title says about who decides, from the owner down; read from the title by whole words. */
public enum TitleBand {
    OWNER("owner", Set.of("owner", "founder", "cofounder", "ceo", "md", "proprietor"), "Management"),
    C_SUITE("c_suite", Set.of("chief", "cmo", "cfo", "coo", "cto", "cio", "president", "partner", "chair"), "C-Suite"),
    VP("vp", Set.of("vp", "vice", "evp", "svp"), "Sales"),
    HEAD("director", Set.of("head", "director", "gm"), "Marketing"),
    MANAGER("manager", Set.of("manager", "lead", "supervisor"), "Marketing"),
    SPECIALIST("senior", Set.of(), "Operations"),
    ASSISTANT("entry", Set.of("assistant", "intern", "coordinator", "receptionist", "student"), "Administrative");

    private static final List<TitleBand> BY_STRENGTH = List.of(ASSISTANT, OWNER, VP, C_SUITE, HEAD, MANAGER);

    private final String seniority;
    private final Set<String> words;
    private final String department;

    TitleBand(String seniority, Set<String> words, String department) {
        this.seniority = seniority;
        this.words = words;
        this.department = department;
    }

    /** The seniority that an export writes beside such a title. */
    public String seniority() {
        return seniority;
    }

    /** The department that an export writes beside such a title. */
    public String department() {
        return department;
    }

    /** Reads a title; one without a telling word is a specialist's. */
    public static TitleBand of(String title) {
        String lower = title.toLowerCase(Locale.ROOT)
                .replace("managing director", "md")
                .replace("co-", "co");
        Set<String> tokens = Set.copyOf(List.of(lower.split("[^a-z]+")));
        return BY_STRENGTH.stream()
                .filter(band -> band.words.stream().anyMatch(tokens::contains))
                .findFirst()
                .orElse(SPECIALIST);
    }
}
