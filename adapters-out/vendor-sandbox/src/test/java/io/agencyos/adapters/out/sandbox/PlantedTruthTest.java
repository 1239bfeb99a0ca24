package io.agencyos.adapters.out.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.agencyos.adapters.out.sandbox.dice.Dice;
import io.agencyos.adapters.out.sandbox.http.Body;
import io.agencyos.adapters.out.sandbox.population.Industry;
import io.agencyos.adapters.out.sandbox.population.Person;
import io.agencyos.adapters.out.sandbox.population.Population;
import io.agencyos.adapters.out.sandbox.population.SizeBand;
import io.agencyos.adapters.out.sandbox.population.TitleBand;
import io.agencyos.adapters.out.sandbox.population.Traits;
import io.agencyos.adapters.out.sandbox.truth.Channel;
import io.agencyos.adapters.out.sandbox.truth.MessageFeatures;
import io.agencyos.adapters.out.sandbox.truth.PlantedTruth;
import io.agencyos.adapters.out.sandbox.world.Mail;
import io.agencyos.adapters.out.sandbox.world.Reaction;
import io.agencyos.adapters.out.sandbox.world.Reactions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What happens follows what is planted, and what is planted can be read. */
class PlantedTruthTest extends SandboxTest {

    private static final Population PEOPLE = Population.of(11, 20_000);
    private static final Reactions REACTIONS = new Reactions(new Dice(5));

    private record Count(int mails, long replies, double expected, double deviation) {}

    private static Count count(Predicate<Person> who) {
        int mails = 0;
        long replies = 0;
        double expected = 0;
        double variance = 0;
        // a machine answers first in these cases, so that no person does
        double awake = (1 - PlantedTruth.SOFT_BOUNCES / 1e6)
                * (1 - PlantedTruth.POLICY_BOUNCES / 1e6)
                * (1 - PlantedTruth.OUT_OF_OFFICE / 1e6)
                * (1 - PlantedTruth.AUTO_REPLIES / 1e6);
        for (Person person : PEOPLE.people()) {
            if (person.email().isEmpty() || person.traits().deadAddress() || !who.test(person)) {
                continue;
            }
            Mail mail = new Mail(
                    "harbour",
                    "Sam",
                    "sam@a.example",
                    person.email(),
                    "A quick idea for you there",
                    "Hi, could this help?");
            List<Reaction> reactions = REACTIONS.to(mail, person.recipient(), START, 1, false);
            MessageFeatures features = MessageFeatures.of(
                    mail.subject(), mail.body(), person.company().name());
            double odds = PlantedTruth.replyOdds(Channel.EMAIL, person.traits(), START, features, 1) / 1e6 * awake;
            mails++;
            expected += odds;
            variance += odds * (1 - odds);
            replies += reactions.stream()
                    .filter(one -> one instanceof Reaction.Replied replied
                            && !replied.intent().fromMachine())
                    .count();
        }
        return new Count(mails, replies, expected, Math.sqrt(variance));
    }

    @Test
    void the_reply_rate_of_everybody_is_the_planted_one() {
        Count all = count(person -> true);
        assertThat(all.mails).isGreaterThan(15_000);
        assertThat((double) all.replies).isBetween(all.expected - 4 * all.deviation, all.expected + 4 * all.deviation);
    }

    @Test
    void owners_answer_more_than_assistants_by_the_planted_odds() {
        Count owners = count(person -> person.traits().title() == TitleBand.OWNER);
        Count assistants = count(person -> person.traits().title() == TitleBand.ASSISTANT);
        assertThat((double) owners.replies)
                .isBetween(owners.expected - 4 * owners.deviation, owners.expected + 4 * owners.deviation);
        assertThat(owners.replies / (double) owners.mails)
                .isGreaterThan(3 * assistants.replies / (double) assistants.mails);
    }

    @Test
    void the_planted_intents_sum_to_a_thousand() {
        assertThat(PlantedTruth.DECIDER_INTENTS.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1_000);
        assertThat(PlantedTruth.OTHER_INTENTS.values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void a_better_message_has_better_odds() {
        Person person = PEOPLE.people().getFirst();
        String company = person.company().name();
        MessageFeatures good =
                MessageFeatures.of("Idea for " + company, "Hi, could " + company + " use more enquiries?", company);
        MessageFeatures bad =
                MessageFeatures.of("Limited offer for all of you who want it now ok", "Act now, it is free!!", company);
        assertThat(PlantedTruth.replyOdds(Channel.EMAIL, person.traits(), START, good, 1))
                .isGreaterThan(PlantedTruth.replyOdds(Channel.EMAIL, person.traits(), START, bad, 1));
    }

    @Test
    void the_truth_is_read_over_http() throws IOException {
        VendorSandbox sandbox = sandbox();
        Wire wire = new Wire(sandbox.baseUrl());
        Body truth = wire.get("/_sandbox/truth").body();
        assertThat(truth.body("effects").body("title").number("owner")).hasValue(160);
        Person person = living(sandbox).getFirst();
        Body one = wire.get("/_sandbox/truth/people/" + person.email().replace("@", "%40"))
                .body();
        assertThat(one.required("company")).isEqualTo(person.company().name());
        assertThat(one.number("replyOddsNow").orElseThrow()).isPositive();
    }

    @Test // issue 5 Proof: what was planted for those who were written to, so that it can be laid beside what was
    // learned
    void what_was_in_store_for_those_who_were_written_to_is_read_over_http() throws IOException {
        VendorSandbox sandbox = sandbox(SandboxSettings.defaults());
        Agency agency = new Agency(sandbox.baseUrl(), "Harbour", "sam@hello-harbour.example", 100);
        String carrier = agency.carrier(1);
        List<Person> written = living(sandbox).subList(0, 20);
        for (Person person : written) {
            Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
        }
        agency.activate(carrier);
        assertThat(contacts(agency)).as("nobody yet").isEmpty();
        sandbox.pump(after(Duration.ofDays(3)));

        List<Body> contacts = contacts(agency);
        assertThat(contacts)
                .extracting(one -> one.required("email"))
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(Person::email).toList());
        Body first = contacts.getFirst();
        Person person = sandbox.population().behind(first.required("email")).orElseThrow();
        assertThat(first.number("meetingOdds"))
                .hasValue(PlantedTruth.meetingOdds(
                        Channel.EMAIL,
                        person.traits(),
                        Instant.parse(first.required("at")),
                        new MessageFeatures(6, 30, false, false, false, 0),
                        1));
        assertThat(agency.wire
                        .get("/_sandbox/truth/contacts?workspace=another")
                        .body()
                        .bodies("data"))
                .isEmpty();
    }

    private static List<Body> contacts(Agency agency) throws IOException {
        return agency.wire
                .get("/_sandbox/truth/contacts?workspace=" + agency.ws.substring(agency.ws.lastIndexOf('/') + 1))
                .body()
                .bodies("data");
    }

    @Test // a decider of a good size: 19 % of replies ask to meet (55 % book), 20 % are interested (25 % book)
    void the_odds_of_a_meeting_are_those_of_its_reply_and_of_what_that_says() {
        Traits owner = new Traits(
                TitleBand.OWNER,
                Industry.CONSULTING,
                SizeBand.MEDIUM,
                Traits.HourPreference.NONE,
                Traits.Sensitivity.MEDIUM,
                ZoneId.of("Australia/Sydney"),
                false);
        MessageFeatures plain = new MessageFeatures(6, 30, false, false, false, 0);
        int replies = PlantedTruth.replyOdds(Channel.EMAIL, owner, START, plain, 1);
        double books = 1.6 * (.19 * .55 + .20 * .25);
        assertThat((double) PlantedTruth.meetingOdds(Channel.EMAIL, owner, START, plain, 1))
                .isCloseTo(replies * books, within(2.0));
        Traits nobody = new Traits(
                TitleBand.OWNER,
                Industry.CONSULTING,
                SizeBand.MEDIUM,
                Traits.HourPreference.NONE,
                Traits.Sensitivity.MEDIUM,
                ZoneId.of("Australia/Sydney"),
                true);
        assertThat(PlantedTruth.meetingOdds(Channel.EMAIL, nobody, START, plain, 1))
                .isZero();
    }

    @Test
    void some_who_like_it_book_a_meeting_and_nobody_else() throws IOException {
        VendorSandbox sandbox = sandbox(SandboxSettings.defaults());
        List<Agency> agencies = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Agency agency = new Agency(sandbox.baseUrl(), "Agency " + i, "sam" + i + "@hello-harbour.example", 100);
            agencies.add(agency);
            String carrier = agency.carrier(1);
            for (Person person : living(sandbox).subList(i * 100, i * 100 + 100)) {
                Agency.done(agency.enrol(carrier, agency.contact(person, 1)));
            }
            agency.activate(carrier);
        }
        sandbox.pump(after(Duration.ofDays(20)));
        List<String> positive = new ArrayList<>();
        for (Agency agency : agencies) {
            agency.wire.get(agency.ws + "/threads?limit=100").body().bodies("data").stream()
                    .filter(thread -> thread.flag("isPositive"))
                    .forEach(thread -> positive.add(thread.required("contactEmail")));
        }
        List<Body> bookings = agencies.getFirst()
                .wire
                .get("/_sandbox/bookings?since=" + START)
                .body()
                .bodies("data");
        assertThat(bookings).isNotEmpty().hasSizeLessThan(positive.size());
        assertThat(positive)
                .containsAll(bookings.stream().map(one -> one.required("email")).toList());
    }
}
