package io.agencyos.application.lead.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.lead.store.LeadMarks.Marks;
import io.agencyos.application.lead.store.LeadMarks.Register;
import io.agencyos.application.lead.store.LeadMarks.Suppressed;
import io.agencyos.application.lead.store.Suppressions.Key;
import io.agencyos.application.lead.store.Suppressions.Subject;
import io.agencyos.application.outreach.wash.PhoneWashes;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.lead.CompanyDetails;
import io.agencyos.domain.lead.ContactPoints;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.lead.SuppressionLevel;
import io.agencyos.domain.lead.SuppressionReason;
import io.agencyos.domain.lead.SuppressionSource;
import io.agencyos.domain.outreach.PhoneWash;
import io.agencyos.domain.outreach.Wash;
import io.agencyos.domain.scoring.EmailStatus;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import io.agencyos.domain.shared.contact.PhoneNumber;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.PoolPersonId;
import io.agencyos.domain.shared.id.SuppressionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What lists say of leads, on every set of stores and as a viewer reads it. Source: api 8 Lead, outreach 6.2 and 6.5. */
public abstract class LeadMarksContract {

    private static final Instant T = Leadbook.MONDAY;

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final ClientId other = new ClientId(UUID.randomUUID());
    private final TenantScope viewer = new TenantScope(client, new UserId(UUID.randomUUID()), Role.VIEWER);
    private final int base = Leadbook.freshNumbers();
    private final List<Lead> leads = IntStream.range(0, 12).mapToObj(this::lead).toList();

    protected abstract UnitOfWork units();

    protected abstract Suppressions suppressions();

    protected abstract PhoneWashes washes();

    protected abstract LeadMarks marks();

    @Test // api 8, Lead: suppressed
    void nothing_marks_a_lead_that_no_list_names() {
        add(entry(other, SuppressionKeyType.PERSON, leads.getFirst().id().text(), SuppressionReason.LEGAL, null));

        assertThat(marked(T)).isEmpty();
        assertThat(units().reading(viewer, () -> marks().of(client, List.of(), T)))
                .isEmpty();
    }

    @Test // outreach 6.2: the platform before the client, an entry about an address only last
    void the_entry_that_counts_most_is_told() {
        Lead lead = leads.getFirst();
        String email = email(lead);
        add(entry(client, SuppressionKeyType.EMAIL, email, SuppressionReason.BOUNCED, null));
        assertThat(marked(T)).isEqualTo(Map.of(lead.id(), only(SuppressionReason.BOUNCED, SuppressionLevel.CLIENT)));

        add(entry(
                client,
                SuppressionKeyType.PERSON,
                lead.id().text(),
                SuppressionReason.DO_NOT_CONTACT,
                T.plusSeconds(60)));
        assertThat(marked(T).get(lead.id())).isEqualTo(only(SuppressionReason.DO_NOT_CONTACT, SuppressionLevel.CLIENT));
        assertThat(marked(T.plusSeconds(60)).get(lead.id()))
                .as("expired")
                .isEqualTo(only(SuppressionReason.BOUNCED, SuppressionLevel.CLIENT));

        add(entry(null, SuppressionKeyType.EMAIL, email, SuppressionReason.COMPLAINED, null));
        assertThat(marked(T).get(lead.id())).isEqualTo(only(SuppressionReason.COMPLAINED, SuppressionLevel.PLATFORM));
    }

    @Test // whatever was written and taken away: what is shown is what the check before a touch says
    void what_is_shown_is_what_the_check_says() {
        long seed = client.value().getLeastSignificantBits();
        Random random = new Random(seed);
        List<Key> keys = leads.stream()
                .flatMap(lead -> Subject.of(lead).keys().stream())
                .distinct()
                .toList();
        List<Suppression> own = new ArrayList<>();
        int suppressed = 0;
        for (int round = 0; round < 12; round++) {
            for (int n = 0; n < 3; n++) {
                Key key = keys.get(random.nextInt(keys.size()));
                ClientId whose = random.nextInt(4) == 0 ? null : random.nextInt(3) == 0 ? other : client;
                SuppressionReason reason =
                        SuppressionReason.values()[random.nextInt(SuppressionReason.values().length)];
                Instant until = whose == null || random.nextBoolean() ? null : T.plusSeconds(random.nextInt(1_000));
                add(entry(whose, key.type(), key.value(), reason, until));
            }
            if (round % 3 == 2) {
                own.clear();
                own.addAll(tenant(() -> suppressions().list(client)));
                if (!own.isEmpty()) {
                    tenant(() -> {
                        suppressions().removeAll(client, List.of(own.get(random.nextInt(own.size()))), T);
                        return null;
                    });
                }
            }
            Instant at = T.plusSeconds(random.nextInt(1_000));
            Map<LeadId, Suppressed> expected = checked(at);
            suppressed += expected.size();
            assertThat(suppressedOnly(marked(at)))
                    .as("round %s of seed %s", round, seed)
                    .isEqualTo(expected);
        }
        assertThat(suppressed).as("leads that were suppressed in some round").isPositive();
    }

    @Test // api 8, Lead: dncr; outreach 6.5
    void a_number_shows_what_the_register_said_last() {
        Lead listed = leads.get(1);
        Lead clean = leads.get(2);
        Lead waiting = leads.get(3);
        String id = "marks-" + base;
        Instant washed = T.minusSeconds(7_200);
        Wash sent = new Wash(id, Wash.State.SUBMITTED, 3, T.minusSeconds(9_000), null, 0, 0);
        List<PhoneNumber> numbers = List.of(phone(listed), phone(clean), phone(waiting));
        units().onPlatform(() -> {
            washes().need(numbers, T);
            washes().send(sent, numbers.subList(0, 2));
            Map<PhoneNumber, PhoneWash> known = washes().of(numbers);
            washes().settle(
                            new Wash(id, Wash.State.DONE, 2, sent.sentAt(), washed, 1, 1),
                            List.of(
                                    answered(known.get(phone(listed)), PhoneWash.Answer.LISTED, sent, washed),
                                    answered(known.get(phone(clean)), PhoneWash.Answer.CLEAN, sent, washed)));
            return null;
        });

        assertThat(marked(T))
                .isEqualTo(Map.of(
                        listed.id(), new Marks(null, new Register(washed, true)),
                        clean.id(), new Marks(null, new Register(washed, false))));
    }

    private static PhoneWash answered(@Nullable PhoneWash number, PhoneWash.Answer answer, Wash wash, Instant washed) {
        return Optional.ofNullable(number)
                .orElseThrow()
                .answered(answer, LocalDate.ofInstant(washed, ZoneId.of("Australia/Sydney")), wash.id());
    }

    /** Three of a company, and none of a company that another test names. */
    private Lead lead(int n) {
        String house = "h" + base + "x" + n / 3;
        CompanyDetails known = Leadbook.company();
        ContactPoints contact = new ContactPoints(
                Leadbook.email("p" + n + "@mail." + house + ".example"),
                EmailStatus.VERIFIED,
                new PhoneNumber("+614" + String.format("%08d", base * 100 + n)),
                LinkedInUrl.ofKey("in/" + house + "-" + n).orElseThrow());
        CompanyDetails company = new CompanyDetails(
                "House " + house,
                new DomainName(house + ".example"),
                known.industry(),
                known.employeeCount(),
                known.city(),
                known.state(),
                known.country(),
                known.websiteUrl(),
                known.linkedInKey(),
                known.foundedYear(),
                known.hiring(),
                known.latestFundingDate(),
                known.technologies(),
                known.keywords());
        return Leadbook.lead(client, n, "p" + n)
                .change()
                .poolPersonId(new PoolPersonId(UUID.randomUUID()))
                .contact(contact)
                .company(company)
                .lead();
    }

    private static String email(Lead lead) {
        return Optional.ofNullable(lead.contact().email()).orElseThrow().key().value();
    }

    private static PhoneNumber phone(Lead lead) {
        return Optional.ofNullable(lead.contact().phone()).orElseThrow();
    }

    private Map<LeadId, Marks> marked(Instant at) {
        return units().reading(viewer, () -> marks().of(client, leads, at));
    }

    private Map<LeadId, Suppressed> checked(Instant at) {
        Map<LeadId, Subject> subjects = new HashMap<>();
        leads.forEach(lead -> subjects.put(lead.id(), Subject.of(lead)));
        Map<LeadId, Suppressed> said = new HashMap<>();
        tenant(() -> suppressions().matchAll(client, subjects, at))
                .forEach((lead, entry) -> said.put(lead, new Suppressed(entry.reason(), entry.level())));
        return said;
    }

    private static Map<LeadId, Suppressed> suppressedOnly(Map<LeadId, Marks> marks) {
        Map<LeadId, Suppressed> only = new HashMap<>();
        marks.forEach((lead, mark) -> {
            Suppressed suppressed = mark.suppressed();
            if (suppressed != null) {
                only.put(lead, suppressed);
            }
        });
        return only;
    }

    private void add(Suppression entry) {
        ClientId whose = entry.clientId();
        units().inTenant(TenantScope.worker(whose == null ? client : whose), () -> {
            suppressions().add(List.of(entry));
            return null;
        });
    }

    private <T> T tenant(Supplier<T> work) {
        return units().inTenant(TenantScope.worker(client), work);
    }

    private static Marks only(SuppressionReason reason, SuppressionLevel level) {
        return new Marks(new Suppressed(reason, level), null);
    }

    private static Suppression entry(
            @Nullable ClientId client,
            SuppressionKeyType type,
            String key,
            SuppressionReason reason,
            @Nullable Instant until) {
        SuppressionId id = new SuppressionId(UUID.randomUUID());
        return new Suppression(id, client, type, key, reason, SuppressionSource.MANUAL, id, null, T, until, 0);
    }
}
