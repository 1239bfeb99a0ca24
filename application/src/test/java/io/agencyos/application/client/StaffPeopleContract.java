package io.agencyos.application.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.client.identity.IdentityContract;
import io.agencyos.application.client.identity.SignIn;
import io.agencyos.application.client.identity.session.Tokens;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.client.identity.store.AccountMails;
import io.agencyos.application.client.staff.HoldSupportSession;
import io.agencyos.application.client.staff.HoldSupportSession.Wish;
import io.agencyos.application.client.staff.HoldSupportSessionService;
import io.agencyos.application.client.staff.KeepPeople;
import io.agencyos.application.client.staff.KeepPeople.Outcome;
import io.agencyos.application.client.staff.KeepPeople.Standing;
import io.agencyos.application.client.staff.KeepPeopleService;
import io.agencyos.application.client.staff.KeepPlatformRules;
import io.agencyos.application.client.staff.PeopleBook;
import io.agencyos.application.client.staff.Person;
import io.agencyos.application.client.staff.PlatformRulebook;
import io.agencyos.application.client.staff.PlatformRules;
import io.agencyos.application.client.staff.StaffTrail;
import io.agencyos.application.client.staff.SupportSessions;
import io.agencyos.application.platform.AlertRecipients;
import io.agencyos.application.shared.KeptFreeMail;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.ClientAccess;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.SupportSession;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Actor;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.platform.AuditRetention;
import io.agencyos.domain.platform.webhook.WebhookUrl;
import io.agencyos.domain.scoring.tier.CostFloors;
import io.agencyos.domain.shared.Money;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.SupportSessionId;
import io.agencyos.domain.shared.id.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Staff looks after people, on every set of stores. Source: api 3, 9.17. */
public abstract class StaffPeopleContract extends IdentityContract {

    protected abstract PeopleBook book();

    /** The same ones at each call of a test. */
    protected abstract SupportSessions supportSessions();

    protected abstract PlatformRulebook rulebook();

    private HoldSupportSession support() {
        return new HoldSupportSessionService(
                new HoldSupportSessionService.Ports(
                        supportSessions(),
                        clients(),
                        users(),
                        stores().accounts().mails(),
                        audit()),
                units(),
                now::get,
                UUID::randomUUID);
    }

    private KeepPeople keep() {
        return new KeepPeopleService(
                book(), users(), sessions(), new StaffTrail(audit(), now::get, UUID::randomUUID), units(), now::get);
    }

    private User staff(Client client, String name) {
        User user = member(client, name, Role.VIEWER);
        return onPlatform(() -> book().standing(user.standing(true, false, user.version())));
    }

    private Person person(UserId id) {
        return onPlatform(() -> book().find(id)).orElseThrow();
    }

    @Test // api 9.17, web 11: e-mail, name, memberships, last login, second factor, platform admin
    void staff_finds_people_newest_first_by_name_standing_and_client() {
        Client first = client("Northlight");
        Client second = client("Southlight");
        User ann = member(first, "ann", Role.OWNER);
        pass(Duration.ofSeconds(1));
        User ben = member(second, "ben", Role.VIEWER);
        pass(Duration.ofSeconds(1));
        User kim = staff(second, "kim");
        signedIn(ann);

        PeopleBook.Filter both = filter(null, null, List.of(first, second), null);
        assertThat(ids(both, null, 9)).containsExactly(kim.id(), ben.id(), ann.id());
        assertThat(ids(both, null, 1)).containsExactly(kim.id());
        assertThat(ids(both, new PeopleBook.After(kim.createdAt(), kim.id()), 9))
                .containsExactly(ben.id(), ann.id());
        assertThat(ids(filter(true, null, List.of(first, second), null), null, 9))
                .containsExactly(kim.id());
        assertThat(ids(filter(null, null, List.of(first), null), null, 9)).containsExactly(ann.id());
        assertThat(ids(filter(null, null, List.of(), ben.email().value().toUpperCase(Locale.ROOT)), null, 9))
                .containsExactly(ben.id());
        Person seen = person(ann.id());
        assertThat(seen.lastSignIn()).isEqualTo(now.get());
        assertThat(seen.secondFactor()).isFalse();
        assertThat(seen.memberships())
                .extracting(ClientAccess::clientId, ClientAccess::role)
                .containsExactly(tuple(first.id(), Role.OWNER));
    }

    private static PeopleBook.Filter filter(
            @Nullable Boolean staff, @Nullable Boolean suspended, List<Client> clients, @Nullable String q) {
        return new PeopleBook.Filter(
                staff, suspended, clients.stream().map(Client::id).toList(), q);
    }

    private List<UserId> ids(PeopleBook.Filter filter, PeopleBook.@Nullable After after, int limit) {
        return keep().list(filter, after, limit).stream()
                .map(person -> person.user().id())
                .toList();
    }

    @Test // api 9.17, web 11: suspend, end sessions; api 2: the user row must not be suspended
    void somebody_who_is_suspended_is_signed_out_at_once_and_let_in_again_afterwards() {
        Client client = client("Northlight");
        User kim = staff(client, "kim");
        User ann = member(client, "ann", Role.MEMBER);
        Tokens tokens = signedIn(ann);
        int version = person(ann.id()).user().version();

        Outcome outcome = keep().change(kim.id(), ann.id(), version, new Standing(null, true), Origin.NONE);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Kept.class,
                        kept -> assertThat(kept.person().user().suspended()).isTrue());
        assertThat(identity().authenticateRequest().authenticate(tokens.accessToken()))
                .isEmpty();
        assertThat(signIn(ann, PASSWORD)).isEqualTo(new SignIn.Outcome.BadCredentials());
        assertThat(audited(ann)).first().isNotNull();
        assertThat(audited(ann)).contains(AuditAction.UPDATE);
        assertThat(keep().change(kim.id(), ann.id(), version, new Standing(null, false), Origin.NONE))
                .isEqualTo(new Outcome.Stale(version + 1));
        keep().change(kim.id(), ann.id(), version + 1, new Standing(null, false), Origin.NONE);
        Tokens again = signedIn(ann);
        assertThat(identity().authenticateRequest().authenticate(again.accessToken()))
                .isPresent();

        assertThat(keep().endSessions(kim.id(), ann.id(), Origin.NONE)).isEqualTo(new Outcome.Ended(1));
        assertThat(identity().authenticateRequest().authenticate(again.accessToken()))
                .isEmpty();
        assertThat(keep().endSessions(kim.id(), new UserId(UUID.randomUUID()), Origin.NONE))
                .isEqualTo(new Outcome.NotFound());
    }

    @Test // api 3, 9.17: never on oneself; only a platform admin writes the flag
    void nobody_does_it_to_himself_and_nobody_who_is_not_staff() {
        Client client = client("Northlight");
        User kim = staff(client, "kim");
        User ann = member(client, "ann", Role.OWNER);

        assertThat(keep().change(kim.id(), kim.id(), kim.version(), new Standing(false, null), Origin.NONE))
                .isEqualTo(new Outcome.Oneself());
        assertThat(keep().endSessions(kim.id(), kim.id(), Origin.NONE)).isEqualTo(new Outcome.Oneself());
        assertThat(keep().change(ann.id(), kim.id(), kim.version(), new Standing(false, null), Origin.NONE))
                .isEqualTo(new Outcome.NotStaff());
        assertThat(person(kim.id()).user().platformAdmin()).isTrue();
    }

    @Test // api 9.17: the last platform admin cannot be removed
    void of_two_who_dismiss_each_other_at_once_one_stays() throws Exception {
        Client client = client("Northlight");
        User kim = staff(client, "kim");
        User lee = staff(client, "lee");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Outcome> one =
                    () -> keep().change(kim.id(), lee.id(), lee.version(), new Standing(false, null), Origin.NONE);
            Callable<Outcome> other =
                    () -> keep().change(lee.id(), kim.id(), kim.version(), new Standing(false, null), Origin.NONE);
            List<Future<Outcome>> outcomes = threads.invokeAll(List.of(one, other));

            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get()))
                    .hasAtLeastOneElementOfType(Outcome.Kept.class)
                    .contains(new Outcome.NotStaff());
        }
        assertThat(List.of(person(kim.id()), person(lee.id())))
                .filteredOn(one -> one.user().platformAdmin())
                .hasSize(1);
    }

    @Test // api 3: reason, mode, at most 60 minutes; owners are mailed; every request is audited with both identities
    void staff_enters_a_client_announced_for_a_time_and_in_the_log() {
        Client client = client("Northlight");
        User owner = member(client, "ann", Role.OWNER);
        member(client, "ben", Role.ADMIN);
        User kim = staff(client("Southlight"), "kim");
        Wish wish = new Wish(SupportSession.Mode.READ_ONLY, "Nothing is sent since Monday", 30);
        assertThat(support().enter(kim.id(), client.id(), "GET /x", Origin.NONE))
                .isEmpty();

        SupportSession session = held(support().open(kim.id(), client.id(), wish, Origin.NONE));

        assertThat(session.expiresAt()).isEqualTo(now.get().plus(Duration.ofMinutes(30)));
        assertThat(letters())
                .filteredOn(mail -> mail.subject().equals("Support entered " + client.name()))
                .extracting(AccountMail::to)
                .containsExactly(owner.email());
        assertThat(support().open(kim.id(), client.id(), wish, Origin.NONE))
                .isEqualTo(new HoldSupportSession.Outcome.Running(session));
        assertThat(support().enter(kim.id(), client.id(), "GET /leads", Origin.NONE))
                .contains(TenantScope.ofSupport(client.id(), kim.id(), Role.VIEWER, session.id()));
        assertThat(support().enter(owner.id(), client.id(), "GET /leads", Origin.NONE))
                .isEmpty();
        assertThat(onPlatform(() -> audit().newest(client.id(), 9)))
                .filteredOn(entry -> entry.action() == AuditAction.SUPPORT_SESSION_REQUEST)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor())
                            .isEqualTo(
                                    Actor.support(kim.id().value(), client.id().value()));
                    assertThat(entry.metadata())
                            .containsEntry("request", "GET /leads")
                            .containsEntry("support_session_id", session.id().text());
                });

        pass(Duration.ofMinutes(30));
        assertThat(support().enter(kim.id(), client.id(), "GET /leads", Origin.NONE))
                .isEmpty();
        SupportSession second = held(support()
                .open(kim.id(), client.id(), new Wish(SupportSession.Mode.ACT, wish.reason(), 60), Origin.NONE));
        assertThat(support()
                        .enter(kim.id(), client.id(), "GET /x", Origin.NONE)
                        .orElseThrow()
                        .role())
                .isEqualTo(Role.ADMIN);
        pass(Duration.ofMinutes(1));
        SupportSession ended = held(support().end(owner.id(), second.id(), Origin.NONE));
        assertThat(ended.endedAt()).isEqualTo(now.get());
        assertThat(held(support().end(kim.id(), second.id(), Origin.NONE))).isEqualTo(ended);
        assertThat(support().enter(kim.id(), client.id(), "GET /x", Origin.NONE))
                .isEmpty();

        List<SupportSession> all = support().list(List.of(client.id()), null, 9);
        assertThat(all).extracting(SupportSession::id).containsExactly(second.id(), session.id());
        assertThat(all.getLast().endedAt()).as("it ran out").isEqualTo(session.expiresAt());
        assertThat(support().list(List.of(client.id()), new SupportSessions.After(second.startedAt(), second.id()), 9))
                .extracting(SupportSession::id)
                .containsExactly(session.id());
    }

    @Test // api 3: reason 10–500, minutes ≤ 60; api 4.1: the twin belongs to the live client
    void nobody_enters_without_a_reason_for_too_long_or_where_nothing_is() {
        Client client = client("Northlight");
        User kim = staff(client, "kim");
        SupportSession.Mode mode = SupportSession.Mode.ACT;

        assertThat(support().open(kim.id(), client.id(), new Wish(mode, "  because   ", 61), Origin.NONE))
                .isEqualTo(new HoldSupportSession.Outcome.Invalid(true, true));
        Client twin = onPlatform(() -> clients().twin(client.id())).orElseThrow();
        assertThat(support().open(kim.id(), twin.id(), new Wish(mode, "a good reason", 60), Origin.NONE))
                .isEqualTo(new HoldSupportSession.Outcome.NotFound());
        assertThat(support().end(kim.id(), new SupportSessionId(UUID.randomUUID()), Origin.NONE))
                .isEqualTo(new HoldSupportSession.Outcome.NotFound());
    }

    private static SupportSession held(HoldSupportSession.Outcome outcome) {
        if (outcome instanceof HoldSupportSession.Outcome.Held(SupportSession session)) {
            return session;
        }
        throw new AssertionError(outcome);
    }

    private List<AccountMail> letters() {
        return onPlatform(() -> stores().accounts().mails().take(now.get(), now.get(), 1_000)).stream()
                .map(AccountMails.Due::mail)
                .toList();
    }

    @Test // api 9.17 settings; scoring TIER-2: settable for the platform; content 1: free-mail domains, extensible by
    // admin
    void what_staff_sets_for_the_platform_holds_for_every_client() {
        User kim = staff(client("Northlight"), "kim");
        KeptFreeMail freeMail = new KeptFreeMail();
        StaffTrail trail = new StaffTrail(audit(), now::get, UUID::randomUUID);
        KeepPlatformRules keep = new KeepPlatformRules(rulebook(), trail, units(), now::get, freeMail);
        KeptFreeMail elsewhere = new KeptFreeMail();
        DomainName added = new DomainName("letterbox.example");
        PlatformRules before = keep.show();
        assertThat(keep.maintenance()).isEmpty();
        assertThat(before.audit()).as("api 6: 365 days default").isEqualTo(AuditRetention.USUAL);
        PlatformRules wanted = new PlatformRules(
                Money.dollars(750),
                new CostFloors(70, 90, 95),
                new PlatformRules.Maintenance(true, "Back at ten."),
                List.of(added),
                new AuditRetention(400),
                new AlertRecipients(
                        new EmailAddress("oncall@agency.example"),
                        WebhookUrl.parse("https://chat.agency.example/services/T0/B0/secret")
                                .orElseThrow()),
                before.version());
        try {
            PlatformRules kept = kept(keep.change(kim.id(), wanted, Origin.NONE));

            assertThat(kept.version()).isGreaterThan(before.version());
            assertThat(keep.show()).isEqualTo(kept);
            assertThat(kept.aiPerDay()).isEqualTo(Money.dollars(750));
            assertThat(kept.audit().days()).isEqualTo(400);
            assertThat(keep.show().alerts()).isEqualTo(wanted.alerts());
            assertThat(keep.maintenance()).contains("Back at ten.");
            assertThat(onPlatform(() -> clients().costFloors())).isEqualTo(new CostFloors(70, 90, 95));
            assertThat(freeMail.contains(new DomainName("mail.letterbox.example")))
                    .isTrue();
            assertThat(freeMail.contains(new DomainName("gmail.com"))).isTrue();
            new KeepPlatformRules(rulebook(), trail, units(), now::get, elsewhere).lookAgain();
            assertThat(elsewhere.contains(added)).isTrue();
            assertThat(keep.change(kim.id(), wanted, Origin.NONE))
                    .isEqualTo(new KeepPlatformRules.Outcome.Stale(kept.version()));
            assertThat(keep.change(
                            kim.id(),
                            new PlatformRules(
                                    Money.dollars(199),
                                    kept.floors(),
                                    kept.maintenance(),
                                    kept.freeMail(),
                                    kept.audit(),
                                    kept.alerts(),
                                    kept.version()),
                            Origin.NONE))
                    .isInstanceOf(KeepPlatformRules.Outcome.Invalid.class);
        } finally {
            keep.change(
                    kim.id(),
                    new PlatformRules(
                            before.aiPerDay(),
                            before.floors(),
                            before.maintenance(),
                            before.freeMail(),
                            before.audit(),
                            before.alerts(),
                            keep.show().version()),
                    Origin.NONE);
        }
        assertThat(keep.maintenance()).isEmpty();
        assertThat(keep.show().alerts()).isEqualTo(AlertRecipients.NONE);
        assertThat(freeMail.contains(added)).isFalse();
    }

    private static PlatformRules kept(KeepPlatformRules.Outcome outcome) {
        if (outcome instanceof KeepPlatformRules.Outcome.Kept(PlatformRules rules)) {
            return rules;
        }
        throw new AssertionError(outcome);
    }
}
