package io.agencyos.domain.outreach.calendar;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The principal zone of each state of the United States, by name or two letters. Source: scoring TIME-1. */
final class AmericanStates {

    private static final Map<String, ZoneId> ZONES = index(Map.of(
            "America/New_York",
                    List.of(
                            "CT",
                            "CONNECTICUT",
                            "DC",
                            "DISTRICT OF COLUMBIA",
                            "DE",
                            "DELAWARE",
                            "FL",
                            "FLORIDA",
                            "GA",
                            "GEORGIA",
                            "IN",
                            "INDIANA",
                            "KY",
                            "KENTUCKY",
                            "MA",
                            "MASSACHUSETTS",
                            "MD",
                            "MARYLAND",
                            "ME",
                            "MAINE",
                            "MI",
                            "MICHIGAN",
                            "NC",
                            "NORTH CAROLINA",
                            "NH",
                            "NEW HAMPSHIRE",
                            "NJ",
                            "NEW JERSEY",
                            "NY",
                            "NEW YORK",
                            "OH",
                            "OHIO",
                            "PA",
                            "PENNSYLVANIA",
                            "RI",
                            "RHODE ISLAND",
                            "SC",
                            "SOUTH CAROLINA",
                            "VA",
                            "VIRGINIA",
                            "VT",
                            "VERMONT",
                            "WV",
                            "WEST VIRGINIA"),
            "America/Chicago",
                    List.of(
                            "AL",
                            "ALABAMA",
                            "AR",
                            "ARKANSAS",
                            "IA",
                            "IOWA",
                            "IL",
                            "ILLINOIS",
                            "KS",
                            "KANSAS",
                            "LA",
                            "LOUISIANA",
                            "MN",
                            "MINNESOTA",
                            "MO",
                            "MISSOURI",
                            "MS",
                            "MISSISSIPPI",
                            "ND",
                            "NORTH DAKOTA",
                            "NE",
                            "NEBRASKA",
                            "OK",
                            "OKLAHOMA",
                            "SD",
                            "SOUTH DAKOTA",
                            "TN",
                            "TENNESSEE",
                            "TX",
                            "TEXAS",
                            "WI",
                            "WISCONSIN"),
            "America/Denver",
                    List.of(
                            "CO",
                            "COLORADO",
                            "ID",
                            "IDAHO",
                            "MT",
                            "MONTANA",
                            "NM",
                            "NEW MEXICO",
                            "UT",
                            "UTAH",
                            "WY",
                            "WYOMING"),
            "America/Phoenix", List.of("AZ", "ARIZONA"),
            "America/Los_Angeles", List.of("CA", "CALIFORNIA", "NV", "NEVADA", "OR", "OREGON", "WA", "WASHINGTON"),
            "America/Anchorage", List.of("AK", "ALASKA"),
            "Pacific/Honolulu", List.of("HI", "HAWAII")));

    private AmericanStates() {}

    static Optional<ZoneId> zone(String state) {
        return Optional.ofNullable(ZONES.get(state.strip().toUpperCase(Locale.ROOT)));
    }

    private static Map<String, ZoneId> index(Map<String, List<String>> states) {
        Map<String, ZoneId> byState = new HashMap<>();
        states.forEach((zone, names) -> names.forEach(name -> byState.put(name, ZoneId.of(zone))));
        return Map.copyOf(byState);
    }
}
