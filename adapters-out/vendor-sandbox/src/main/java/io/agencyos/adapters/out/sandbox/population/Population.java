package io.agencyos.adapters.out.sandbox.population;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.population.Traits.HourPreference;
import io.agencyos.adapters.out.sandbox.population.Traits.Sensitivity;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody whom mail can reach: the invented people, and anyone else by traits derived from what is known of them. */
public final class Population {

    /** Seed of the shipped lead file: a sandbox with it knows every person in that file. */
    public static final long SHIPPED_SEED = 2026;

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Australia/Sydney");

    private final long seed;
    private final List<Person> people;
    private final Map<String, Person> byAddress = new HashMap<>();
    private final Map<String, Person> byNumber = new HashMap<>();
    private final Map<String, Person> byPage = new HashMap<>();

    private final boolean knowsStrangers;

    private Population(long seed, List<Person> people, boolean knowsStrangers) {
        this.seed = seed;
        this.knowsStrangers = knowsStrangers;
        this.people = List.copyOf(people);
        people.forEach(person -> {
            byAddress.put(person.recipient().address(), person);
            Stream.of(person.mobile(), person.directPhone())
                    .filter(number -> !number.isEmpty())
                    .forEach(number -> byNumber.putIfAbsent(Telephones.dialled(number), person));
            byPage.putIfAbsent(person.linkedInUrl().replaceFirst("^.*/in/", ""), person);
        });
    }

    /** The same people, each with a mobile of their own as long as there are numbers that ring nowhere. */
    public Population withMobiles() {
        return new Population(
                seed,
                IntStream.range(0, people.size())
                        .mapToObj(n -> people.get(n).withMobile(Telephones.mobile(n)))
                        .toList(),
                knowsStrangers);
    }

    /**
     * The same people, and everybody else whom somebody makes up at a domain that is nobody's: whoever sells data knows them,
     * and how their address begins decides whether they can be reached.
     */
    public Population withStrangers() {
        return new Population(seed, people, true);
    }

    /** The records of those who are not among the people here, where there are any. */
    public Optional<Strangers> strangers() {
        return knowsStrangers ? Optional.of(new Strangers(seed)) : Optional.empty();
    }

    /** Invents the given number of people; the first n of a larger population are those of a smaller one. */
    public static Population of(long seed, int count) {
        return new Population(seed, new PopulationGenerator(seed).people(count), false);
    }

    /** The seed that this population was invented from. */
    public long seed() {
        return seed;
    }

    /** Everybody, in the order of invention. */
    public List<Person> people() {
        return people;
    }

    /** The invented person behind an address, case and plus tag ignored; who has none is known by the recipient's. */
    public Optional<Person> behind(String address) {
        return Optional.ofNullable(byAddress.get(canonical(address)));
    }

    /** Who reads this address: the invented person, or somebody whose traits follow from the given facts and the address. */
    public Recipient reader(String address, String firstName, String lastName, String company, String position) {
        return behind(address)
                .map(Person::recipient)
                .orElseGet(() -> stranger(canonical(address), firstName, lastName, company, position));
    }

    /** The mobile of an invented person, as it is dialled from abroad. */
    public Optional<String> mobileOf(Recipient who) {
        return behind(who.address())
                .map(Person::mobile)
                .filter(mobile -> !mobile.isEmpty())
                .map(mobile -> "+" + Telephones.dialled(mobile));
    }

    /** Who answers this telephone: the invented person with the number, or somebody whose traits follow from it. */
    public Recipient answering(String number) {
        return Optional.ofNullable(byNumber.get(Telephones.dialled(number)))
                .map(person -> person.recipient(isDead(number)))
                .orElseGet(() -> stranger(number, "", "", "", ""));
    }

    /** Whose page this is: the invented person's, or that of somebody whose traits follow from it. */
    public Recipient onLinkedIn(String slug) {
        return Optional.ofNullable(byPage.get(slug))
                .map(Person::recipient)
                .orElseGet(() -> stranger("in/" + slug, "", "", "", ""));
    }

    /** Whom a letter is addressed to: the invented person of that name and company, or a stranger at that address. */
    public Recipient livingAs(String name, String company, String address) {
        return people.stream()
                .filter(person -> name.equals(person.firstName() + " " + person.lastName())
                        && company.equals(person.company().name()))
                .findFirst()
                .map(Person::recipient)
                .orElseGet(() -> stranger(address, name, "", company, ""));
    }

    /** Lower case, without a plus tag: the one mailbox that several spellings reach. */
    public static String canonical(String address) {
        return address.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
    }

    private Recipient stranger(String address, String firstName, String lastName, String company, String position) {
        Dice dice = new Dice(seed);
        String domain = address.substring(address.indexOf('@') + 1);
        Traits traits = new Traits(
                position.isBlank() ? dice.pick(List.of(TitleBand.values()), "title", address) : TitleBand.of(position),
                Industry.hintedBy(company).orElseGet(() -> dice.pick(List.of(Industry.values()), "industry", domain)),
                dice.pick(List.of(SizeBand.values()), "size", domain),
                dice.pick(List.of(HourPreference.values()), "hours", address),
                dice.pick(List.of(Sensitivity.values()), "sensitivity", address),
                DEFAULT_ZONE,
                isDead(address));
        return new Recipient(address, firstName, lastName, company, traits);
    }

    /** Whether a stranger's address was made up to refuse every message. */
    public boolean isToldToBounce(String address) {
        return knowsStrangers && Strangers.refuses(canonical(address));
    }

    /** Whether nobody is reached there, whoever's it is: somebody's telephone may ring although their e-mail bounces. */
    private boolean isDead(String place) {
        return knowsStrangers && place.indexOf('@') > 0
                ? Strangers.refuses(place)
                : new Dice(seed).hits(DeadAddresses.UNKNOWN, "dead", place);
    }
}
