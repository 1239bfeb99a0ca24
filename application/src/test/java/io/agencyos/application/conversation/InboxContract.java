package io.agencyos.application.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.application.conversation.inbox.InboundEvent;
import io.agencyos.application.conversation.inbox.InboundMail;
import io.agencyos.application.conversation.inbox.MailEvent;
import io.agencyos.application.conversation.inbox.SyncCursors;
import io.agencyos.application.conversation.inbox.SyncCursors.Cursor;
import io.agencyos.application.conversation.inbox.SyncCursors.Source;
import io.agencyos.application.conversation.inbox.WebhookInbox;
import io.agencyos.application.conversation.inbox.WebhookInbox.Arrival;
import io.agencyos.application.conversation.inbox.WebhookInbox.Claimed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Content;
import io.agencyos.application.conversation.inbox.WebhookInbox.Entry;
import io.agencyos.application.conversation.inbox.WebhookInbox.Feed;
import io.agencyos.application.conversation.inbox.WebhookInbox.Key;
import io.agencyos.application.conversation.inbox.WebhookInbox.State;
import io.agencyos.application.conversation.inbox.WebhookInbox.Verdict;
import io.agencyos.application.outreach.channel.PostSender;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.ScopeViolation;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.application.testing.Leadbook;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.outreach.NonDelivery;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.resource.seat.SeatSignal;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.id.ClientId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The inbox and the cursors, whatever keeps them. Source: api 10.1, outreach 15. */
public abstract class InboxContract {

    private static final Instant NOW = Leadbook.MONDAY;
    private static final Instant LEASE = NOW.plus(Duration.ofMinutes(2));
    private static final ChannelEvent.About TEXT =
            new ChannelEvent.About(Channel.SMS, "ref-3", "aos1-3", "+61491570110", null);
    private static final MailEvent.About ABOUT = new MailEvent.About(
            "<a@b.example>",
            "ref-1",
            "aos1-key",
            Leadbook.email("sam@northlight.example"),
            Leadbook.email("Priya+x@harbourlane.example"));

    private final ClientId client = new ClientId(UUID.randomUUID());
    private final Feed feed = new Feed("fake-mail", client);

    protected abstract UnitOfWork units();

    protected abstract WebhookInbox inbox();

    protected abstract SyncCursors cursors();

    /** Takes everything that other tests left behind, so that a claim sees only what this test stores. */
    protected abstract void emptyInbox();

    @Test // api 10.1, salesforge 11 rows 26, 28: webhook and poll meet in one record
    void an_event_is_kept_once_whatever_the_way_and_however_often() {
        Arrival first = arrival("e1", NOW);
        assertThat(store(first, arrival("e2", NOW), first)).extracting(Key::key).containsExactlyInAnyOrder("e1", "e2");
        assertThat(store(first, arrival("e3", NOW))).extracting(Key::key).containsExactly("e3");
        assertThat(store()).isEmpty();
        Feed other = new Feed("fake-mail", new ClientId(UUID.randomUUID()));
        assertThat(store(new Arrival(new Key(other, "e1"), NOW, new Content.Event(event("e1")))))
                .hasSize(1);
    }

    @Test // api 5: above 2 000/min stored but processed with lower priority
    void what_yields_is_taken_behind_all_others() {
        emptyInbox();
        store(
                Arrival.pushed(new Key(feed, "flood"), NOW, new Content.Event(event("flood")), true),
                arrival("later", NOW.plusSeconds(5)),
                arrival("first", NOW));
        Instant then = NOW.plusSeconds(10);

        assertThat(units().onPlatform(() -> inbox().claim(null, then, LEASE, 10)))
                .extracting(claimed -> claimed.key().key())
                .containsExactly("first", "later", "flood");
    }

    @Test
    void every_kind_of_event_comes_out_as_it_went_in() {
        emptyInbox();
        InboundMail mail = new InboundMail(
                "m1",
                Leadbook.email("sam@northlight.example"),
                Leadbook.email("priya@harbourlane.example"),
                null,
                "Re: hällo",
                "Ja – gern 😀",
                NOW,
                List.of("<a@b.example>", "ref"),
                "thread-1",
                true,
                null);
        List<InboundEvent> events = List.of(
                new MailEvent.Sent("k1", NOW, ABOUT, "ref-2"),
                new MailEvent.Delivered("k2", NOW, ABOUT),
                new MailEvent.Opened("k3", NOW, ABOUT, null),
                new MailEvent.Clicked("k4", NOW, ABOUT, "https://x.example", "Firefox"),
                new MailEvent.Bounced("k5", NOW, ABOUT, MailEvent.BounceClass.SOFT, "452 full"),
                new MailEvent.Complained("k6", NOW, ABOUT),
                new MailEvent.OptedOut("k7", NOW, new MailEvent.About(null, null, null, null, null)),
                new MailEvent.Dropped("k8", NOW, ABOUT, "too late"),
                new MailEvent.Received(mail),
                new MailEvent.ReplyNotice("k9", NOW, Leadbook.email("priya@harbourlane.example")),
                new MailEvent.Noted("k10", NOW, "label_changed"),
                new ChannelEvent.Sent("k11", NOW, TEXT),
                new ChannelEvent.Delivered("k12", NOW, TEXT),
                new ChannelEvent.Undelivered("k13", NOW, TEXT, NonDelivery.ABSENT, true),
                new ChannelEvent.Received("k14", NOW, TEXT, "Priya", "Thursday works", null),
                new ChannelEvent.OptedOut("k15", NOW, TEXT, "STOP"),
                new ChannelEvent.Noted("k16", NOW, TEXT, "unknown_status"),
                new ChannelEvent.OwnMessage("k17", NOW, TEXT, "Hi Priya", "ch_9"),
                new ChannelEvent.Connected("k18", ChannelEvent.UNTOLD, TEXT, "priya-raman-example"),
                new ChannelEvent.SeatChanged("k19", NOW, TEXT, SeatSignal.CREDENTIALS_REQUIRED),
                new ChannelEvent.SeatLinked("k20", NOW, TEXT, "token"),
                new ChannelEvent.CallOver("k21", NOW, TEXT),
                new ChannelEvent.CallReported(
                        "k22",
                        NOW,
                        TEXT,
                        new CallReport(
                                CallOutcome.ANSWERED,
                                Optional.empty(),
                                121,
                                new BigDecimal("0.1912"),
                                Optional.of("AI: Hi"),
                                Optional.empty(),
                                true)),
                new ChannelEvent.CallErased("k23", NOW, TEXT),
                new ChannelEvent.PieceMoved("k24", NOW, TEXT, PostSender.State.RETURNED));
        store(events.stream()
                .map(event -> new Arrival(new Key(feed, event.key()), NOW, new Content.Event(event)))
                .toArray(Arrival[]::new));

        assertThat(claim(NOW, 100)).extracting(Claimed::event).containsExactlyInAnyOrderElementsOf(events);
    }

    @Test // vapi 6: what is told depends on it
    void where_events_stand_is_known_of_those_that_are() {
        Key ours = new Key(feed, "here");
        store(arrival("here", NOW));
        assertThat(units().onPlatform(() -> inbox().states(List.of(ours, new Key(feed, "nowhere")))))
                .containsOnly(Map.entry(ours, WebhookInbox.State.RECEIVED));
    }

    @Test // api 10.1 step 6
    void one_clients_events_are_taken_without_the_others() {
        emptyInbox();
        Feed other = new Feed("fake-mail", new ClientId(UUID.randomUUID()));
        store(arrival("ours", NOW), new Arrival(new Key(other, "theirs"), NOW, new Content.Event(event("theirs"))));
        assertThat(units().onPlatform(() -> inbox().claim(feed.client(), NOW, LEASE, 10)))
                .extracting(taken -> taken.key().key())
                .containsExactly("ours");
        assertThat(claim(NOW, 10)).extracting(taken -> taken.key().key()).containsExactly("theirs");
    }

    @Test // vapi 6: whoever waits for an event does not wait for those before it
    void events_that_are_named_are_taken_alone_and_once() {
        emptyInbox();
        store(arrival("before", NOW), arrival("asked", NOW), arrival("not due", NOW.plusSeconds(9)));
        List<Key> named = List.of(new Key(feed, "asked"), new Key(feed, "not due"), new Key(feed, "nowhere"));
        assertThat(units().onPlatform(() -> inbox().claim(named, NOW, LEASE)))
                .extracting(taken -> taken.key().key())
                .containsExactly("asked");
        assertThat(units().onPlatform(() -> inbox().claim(named, NOW, LEASE))).isEmpty();
        assertThat(claim(NOW, 10)).extracting(taken -> taken.key().key()).containsExactly("before");
    }

    @Test // api 10.1 step 6
    void what_is_due_is_taken_earliest_first_and_by_one_worker_only() {
        emptyInbox();
        store(arrival("late", NOW.plusSeconds(2)), arrival("early", NOW), arrival("later", NOW.plusSeconds(9)));
        assertThat(claim(NOW.plusSeconds(5), 1))
                .extracting(taken -> taken.key().key())
                .containsExactly("early");
        assertThat(claim(NOW.plusSeconds(5), 10))
                .extracting(taken -> taken.key().key())
                .containsExactly("late");
        assertThat(claim(NOW.plusSeconds(5), 10)).isEmpty();
    }

    @Test
    void a_holder_that_gives_no_sign_loses_its_event_and_may_no_longer_settle_it() {
        emptyInbox();
        store(arrival("e1", NOW));
        Claimed first = claim(NOW, 10).getFirst();
        assertThat(claim(LEASE.minusSeconds(1), 10)).isEmpty();
        Claimed second = claim(LEASE, 10).getFirst();
        assertThat(second.attempts()).isEqualTo(2);

        assertThatThrownBy(() -> settle(verdict(first, State.DONE, null))).isInstanceOf(ConcurrentUpdate.class);
        settle(verdict(second, State.DONE, null));
        assertThatThrownBy(() -> settle(verdict(second, State.DONE, null))).isInstanceOf(ConcurrentUpdate.class);
        assertThat(list(State.DONE)).extracting(Entry::attempts).containsExactly(2);
    }

    @Test
    void one_lost_claim_refuses_all_verdicts_of_a_batch() {
        emptyInbox();
        store(arrival("e1", NOW), arrival("e2", NOW));
        List<Claimed> first = claim(NOW, 10);
        settle(verdict(first.getFirst(), State.DONE, null));
        assertThatThrownBy(() ->
                        settle(verdict(first.getLast(), State.DONE, null), verdict(first.getFirst(), State.DONE, null)))
                .isInstanceOf(ConcurrentUpdate.class);
        assertThat(list(State.PROCESSING)).hasSize(1);
    }

    @Test // api 10.1: dead + replayable
    void what_is_put_off_comes_again_what_is_dead_only_when_replayed() {
        emptyInbox();
        store(arrival("e1", NOW), arrival("e2", NOW));
        List<Claimed> taken = claim(NOW, 10);
        settle(
                verdict(taken.getFirst(), State.UNMATCHED, NOW.plusSeconds(10)),
                verdict(taken.getLast(), State.DEAD, null));

        assertThat(claim(NOW.plusSeconds(9), 10)).isEmpty();
        assertThat(claim(NOW.plusSeconds(10), 10)).extracting(Claimed::attempts).containsExactly(2);
        assertThat(list(State.DEAD)).extracting(Entry::error).containsExactly("because");
        Key dead = taken.getLast().key();
        assertThat(replay(dead)).isTrue();
        assertThat(replay(dead)).isFalse();
        assertThat(claim(NOW, 10)).extracting(Claimed::key).containsExactly(dead);
    }

    @Test // api 10.1: unknown types are ignored, what cannot be read is dead; both are kept
    void what_nobody_understands_is_kept_and_never_taken() {
        emptyInbox();
        byte[] body = "{".getBytes(StandardCharsets.UTF_8);
        Key unreadable = new Key(feed, "u1");
        store(
                new Arrival(unreadable, NOW, new Content.Unreadable(body, "not JSON")),
                new Arrival(new Key(feed, "u2"), NOW, new Content.Unknown(body)));

        assertThat(claim(NOW.plusSeconds(60), 10)).isEmpty();
        assertThat(list(State.DEAD)).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("unreadable");
            assertThat(entry.error()).isEqualTo("not JSON");
        });
        assertThat(list(State.IGNORED)).extracting(Entry::type).containsExactly("unknown");
        assertThat(replay(unreadable)).isFalse();
    }

    @Test
    void a_client_lists_its_own_events_newest_first() {
        store(arrival("e1", NOW), arrival("e2", NOW.plusSeconds(1)), arrival("e3", NOW.plusSeconds(2)));
        Feed other = new Feed("fake-mail", new ClientId(UUID.randomUUID()));
        store(new Arrival(new Key(other, "e4"), NOW, new Content.Event(event("e4"))));

        assertThat(list(State.RECEIVED)).extracting(entry -> entry.key().key()).containsExactly("e3", "e2", "e1");
        assertThat(units().onPlatform(() -> inbox().list(client, State.RECEIVED, 2)))
                .hasSize(2);
    }

    @Test // outreach 6.6: alert where an opt-out takes longer than five minutes
    void what_may_be_an_opt_out_and_had_no_effect_yet_is_told_by_client() {
        emptyInbox();
        MailEvent.OptedOut first = new MailEvent.OptedOut("o1", NOW, ABOUT);
        MailEvent.OptedOut second = new MailEvent.OptedOut("o2", NOW, ABOUT);
        store(
                new Arrival(key("o1"), NOW, new Content.Event(first)),
                new Arrival(key("o2"), NOW.plusSeconds(1), new Content.Event(second)),
                arrival("delivered", NOW));

        assertThat(waiting(NOW)).isNull();
        assertThat(waiting(NOW.plusSeconds(1))).isEqualTo(new WebhookInbox.Waiting(1, NOW));
        assertThat(waiting(NOW.plusSeconds(9))).isEqualTo(new WebhookInbox.Waiting(2, NOW));

        List<Claimed> held = claim(NOW.plusSeconds(1), 10).stream()
                .filter(claimed -> claimed.event() instanceof MailEvent.OptedOut)
                .toList();
        assertThat(waiting(NOW.plusSeconds(9))).as("being read").isEqualTo(new WebhookInbox.Waiting(2, NOW));
        settle(verdict(held.getFirst(), State.DONE, null), verdict(held.getLast(), State.DEAD, null));
        assertThat(waiting(NOW.plusSeconds(9)))
                .as("what was given up has no effect either")
                .isEqualTo(new WebhookInbox.Waiting(1, NOW.plusSeconds(1)));
    }

    private WebhookInbox.@Nullable Waiting waiting(Instant before) {
        return units().onPlatform(() -> inbox().waiting(Set.of("unsubscribed"), before))
                .get(client);
    }

    @Test // data model 7: payload nulled after 30 days, row removed after 180 (unmatched 90)
    void what_is_over_is_emptied_after_thirty_days_and_removed_later() {
        emptyInbox();
        swept(1_000, inbox()::removeOld);
        store(arrival("done", NOW), arrival("stray", NOW), arrival("dead", NOW), arrival("open", NOW));
        claim(NOW, 10)
                .forEach(one -> settle(
                        switch (one.key().key()) {
                            case "done" -> verdict(one, State.DONE, null);
                            case "stray" -> verdict(one, State.UNMATCHED, null);
                            case "dead" -> verdict(one, State.DEAD, null);
                            default -> verdict(one, State.UNMATCHED, NOW.plus(Duration.ofDays(400)));
                        }));

        assertThat(swept(30, inbox()::emptyOld)).as("not yet past thirty days").isZero();
        assertThat(swept(31, inbox()::emptyOld)).isEqualTo(3);
        assertThat(swept(31, inbox()::emptyOld)).isZero();
        assertThat(replay(key("dead"))).as("nothing is left to repeat").isFalse();
        assertThat(list(State.DEAD)).as("but it is known").hasSize(1);

        assertThat(swept(91, inbox()::removeOld)).isEqualTo(1);
        assertThat(list(State.UNMATCHED)).extracting(entry -> entry.key().key()).containsExactly("open");
        assertThat(swept(181, inbox()::removeOld)).isEqualTo(2);
        assertThat(list(State.DONE)).isEmpty();
        assertThat(swept(300, inbox()::removeOld))
                .as("what is still to be done stays")
                .isZero();
        assertThat(store(arrival("open", NOW))).isEmpty();
    }

    private int swept(int daysLater, BiFunction<Instant, Integer, Integer> sweep) {
        return units().<Integer>onPlatform(() -> sweep.apply(NOW.plus(Duration.ofDays(daysLater)), 100));
    }

    @Test // data model 2: class P, worker
    void members_never_see_the_inbox() {
        store(arrival("e1", NOW));
        TenantScope member = new TenantScope(client, null, Role.ADMIN);
        assertThatThrownBy(() -> units().inTenant(member, () -> inbox().list(client, State.RECEIVED, 10)))
                .isInstanceOf(ScopeViolation.class);
    }

    @Test // outreach 15: the cursor moves only when all is stored
    void a_cursor_stands_where_it_was_when_its_source_fails() {
        Source source = new Source(client, "fake-mail", "");
        assertThat(find(source)).isEmpty();
        inTenant(() -> cursors().fail(source, "down", NOW));
        assertThat(find(source)).contains(new Cursor(null, null, "down"));
        inTenant(() -> cursors().advance(source, "p1", NOW));
        assertThat(find(source)).contains(new Cursor("p1", NOW, null));
        inTenant(() -> cursors().fail(source, "down again", NOW.plusSeconds(60)));
        assertThat(find(source)).contains(new Cursor("p1", NOW, "down again"));
        inTenant(() -> cursors().advance(source, "p2", NOW.plusSeconds(120)));
        assertThat(find(source)).contains(new Cursor("p2", NOW.plusSeconds(120), null));
        assertThat(find(new Source(client, "fake-mail", "other"))).isEmpty();
    }

    private Optional<Cursor> find(Source source) {
        return units().inTenant(TenantScope.worker(client), () -> cursors().find(source));
    }

    private void inTenant(Runnable work) {
        units().inTenant(TenantScope.worker(client), work);
    }

    private Arrival arrival(String key, Instant at) {
        return new Arrival(new Key(feed, key), at, new Content.Event(event(key)));
    }

    private static MailEvent event(String key) {
        return new MailEvent.Delivered(key, NOW, ABOUT);
    }

    private static Verdict verdict(Claimed claimed, State state, @Nullable Instant next) {
        return new Verdict(claimed, state, next, state == State.DONE ? null : "because", NOW);
    }

    private Set<Key> store(Arrival... arrivals) {
        return units().onPlatform(() -> inbox().store(List.of(arrivals)));
    }

    private List<Claimed> claim(Instant now, int limit) {
        return units().onPlatform(() -> inbox().claim(null, now, LEASE, limit));
    }

    private void settle(Verdict... verdicts) {
        inTenant(() -> inbox().settle(List.of(verdicts)));
    }

    private List<Entry> list(State state) {
        return units().onPlatform(() -> inbox().list(client, state, 100));
    }

    private boolean replay(Key key) {
        return units().onPlatform(() -> inbox().replay(key, NOW));
    }

    @Test // api 9.17, 10.1: dead and unmatched events are looked for, replayed or discarded by staff
    void staff_finds_events_of_one_client_page_by_page_and_ends_or_repeats_them() {
        emptyInbox();
        store(arrival("d1", NOW), arrival("d2", NOW.plusSeconds(1)), arrival("d3", NOW.plusSeconds(1)));
        units().onPlatform(() -> inbox().settle(inbox().claim(client, NOW.plusSeconds(5), LEASE, 10).stream()
                .map(claimed -> new WebhookInbox.Verdict(claimed, State.UNMATCHED, null, "no message of ours", NOW))
                .toList()));
        WebhookInbox.Search search = new WebhookInbox.Search("fake-mail", Set.of(State.UNMATCHED), client);

        List<WebhookInbox.Entry> first = units().onPlatform(() -> inbox().search(search, null, 2));
        WebhookInbox.Entry last = first.getLast();
        List<WebhookInbox.Entry> second = units().onPlatform(
                        () -> inbox().search(search, new WebhookInbox.After(last.receivedAt(), last.key()), 2));
        assertThat(first).extracting(entry -> entry.key().key()).containsExactly("d2", "d3");
        assertThat(second).extracting(entry -> entry.key().key()).containsExactly("d1");

        assertThat(units().<Boolean>onPlatform(() -> inbox().discard(key("d2"), "spam", NOW)))
                .isTrue();
        assertThat(units().<Boolean>onPlatform(() -> inbox().discard(key("d2"), "spam", NOW)))
                .isFalse();
        assertThat(units().<Boolean>onPlatform(() -> inbox().replay(key("d3"), NOW)))
                .isTrue();
        assertThat(units().onPlatform(() -> inbox().search(search, null, 10)))
                .extracting(entry -> entry.key().key())
                .containsExactly("d1");
        assertThat(units().onPlatform(() ->
                        inbox().search(new WebhookInbox.Search(null, null, new ClientId(UUID.randomUUID())), null, 10)))
                .isEmpty();
    }

    private Key key(String of) {
        return new Key(feed, of);
    }
}
