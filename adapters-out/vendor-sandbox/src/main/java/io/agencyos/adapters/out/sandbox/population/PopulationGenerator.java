package io.agencyos.adapters.out.sandbox.population;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.population.Traits.HourPreference;
import io.agencyos.adapters.out.sandbox.population.Traits.Sensitivity;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Invents people and companies from a seed: reserved domains, numbers kept for fiction, nobody real. */
final class PopulationGenerator {

    private static final List<TitleBand> TITLE_MIX = List.of(
            TitleBand.OWNER,
            TitleBand.OWNER,
            TitleBand.OWNER,
            TitleBand.OWNER,
            TitleBand.C_SUITE,
            TitleBand.C_SUITE,
            TitleBand.C_SUITE,
            TitleBand.VP,
            TitleBand.VP,
            TitleBand.HEAD,
            TitleBand.HEAD,
            TitleBand.HEAD,
            TitleBand.HEAD,
            TitleBand.MANAGER,
            TitleBand.MANAGER,
            TitleBand.MANAGER,
            TitleBand.MANAGER,
            TitleBand.SPECIALIST,
            TitleBand.SPECIALIST,
            TitleBand.ASSISTANT);
    private static final List<SizeBand> SIZE_MIX = List.of(
            SizeBand.SOLO,
            SizeBand.SMALL,
            SizeBand.SMALL,
            SizeBand.SMALL,
            SizeBand.SMALL,
            SizeBand.SMALL,
            SizeBand.MEDIUM,
            SizeBand.MEDIUM,
            SizeBand.LARGE,
            SizeBand.ENTERPRISE);
    /** Prime to the number of word pairs, so that walking by it meets every pair once before any repeats. */
    private static final int STRIDE = 1_009;

    private static final LocalDate LAST_FUNDING_DAY = LocalDate.of(2026, 1, 31);

    /** Those who decide. */
    private static final Set<TitleBand> BUYERS =
            EnumSet.of(TitleBand.OWNER, TitleBand.C_SUITE, TitleBand.VP, TitleBand.HEAD);

    private final Dice dice;
    private final Set<String> addresses = new HashSet<>();
    private int mobiles;

    PopulationGenerator(long seed) {
        this.dice = new Dice(seed);
    }

    List<Person> people(int count) {
        List<Person> people = new ArrayList<>(count);
        for (int number = 0; people.size() < count; number++) {
            Company company = company(number);
            int staff = dice.between(1, 5, "staff", number);
            for (int colleague = 0; colleague < staff && people.size() < count; colleague++) {
                people.add(person(people.size(), company));
            }
        }
        return people;
    }

    private Company company(int number) {
        int pairs = Words.COMPANY_FIRST.size() * Words.COMPANY_SECOND.size();
        int pair = (int) ((number * (long) STRIDE + 17) % pairs);
        int round = number / pairs;
        String stem = Words.COMPANY_FIRST.get(pair / Words.COMPANY_SECOND.size()) + " "
                + Words.COMPANY_SECOND.get(pair % Words.COMPANY_SECOND.size());
        Industry industry = dice.pick(List.of(Industry.values()), "industry", number);
        String slug = stem.replace(" ", "").toLowerCase(Locale.ROOT) + (round == 0 ? "" : round + 1);
        SizeBand size = dice.pick(SIZE_MIX, "size", number);
        int employees = dice.between(size.least(), size.most(), "employees", number);
        Place place = dice.pick(Place.ALL, "place", number);
        boolean funded = dice.hits(180_000, "funded", number);
        return new Company(
                number,
                stem + (round == 0 ? "" : " " + (round + 1)) + " " + industry.companySuffix(),
                slug + (dice.hits(100_000, "tld", number) ? ".test" : ".example"),
                industry,
                employees,
                place,
                phone(place, number % 5_000, number),
                dice.pick(Words.TECHNOLOGIES, "technologies", number),
                employees * (long) dice.between(90_000, 260_000, "revenue", number),
                funded
                        ? dice.pick(
                                List.of("Seed", "Series A", "Series B", "Venture (Round not Specified)"),
                                "round",
                                number)
                        : "",
                funded ? dice.between(3, 200, "amount", number) * 100_000L : 0,
                funded
                        ? LAST_FUNDING_DAY
                                .minusDays(dice.between(0, 1_000, "raised", number))
                                .toString()
                        : "");
    }

    private Person person(int number, Company company) {
        String first = dice.pick(Words.FIRST_NAMES, "first", number);
        String last = dice.pick(Words.LAST_NAMES, "last", number);
        TitleBand band = dice.pick(TITLE_MIX, "title", number);
        String title = dice.pick(Words.TITLES.get(band), "wording", number);
        String status = emailStatus(number);
        String email = status.equals("Unavailable") ? "" : address(first, last, company.domain());
        String linkedIn = dice.hits(120_000, "no-linkedin", number)
                ? ""
                : "http://www.linkedin.com/in/" + slug(first) + "-" + slug(last) + "-example-" + number;
        String direct =
                dice.hits(450_000, "direct", number) ? phone(company.place(), 5_000 + number % 5_000, number) : "";
        String mobile = leavesMobile(number, band, status, company.place()) ? Telephones.mobile(mobiles++) : "";
        Traits traits = new Traits(
                TitleBand.of(title),
                company.industry(),
                SizeBand.of(company.employees()),
                dice.pick(List.of(HourPreference.values()), "hours", number),
                dice.pick(List.of(Sensitivity.values()), "sensitivity", number),
                company.place().zone(),
                dice.hits(DeadAddresses.oddsOf(status), "dead", number));
        return new Person(number, first, last, title, email, status, direct, mobile, linkedIn, company, traits);
    }

    /** Some Australians who decide and are known well leave a mobile, as long as there are numbers that ring nowhere. */
    private static boolean leavesMobile(int number, TitleBand band, String emailStatus, Place place) {
        return number % 4 == 0
                && BUYERS.contains(band)
                && emailStatus.equals("Verified")
                && !place.areaCode().isEmpty();
    }

    private String emailStatus(int number) {
        int roll = dice.perMillion("status", number);
        if (roll < 700_000) {
            return "Verified";
        }
        if (roll < 800_000) {
            return "Guessed";
        }
        if (roll < 880_000) {
            return "Extrapolated";
        }
        return roll < 940_000 ? "User Managed" : "Unavailable";
    }

    private String address(String first, String last, String domain) {
        String stem = slug(first) + "." + slug(last);
        String address = stem + "@" + domain;
        for (int namesake = 2; !addresses.add(address); namesake++) {
            address = stem + namesake + "@" + domain;
        }
        return address;
    }

    /** 02, 03, 07 and 08 5550 xxxx are kept for fiction; written the way exports write them, which is many ways. */
    private String phone(Place place, int line, int number) {
        if (place.areaCode().isEmpty()) {
            return "";
        }
        String local = "5550 " + String.format(Locale.ROOT, "%04d", line);
        String digit = place.areaCode().substring(1);
        return switch (dice.between(0, 4, "phone", number, line)) {
            case 0 -> "(0" + digit + ") " + local;
            case 1 -> "+61 " + digit + " " + local;
            case 2 -> "'+61 " + digit + " " + local;
            case 3 -> "0" + digit + local.replace(" ", "");
            default -> "0" + digit + " " + local;
        };
    }

    private static String slug(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }
}
