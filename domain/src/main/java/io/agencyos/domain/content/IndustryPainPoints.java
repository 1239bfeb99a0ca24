package io.agencyos.domain.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What often weighs on an industry. Assumed, so it only ever stands in a hedged sentence. Source: content 1.7. */
final class IndustryPainPoints {

    private static final Map<String, List<String>> BY_INDUSTRY = Map.ofEntries(
            Map.entry("automotive", List.of("keeping the workshop booked", "being found before the dealer")),
            Map.entry("retail", List.of("turning visitors into buyers", "competing with the large chains online")),
            Map.entry("construction", List.of("quoting for jobs that never start", "gaps between projects")),
            Map.entry("manufacturing", List.of("reaching buyers beyond the known ones", "long sales cycles")),
            Map.entry("healthcare", List.of("gaps in the appointment book", "being found by new patients nearby")),
            Map.entry("hospitality", List.of("quiet weekdays", "paying commission on every booking")),
            Map.entry("technology", List.of("explaining a complex product simply", "enough qualified demos")),
            Map.entry("professional_services", List.of("depending on word of mouth", "a pipeline that comes in waves")),
            Map.entry("food_beverage", List.of("repeat orders", "standing out on a full shelf")),
            Map.entry("real_estate", List.of("winning listings before the competition", "keeping up with enquiries")),
            Map.entry("education", List.of("filling places before the term starts", "following up every enquiry")),
            Map.entry("fitness", List.of("members who leave after the first months", "filling off-peak classes")),
            Map.entry(
                    "trades", List.of("answering the phone while on the tools", "work that pays in the quiet months")),
            Map.entry("environmental", List.of("reaching the person who decides", "proving results to clients")),
            Map.entry("recruitment", List.of("finding clients and candidates at once", "standing out among agencies")),
            Map.entry("tourism", List.of("the season's ups and downs", "direct bookings")),
            Map.entry("landscaping", List.of("filling the cooler months", "being asked for more than a price")),
            Map.entry("recreation", List.of("filling weekday places", "turning visitors into regulars")));

    private IndustryPainPoints() {}

    static List<String> of(String industry) {
        String key = industry.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
        return BY_INDUSTRY.getOrDefault(key, List.of());
    }
}
