package io.agencyos.application.conversation.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.agencyos.application.client.identity.IdentityContract;
import io.agencyos.application.client.identity.store.AccountMail;
import io.agencyos.application.conversation.notice.NoticeWishes.Listener;
import io.agencyos.application.platform.EventFeed;
import io.agencyos.application.platform.Events;
import io.agencyos.application.platform.flow.run.Block;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.client.identity.User;
import io.agencyos.domain.conversation.notice.Notice;
import io.agencyos.domain.conversation.notice.NoticePreferences;
import io.agencyos.domain.conversation.notice.NoticePreferences.Choice;
import io.agencyos.domain.conversation.notice.NoticePreferences.QuietHours;
import io.agencyos.domain.conversation.notice.NoticeSeverity;
import io.agencyos.domain.conversation.notice.NoticeTopic;
import io.agencyos.domain.platform.DomainEvent;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.platform.flow.BreakerScope;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.LeadId;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Members are told what happens, as they wish, on every set of stores. Source: api 9.16, data model 5.13. */
public abstract class NoticesContract extends IdentityContract {

    private static final Notices.Filter ALL = new Notices.Filter(false, Set.of());

    private final List<AccountMail> written = new ArrayList<>();
    private final LeadId hot = new LeadId(UUID.randomUUID());

    protected abstract Notices notices();

    protected abstract NoticeWishes wishes();

    protected abstract Events events();

    protected abstract EventFeed feed();

    private KeepNotices keep() {
        return new KeepNotices(notices(), wishes(), units(), now::get);
    }

    private void tell(Client client) {
        new TellNotices(
                        notices(),
                        wishes(),
                        feed(),
                        (of, leads) -> leads.contains(hot) ? Map.of(hot, Tier.HOT) : Map.of(),
                        units(),
                        now::get,
                        UUID::randomUUID)
                .tell(client.id());
    }

    private DomainEvent happens(Client client, EventName name, Map<String, String> payload) {
        DomainEvent event =
                new DomainEvent(UUID.randomUUID(), client.id(), name, UUID.randomUUID(), now.get(), payload);
        units().inTenant(TenantScope.worker(client.id()), () -> events().append(event));
        return event;
    }

    private static TenantScope as(Client client, User user, Role role) {
        return new TenantScope(client.id(), user.id(), role);
    }

    private List<Notice> told(Client client, User user) {
        return keep().list(as(client, user, Role.VIEWER), ALL, null, 50);
    }

    private static NoticePreferences only(NoticeTopic topic, Choice choice) {
        return new NoticePreferences(Map.of(topic, choice), null);
    }

    @Test
    void every_member_is_told_once_and_reads_for_nobody_else() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        User kim = member(client, "kim", Role.VIEWER);
        DomainEvent booked = happens(client, EventName.MEETING_BOOKED, Map.of());
        tell(client);
        pass(Duration.ofMinutes(5));
        tell(client);

        assertThat(told(client, sam)).singleElement().satisfies(notice -> {
            assertThat(notice.topic()).isEqualTo(NoticeTopic.MEETING_ALERTS);
            assertThat(notice.link())
                    .isEqualTo("/api/v1/clients/" + client.id().text() + "/meetings/" + booked.aggregateId());
            assertThat(notice.createdAt()).isEqualTo(booked.occurredAt());
        });
        Notice kims = told(client, kim).getFirst();
        assertThat(keep().read(as(client, sam, Role.OWNER), kims.id()))
                .as("another's")
                .isFalse();
        assertThat(keep().read(as(client, kim, Role.VIEWER), kims.id())).isTrue();
        assertThat(keep().read(as(client, kim, Role.VIEWER), kims.id())).isTrue();
        assertThat(told(client, kim)).extracting(Notice::readAt).containsExactly(now.get());
        assertThat(told(client, sam)).extracting(Notice::readAt).containsOnlyNulls();
    }

    @Test // filter unread, severity; -created_at
    void notices_are_listed_newest_first_by_severity_and_whether_they_were_read() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        happens(client, EventName.DEAL_WON, Map.of());
        pass(Duration.ofSeconds(1));
        happens(client, EventName.OUTREACH_PAUSED, Map.of());
        pass(Duration.ofSeconds(1));
        happens(client, EventName.CAMPAIGN_PAUSED, Map.of());
        happens(client, EventName.TOUCH_SENT, Map.of());
        tell(client);
        TenantScope scope = as(client, sam, Role.OWNER);

        assertThat(told(client, sam))
                .extracting(Notice::topic, Notice::severity)
                .containsExactly(
                        tuple(NoticeTopic.CAMPAIGN_ALERTS, NoticeSeverity.WARNING),
                        tuple(NoticeTopic.SYSTEM_ALERTS, NoticeSeverity.CRITICAL),
                        tuple(NoticeTopic.CONVERSION_ALERTS, NoticeSeverity.INFO));
        Notice first = told(client, sam).getFirst();
        assertThat(keep().list(scope, ALL, new Notices.After(first.createdAt(), first.id()), 1))
                .extracting(Notice::severity)
                .containsExactly(NoticeSeverity.CRITICAL);
        assertThat(keep().list(scope, new Notices.Filter(false, Set.of(NoticeSeverity.INFO)), null, 50))
                .hasSize(1);
        keep().read(scope, first.id());
        assertThat(keep().list(scope, new Notices.Filter(true, Set.of()), null, 50))
                .hasSize(2);
        keep().readAll(scope);
        assertThat(keep().list(scope, new Notices.Filter(true, Set.of()), null, 50))
                .isEmpty();
    }

    @Test // lead_alerts(tiers[]), reply_alerts(tiers[]); approvals are for who may decide
    void a_person_is_told_what_they_wish_about_leads_of_the_tiers_that_they_wish() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        User kim = member(client, "kim", Role.VIEWER);
        assertThat(keep().change(
                                sam.id(),
                                only(
                                        NoticeTopic.REPLY_ALERTS,
                                        new Choice(false, true, false, false, Set.of(Tier.WARM)))))
                .isEmpty();
        assertThat(keep().change(
                                kim.id(),
                                only(NoticeTopic.MEETING_ALERTS, new Choice(true, false, false, false, Set.of()))))
                .isEmpty();
        happens(client, EventName.REPLY_CLASSIFIED, Map.of("lead_id", hot.text()));
        happens(client, EventName.MEETING_BOOKED, Map.of());
        happens(client, EventName.APPROVAL_REQUESTED, Map.of("lead", hot.text()));
        happens(client, EventName.APPROVAL_REQUESTED, Map.of("lead", hot.text()));
        tell(client);

        assertThat(told(client, sam))
                .extracting(Notice::topic)
                .containsExactlyInAnyOrder(NoticeTopic.MEETING_ALERTS, NoticeTopic.APPROVAL_REQUESTS);
        assertThat(told(client, kim)).extracting(Notice::topic).containsExactly(NoticeTopic.REPLY_ALERTS);
    }

    @Test // flows 1.7: a blocked run creates one notification per scope per day
    void members_are_told_once_a_day_for_each_scope_that_blocks_their_jobs() {
        Client client = client("Northlight");
        Client other = client("Bright Acre");
        User sam = member(client, "sam", Role.OWNER);
        User kim = member(other, "kim", Role.OWNER);
        Block credits = new Block(BreakerScope.CREDITS, "No credits left. New leads are paused.", null);
        Block vendor = new Block(BreakerScope.VENDOR, "apollo unavailable; retrying.", null);
        TellBlocks telling = new TellBlocks(
                () -> Stream.of(credits, vendor, credits)
                        .map(block -> new TellBlocks.Stopped(client.id(), block))
                        .toList(),
                notices(),
                wishes(),
                units(),
                now::get,
                UUID::randomUUID);

        telling.tell();
        pass(Duration.ofHours(1));
        telling.tell();

        assertThat(told(client, sam))
                .extracting(Notice::body)
                .containsExactlyInAnyOrder(credits.message(), vendor.message());
        assertThat(told(client, sam)).allSatisfy(notice -> {
            assertThat(notice.severity()).isEqualTo(NoticeSeverity.WARNING);
            assertThat(notice.link()).endsWith("/jobs?status=blocked");
        });
        pass(Duration.ofDays(1));
        telling.tell();
        assertThat(told(client, sam)).hasSize(4);
        assertThat(told(other, kim)).isEmpty();
    }

    @Test // CIS 11.6: the owner is told that learned weights were taken back, nobody that a run of learning is over
    void the_owner_is_told_that_learned_weights_were_taken_back() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        User kim = member(client, "kim", Role.ADMIN);
        happens(client, EventName.PATTERNS_LEARNED, Map.of("patterns_created", "4"));
        happens(client, EventName.PATTERNS_LEARNED, Map.of("patterns_created", "0", "weights_retired", "worse"));
        tell(client);
        assertThat(told(client, sam)).singleElement().satisfies(notice -> {
            assertThat(notice.title()).isEqualTo("Learned weights were taken back");
            assertThat(notice.severity()).isEqualTo(NoticeSeverity.WARNING);
        });
        assertThat(told(client, kim)).isEmpty();
    }

    @Test // sms only for critical; quiet_hours{start,end}
    void wishes_are_kept_whole_or_not_at_all() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        NoticePreferences wanted = new NoticePreferences(
                Map.of(NoticeTopic.SYSTEM_ALERTS, new Choice(true, true, false, true, Set.of())),
                new QuietHours(LocalTime.of(20, 0), LocalTime.of(7, 30)));

        assertThat(keep().preferences(sam.id())).isEqualTo(NoticePreferences.PLAIN);
        assertThat(keep().change(sam.id(), wanted)).isEmpty();
        assertThat(keep().preferences(sam.id())).isEqualTo(wanted);
        assertThat(keep().change(
                                sam.id(),
                                new NoticePreferences(
                                        Map.of(
                                                NoticeTopic.REPLY_ALERTS, new Choice(true, true, false, true, Set.of()),
                                                NoticeTopic.MEETING_ALERTS,
                                                        new Choice(true, true, false, false, Set.of(Tier.HOT))),
                                        null)))
                .containsExactly(
                        new KeepNotices.Refused(NoticeTopic.REPLY_ALERTS, KeepNotices.Fault.SMS_NOT_CRITICAL),
                        new KeepNotices.Refused(NoticeTopic.MEETING_ALERTS, KeepNotices.Fault.NO_TIERS));
        assertThat(keep().preferences(sam.id())).isEqualTo(wanted);
        assertThat(onPlatform(() -> wishes().listeners(client.id())))
                .containsExactly(
                        new Listener(sam.id(), Role.OWNER, wanted, sam.email(), ZoneId.of("Australia/Sydney")));
        keep().change(sam.id(), NoticePreferences.PLAIN);
        assertThat(keep().preferences(sam.id())).isEqualTo(NoticePreferences.PLAIN);
    }

    @Test // what is committed late is told all the same
    void what_happened_a_little_before_the_last_look_is_not_lost() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        pass(Duration.ofHours(2));
        tell(client);
        pass(Duration.ofSeconds(-30));
        happens(client, EventName.DEAL_WON, Map.of());
        pass(Duration.ofSeconds(40));
        tell(client);

        assertThat(told(client, sam)).hasSize(1);
    }

    private void mail(Client client) {
        new MailNotices(
                        notices(),
                        wishes(),
                        new MailNotices.Ports(
                                clients(), written::add, () -> Optional.of(URI.create("https://os.agency.example"))),
                        units(),
                        now::get,
                        UUID::randomUUID)
                .mail(client.id());
    }

    /** The letters to somebody since they were asked for last. */
    private List<AccountMail> letters(User user) {
        List<AccountMail> letters =
                written.stream().filter(mail -> mail.to().equals(user.email())).toList();
        written.removeAll(letters);
        return letters;
    }

    @Test // api 9.16: email; what came together is one letter, and it names nobody
    void who_wishes_letters_gets_one_of_all_that_came_and_the_next_a_quarter_of_an_hour_later() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        User kim = member(client, "kim", Role.OWNER);
        keep().change(kim.id(), only(NoticeTopic.MEETING_ALERTS, new Choice(false, true, false, false, Set.of())));
        happens(client, EventName.MEETING_BOOKED, Map.of());
        tell(client);
        mail(client);
        mail(client);

        assertThat(letters(sam)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).startsWith("A meeting was booked: Northlight");
            assertThat(letter.text())
                    .contains("https://os.agency.example/api/v1/clients/"
                            + client.id().text());
        });
        assertThat(letters(kim)).isEmpty();

        happens(client, EventName.DEAL_WON, Map.of());
        happens(client, EventName.MEETING_BOOKED, Map.of());
        tell(client);
        mail(client);
        assertThat(letters(sam)).as("not yet").isEmpty();
        pass(Duration.ofMinutes(16));
        mail(client);
        assertThat(letters(sam))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).startsWith("2 pieces of news"));
        assertThat(told(client, sam)).hasSize(3);
    }

    @Test // api 9.16: quiet_hours; in_app and email are wished apart
    void nobody_is_written_to_in_their_quiet_hours_and_a_letter_alone_is_shown_nowhere() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        LocalTime here = LocalTime.ofInstant(now.get(), ZoneId.of("Australia/Sydney"));
        keep().change(
                        sam.id(),
                        new NoticePreferences(
                                Map.of(NoticeTopic.CONVERSION_ALERTS, new Choice(true, false, false, false, Set.of())),
                                new QuietHours(here.minusHours(1), here.plusHours(2))));
        happens(client, EventName.DEAL_WON, Map.of());
        tell(client);
        mail(client);

        assertThat(told(client, sam)).isEmpty();
        assertThat(letters(sam)).isEmpty();
        pass(Duration.ofHours(2));
        mail(client);
        assertThat(letters(sam)).hasSize(1);
    }

    @Test // what is a day old is no news any more: a mail server that is set up today does not tell of last month
    void old_notices_are_not_written_of() {
        Client client = client("Northlight");
        User sam = member(client, "sam", Role.OWNER);
        happens(client, EventName.DEAL_WON, Map.of());
        tell(client);
        pass(Duration.ofHours(25));
        mail(client);

        assertThat(letters(sam)).isEmpty();
    }
}
