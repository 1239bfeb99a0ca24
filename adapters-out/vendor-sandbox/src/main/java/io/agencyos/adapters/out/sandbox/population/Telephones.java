package io.agencyos.adapters.out.sandbox.population;

import java.util.List;

/** Numbers that ring nowhere: those that the Australian regulator keeps for fiction, and how a number is compared. */
final class Telephones {

    /** All mobiles that are kept for fiction. */
    static final List<String> MOBILES = List.of(
            "0491 570 006",
            "0491 570 156",
            "0491 570 157",
            "0491 570 158",
            "0491 570 159",
            "0491 570 110",
            "0491 570 313",
            "0491 570 737",
            "0491 570 266",
            "0491 571 266",
            "0491 571 491",
            "0491 571 804",
            "0491 572 549",
            "0491 572 665",
            "0491 572 983",
            "0491 573 770",
            "0491 573 087",
            "0491 574 118",
            "0491 574 632",
            "0491 575 254",
            "0491 575 789",
            "0491 576 398",
            "0491 576 801",
            "0491 577 426",
            "0491 577 644",
            "0491 578 957",
            "0491 578 148",
            "0491 578 888",
            "0491 579 212",
            "0491 579 760",
            "0491 579 455");

    /** The one from which the sandbox's own texts come. */
    private static final String TAKEN = "0491 570 110";

    private Telephones() {}

    /** The n-th mobile that nobody else needs, from 0; empty when there are no more. */
    static String mobile(int n) {
        List<String> free = MOBILES.stream().filter(one -> !one.equals(TAKEN)).toList();
        return n < free.size() ? free.get(n) : "";
    }

    /** One spelling for all: digits with the country's own in front, as exports write a number in many ways. */
    static String dialled(String written) {
        String digits = written.replaceAll("\\D", "");
        return digits.startsWith("0") ? "61" + digits.substring(1) : digits;
    }
}
