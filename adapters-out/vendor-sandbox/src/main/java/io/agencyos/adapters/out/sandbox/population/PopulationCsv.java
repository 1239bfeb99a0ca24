package io.agencyos.adapters.out.sandbox.population;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the population as an Apollo-style lead export, with the dirt that such files really have. */
public final class PopulationCsv {

    private static final List<String> COLUMNS = List.of(
            "First Name",
            "Last Name",
            "Title",
            "Company",
            "Company Name for Emails",
            "Email",
            "Email Status",
            "Primary Email Source",
            "Email Confidence",
            "Primary Email Catch-all Status",
            "Primary Email Last Verified At",
            "Seniority",
            "Departments",
            "Contact Owner",
            "Work Direct Phone",
            "Home Phone",
            "Mobile Phone",
            "Corporate Phone",
            "Other Phone",
            "Stage",
            "Lists",
            "Last Contacted",
            "Account Owner",
            "# Employees",
            "Industry",
            "Keywords",
            "Person Linkedin Url",
            "Website",
            "Company Linkedin Url",
            "Facebook Url",
            "Twitter Url",
            "City",
            "State",
            "Country",
            "Company Address",
            "Company City",
            "Company State",
            "Company Country",
            "Company Phone",
            "Technologies",
            "Annual Revenue",
            "Total Funding",
            "Latest Funding",
            "Latest Funding Amount",
            "Last Raised At",
            "Subsidiary of",
            "Email Sent",
            "Email Open",
            "Email Bounced",
            "Replied",
            "Demoed",
            "Number of Retail Locations",
            "Apollo Contact Id",
            "Apollo Account Id",
            "Secondary Email",
            "Tertiary Email");

    private final Dice dice;
    private final Population population;

    private PopulationCsv(Population population) {
        this.population = population;
        this.dice = new Dice(population.seed());
    }

    /** Command line: file, number of rows, seed (the shipped one by default). */
    public static void main(String[] arguments) {
        int rows = Integer.parseInt(arguments[1]);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : Population.SHIPPED_SEED;
        try {
            Files.writeString(Path.of(arguments[0]), of(Population.of(seed, rows)), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The export of the whole population: one header and one row per person, about 4 % of them damaged. */
    public static String of(Population population) {
        PopulationCsv csv = new PopulationCsv(population);
        return population.people().stream()
                .map(csv::row)
                .map(PopulationCsv::line)
                .collect(Collectors.joining("", line(COLUMNS), ""));
    }

    /** About one row in fifty repeats an earlier person in another spelling, one in two hundred is unusable. */
    private List<String> row(Person person) {
        int number = person.number();
        int roll = dice.perMillion("dirt", number);
        if (number > 50 && roll < 22_000) {
            Person earlier = population.people().get(dice.between(0, number - 1, "twin", number));
            return fields(retyped(earlier), earlier.email().toUpperCase(Locale.ROOT));
        }
        if (roll < 25_000) {
            return fields(person, "not-an-email");
        }
        if (roll < 27_000) {
            return fields(person, person.email().replace("@", "@@"));
        }
        if (number > 50 && roll < 28_000) {
            return COLUMNS.stream()
                    .map(column -> column.equals("Company") ? person.company().name() : "")
                    .toList();
        }
        return fields(roll < 45_000 ? retyped(person) : person, roll < 35_000 ? " " + person.email() : person.email());
    }

    private static Person retyped(Person person) {
        return new Person(
                person.number(),
                person.firstName().toUpperCase(Locale.ROOT),
                person.lastName() + " ",
                person.title(),
                person.email(),
                person.emailStatus(),
                person.directPhone(),
                person.mobile(),
                person.linkedInUrl(),
                person.company(),
                person.traits());
    }

    private List<String> fields(Person person, String email) {
        Company company = person.company();
        Place place = company.place();
        String website = "http://www." + company.domain();
        String employees = dice.hits(40_000, "no-size", company.number()) ? "" : String.valueOf(company.employees());
        boolean addressed = !email.isEmpty();
        return List.of(
                person.firstName(),
                person.lastName(),
                person.title(),
                company.name(),
                shortName(company),
                email,
                person.emailStatus(),
                addressed ? "Apollo" : "",
                addressed ? confidence(person) : "",
                addressed ? "Not Catch-all" : "",
                addressed ? "2026-01-15T00:00:00+00:00" : "",
                seniority(person),
                person.traits().title().department(),
                "demo@agency.example",
                person.directPhone(),
                "",
                person.mobile(),
                company.phone(),
                "",
                "Cold",
                "Spring prospects",
                "",
                "demo@agency.example",
                employees,
                company.industry().label(),
                company.industry().keywords(),
                person.linkedInUrl(),
                website,
                "http://www.linkedin.com/company/" + company.domain().replace('.', '-'),
                "",
                "",
                place.city(),
                place.state(),
                place.country(),
                address(company),
                place.city(),
                place.state(),
                place.country(),
                company.phone(),
                company.technologies(),
                String.valueOf(company.annualRevenue()),
                money(company.latestFundingAmount()),
                company.latestFunding(),
                money(company.latestFundingAmount()),
                company.lastRaisedAt(),
                "",
                "False",
                "False",
                "False",
                "False",
                "False",
                "",
                apolloId("contact", person.number()),
                apolloId("account", company.number()),
                "",
                "");
    }

    private static String shortName(Company company) {
        String suffix = " " + company.industry().companySuffix();
        return company.name().endsWith(suffix)
                ? company.name().substring(0, company.name().length() - suffix.length())
                : company.name();
    }

    private static String seniority(Person person) {
        String wire = person.traits().title().seniority();
        return wire.equals("c_suite") ? "C suite" : wire.substring(0, 1).toUpperCase(Locale.ROOT) + wire.substring(1);
    }

    private String confidence(Person person) {
        return person.emailStatus().equals("Verified")
                ? ""
                : "0." + dice.between(55, 92, "confidence", person.number());
    }

    private String address(Company company) {
        return dice.between(1, 480, "street", company.number()) + " Sandbox Street, "
                + company.place().city() + ", " + company.place().state() + ", "
                + company.place().country();
    }

    private static String money(long amount) {
        return amount == 0 ? "" : String.valueOf(amount);
    }

    private String apolloId(String kind, int number) {
        return String.format(Locale.ROOT, "%016x%08x", dice.hash("apollo", kind, number), number);
    }

    private static String line(List<String> fields) {
        return fields.stream().map(PopulationCsv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
