package io.agencyos.adapters.out.sandbox.population;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.population.Traits.HourPreference;
import io.agencyos.adapters.out.sandbox.population.Traits.Sensitivity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a seller of data says of people whom somebody else made up: everybody at a domain that is nobody's is known, by what
 * the asker says and by what follows from the address. How the local part begins decides what is wrong with them. Of an
 * address that could be somebody's nothing is made up.
 */
public final class Strangers {

    /** How a local part may begin, alone or with anything but a letter behind it. */
    private enum Beginning {
        /** Known, and yet the server at its domain refuses every message. */
        BOUNCE("Verified"),
        /** The seller knows nobody there. */
        UNKNOWN(""),
        /** The seller knows that the address is no good. */
        INVALID("Bounced"),
        /** The seller made the address up by the pattern of its domain. */
        GUESSED("Guessed"),
        /** The server at the domain takes everything, so that nobody can tell. */
        CATCHALL("Catch_All"),
        /** None of the words. */
        PLAIN("Verified");

        private final String emailStatus;

        Beginning(String emailStatus) {
            this.emailStatus = emailStatus;
        }
    }

    private static final Pattern RESERVED = Pattern.compile("(?:.+\\.)?(?:example|test)|example\\.(?:com|net|org)");
    private static final Pattern WORDED = Pattern.compile("(bounce|unknown|invalid|guessed|catchall)(?![a-z])(.*)");
    /** Beyond everybody's number who was invented. */
    private static final int FIRST_NUMBER = 1_000_000;

    private static final int MOST_NUMBER = 2_000_000_000;
    private static final List<TitleBand> TITLES =
            List.of(TitleBand.OWNER, TitleBand.C_SUITE, TitleBand.HEAD, TitleBand.MANAGER);
    private static final List<SizeBand> SIZES = List.of(SizeBand.SMALL, SizeBand.MEDIUM);
    /** One place for everybody, so that nobody who tries something waits for the hours or the holidays of another. */
    private static final Place SYDNEY = Place.ALL.getFirst();

    /** What an asker says of a person; empty texts where nothing is known. */
    public record Said(String email, String firstName, String lastName, String company, String linkedInUrl) {}

    private final Dice dice;

    /** @param seed decides what follows from an address */
    public Strangers(long seed) {
        this.dice = new Dice(seed);
    }

    /** Whether every message to this address comes back. */
    static boolean refuses(String address) {
        return isReserved(address) && beginning(address) == Beginning.BOUNCE;
    }

    private static boolean isReserved(String address) {
        return RESERVED.matcher(domain(address)).matches();
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static String local(String address) {
        return address.substring(0, Math.max(0, address.indexOf('@')));
    }

    private static Beginning beginning(String address) {
        Matcher worded = WORDED.matcher(local(address));
        return worded.matches() ? Beginning.valueOf(worded.group(1).toUpperCase(Locale.ROOT)) : Beginning.PLAIN;
    }

    /** The record of whoever has this address; empty where nobody is known or could be. */
    public Optional<Person> person(Said said) {
        String address = Population.canonical(said.email());
        Beginning beginning = beginning(address);
        return address.indexOf('@') < 1 || !isReserved(address) || beginning == Beginning.UNKNOWN
                ? Optional.empty()
                : Optional.of(person(address, said, beginning));
    }

    private Person person(String address, Said said, Beginning beginning) {
        int number = number("person", address);
        List<String> names = names(address);
        String first = said.firstName().isEmpty() ? names.getFirst() : said.firstName();
        String last = said.lastName().isEmpty() ? names.getLast() : said.lastName();
        Company company = company(domain(address), said.company());
        String title = dice.pick(Words.TITLES.get(dice.pick(TITLES, "title", address)), "wording", address);
        String page = said.linkedInUrl().isEmpty()
                ? "http://www.linkedin.com/in/" + slug(first) + "-" + slug(last) + "-example-" + number
                : said.linkedInUrl();
        Traits traits = new Traits(
                TitleBand.of(title),
                company.industry(),
                SizeBand.of(company.employees()),
                dice.pick(List.of(HourPreference.values()), "hours", address),
                dice.pick(List.of(Sensitivity.values()), "sensitivity", address),
                company.place().zone(),
                beginning == Beginning.BOUNCE);
        return new Person(number, first, last, title, address, beginning.emailStatus, "", "", page, company, traits);
    }

    /** The employer behind a domain; empty where it could be somebody's. */
    public Optional<Company> company(String domain) {
        String plain = domain.toLowerCase(Locale.ROOT);
        return RESERVED.matcher(plain).matches() ? Optional.of(company(plain, "")) : Optional.empty();
    }

    private Company company(String domain, String said) {
        String name = said.isEmpty() ? capital(domain.replaceFirst("\\..*$", "")) : said;
        int employees = employees(domain);
        return new Company(
                number("company", domain),
                name,
                domain,
                Industry.hintedBy(name).orElseGet(() -> dice.pick(List.of(Industry.values()), "industry", domain)),
                employees,
                SYDNEY,
                "",
                dice.pick(Words.TECHNOLOGIES, "technologies", domain),
                employees * (long) dice.between(90_000, 260_000, "revenue", domain),
                "",
                0,
                "");
    }

    private int employees(String domain) {
        SizeBand size = dice.pick(SIZES, "size", domain);
        return dice.between(size.least(), size.most(), "employees", domain);
    }

    private int number(String of, String key) {
        return dice.between(FIRST_NUMBER, MOST_NUMBER, of, key);
    }

    /** First and last name as the local part has them, its word and its digits left out; what it lacks is drawn. */
    private List<String> names(String address) {
        Matcher worded = WORDED.matcher(local(address));
        String local = worded.matches() ? worded.group(2) : local(address);
        List<String> parts = Arrays.stream(local.split("[^a-z]+"))
                .filter(part -> !part.isEmpty())
                .map(Strangers::capital)
                .toList();
        String first = parts.isEmpty() ? dice.pick(Words.FIRST_NAMES, "first", address) : parts.getFirst();
        String last = parts.size() < 2 ? dice.pick(Words.LAST_NAMES, "last", address) : parts.getLast();
        return List.of(first, last);
    }

    private static String capital(String word) {
        return Arrays.stream(word.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining(" "));
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
