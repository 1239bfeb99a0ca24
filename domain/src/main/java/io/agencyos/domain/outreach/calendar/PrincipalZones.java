package io.agencyos.domain.outreach.calendar;

import io.agencyos.domain.shared.contact.Country;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** One zone per country: that of its largest business centre. Source: outreach 5.1, scoring TIME-1. */
final class PrincipalZones {

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("AU", "Australia/Sydney"), Map.entry("NZ", "Pacific/Auckland"),
            Map.entry("US", "America/New_York"), Map.entry("CA", "America/Toronto"),
            Map.entry("GB", "Europe/London"), Map.entry("IE", "Europe/Dublin"),
            Map.entry("DE", "Europe/Berlin"), Map.entry("FR", "Europe/Paris"),
            Map.entry("ES", "Europe/Madrid"), Map.entry("IT", "Europe/Rome"),
            Map.entry("NL", "Europe/Amsterdam"), Map.entry("BE", "Europe/Brussels"),
            Map.entry("CH", "Europe/Zurich"), Map.entry("AT", "Europe/Vienna"),
            Map.entry("SE", "Europe/Stockholm"), Map.entry("NO", "Europe/Oslo"),
            Map.entry("DK", "Europe/Copenhagen"), Map.entry("FI", "Europe/Helsinki"),
            Map.entry("PT", "Europe/Lisbon"), Map.entry("PL", "Europe/Warsaw"),
            Map.entry("SG", "Asia/Singapore"), Map.entry("HK", "Asia/Hong_Kong"),
            Map.entry("JP", "Asia/Tokyo"), Map.entry("KR", "Asia/Seoul"),
            Map.entry("CN", "Asia/Shanghai"), Map.entry("IN", "Asia/Kolkata"),
            Map.entry("MY", "Asia/Kuala_Lumpur"), Map.entry("PH", "Asia/Manila"),
            Map.entry("ID", "Asia/Jakarta"), Map.entry("TH", "Asia/Bangkok"),
            Map.entry("VN", "Asia/Ho_Chi_Minh"), Map.entry("AE", "Asia/Dubai"),
            Map.entry("IL", "Asia/Jerusalem"), Map.entry("ZA", "Africa/Johannesburg"),
            Map.entry("BR", "America/Sao_Paulo"), Map.entry("MX", "America/Mexico_City"),
            Map.entry("FJ", "Pacific/Fiji"), Map.entry("PG", "Pacific/Port_Moresby"));

    private PrincipalZones() {}

    static Optional<ZoneId> of(Country country) {
        return Optional.ofNullable(ZONES.get(country.alpha2())).map(ZoneId::of);
    }
}
