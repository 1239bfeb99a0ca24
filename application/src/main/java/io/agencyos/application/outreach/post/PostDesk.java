package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.engine.SenderDesk;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.store.PostAccount;
import io.agencyos.application.outreach.store.Quotas;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.outreach.gate.GateFacts;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.QuotaMetric;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.ResourceId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The one account by which a client posts: so many pieces a day, and no more than the month's budget. Source: outreach 7, 12. */
public final class PostDesk implements SenderDesk {

    private final PostAccount account;
    private final Optional<String> vendor;
    private final Setting setting;

    PostDesk(PostAccount account, Optional<String> vendor, Setting setting) {
        this.account = account;
        this.vendor = vendor;
        this.setting = setting;
    }

    /** The account as a sender. */
    public static ResourceId sender(ClientId client) {
        return new ResourceId(named(client, "post"));
    }

    private static UUID named(ClientId client, String what) {
        return UUID.nameUUIDFromBytes((client.text() + "|" + what).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean any() {
        return vendor.isPresent() && account.posts();
    }

    @Override
    public List<Quotas.Counter> counters() {
        return bounds().stream().map(Quotas.Bound::counter).toList();
    }

    @Override
    public Optional<ResourceId> kept(Enrolment enrolment) {
        return Optional.empty();
    }

    @Override
    public Optional<ResourceId> pick(Taken taken, Predicate<ResourceId> among) {
        return Optional.of(sender(setting.id())).filter(one -> any() && left(taken) && among.test(one));
    }

    private boolean left(Taken taken) {
        return bounds().stream().allMatch(bound -> taken.of(bound.counter()) < bound.limit());
    }

    @Override
    public Optional<String> vendor(ResourceId sender) {
        return vendor;
    }

    @Override
    public GateFacts.Sender standing(Optional<ResourceId> sender) {
        return new GateFacts.Sender(any(), GateFacts.Sender.Standing.HEALTHY, true, false);
    }

    @Override
    public Room room(Touch touch, ResourceId sender, Taken taken) {
        return Room.of(left(taken));
    }

    @Override
    public List<Quotas.Bound> bounds(Touch touch, ResourceId sender) {
        return bounds();
    }

    private List<Quotas.Bound> bounds() {
        List<Quotas.Bound> bounds = new ArrayList<>();
        bounds.add(new Quotas.Bound(
                new Quotas.Counter(sender(setting.id()).value(), QuotaMetric.MAIL, midnight(today())),
                PostAccount.PIECES_A_DAY));
        Integer letters = account.lettersAMonth();
        if (letters != null) {
            bounds.add(new Quotas.Bound(month(), letters));
        }
        return bounds;
    }

    /** Named apart from the day's: on the first of a month both begin at the same instant. */
    private Quotas.Counter month() {
        return new Quotas.Counter(
                named(setting.id(), "post budget"), QuotaMetric.MAIL, midnight(today().withDayOfMonth(1)));
    }

    @Override
    public boolean current(Quotas.Counter counter, Instant today) {
        return counter.periodStart().equals(today) || counter.equals(month());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(setting.now(), setting.zone());
    }

    private Instant midnight(LocalDate date) {
        return date.atStartOfDay(setting.zone()).toInstant();
    }
}
