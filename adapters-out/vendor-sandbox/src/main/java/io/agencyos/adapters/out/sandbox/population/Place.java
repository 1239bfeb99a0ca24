package io.agencyos.adapters.out.sandbox.population;

import java.time.ZoneId;
import java.util.List;

/** A city with its zone; the area code is that of the Australian numbers kept for fiction, or empty abroad. */
public record Place(String city, String state, String country, ZoneId zone, String areaCode) {

    private static final Place SYDNEY = au("Sydney", "New South Wales", "Australia/Sydney", "02");
    private static final Place MELBOURNE = au("Melbourne", "Victoria", "Australia/Melbourne", "03");
    private static final Place BRISBANE = au("Brisbane", "Queensland", "Australia/Brisbane", "07");

    /** Where the population lives; a city that stands twice is twice as likely. */
    public static final List<Place> ALL = List.of(
            SYDNEY,
            SYDNEY,
            SYDNEY,
            SYDNEY,
            SYDNEY,
            MELBOURNE,
            MELBOURNE,
            MELBOURNE,
            MELBOURNE,
            BRISBANE,
            BRISBANE,
            BRISBANE,
            au("Newcastle", "New South Wales", "Australia/Sydney", "02"),
            au("Geelong", "Victoria", "Australia/Melbourne", "03"),
            au("Perth", "Western Australia", "Australia/Perth", "08"),
            au("Perth", "WA", "Australia/Perth", "08"),
            au("Adelaide", "South Australia", "Australia/Adelaide", "08"),
            au("Hobart", "Tasmania", "Australia/Hobart", "03"),
            au("Canberra", "Australian Capital Territory", "Australia/Sydney", "02"),
            new Place("Auckland", "Auckland", "New Zealand", ZoneId.of("Pacific/Auckland"), ""),
            new Place("London", "England", "United Kingdom", ZoneId.of("Europe/London"), ""),
            new Place("Denver", "Colorado", "United States", ZoneId.of("America/Denver"), ""));

    private static Place au(String city, String state, String zone, String areaCode) {
        return new Place(city, state, "Australia", ZoneId.of(zone), areaCode);
    }
}
