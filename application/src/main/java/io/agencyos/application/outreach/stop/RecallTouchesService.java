package io.agencyos.application.outreach.stop;

import io.agencyos.application.outreach.channel.EmailSender;
import io.agencyos.application.outreach.channel.EmailSenders;
import io.agencyos.application.outreach.channel.VoiceCaller;
import io.agencyos.application.outreach.engine.Engine;
import io.agencyos.application.outreach.engine.Setting;
import io.agencyos.application.outreach.phone.VoicePorts;
import io.agencyos.application.outreach.store.RecallBook;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.campaign.enrolment.EnrolmentState;
import io.agencyos.domain.campaign.enrolment.StopReason;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LeadStatus;
import io.agencyos.domain.outreach.calendar.Holidays;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.resource.Mailbox;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.contact.EmailAddress;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Read, asked and written down in three steps, so that no unit of work waits for a vendor. */
public final class RecallTouchesService implements RecallTouches {

    /** What has not left by then is stuck, and taken back by the vendor's own upkeep. Source: salesforge 5. */
    private static final Duration MAILS = Duration.ofHours(72);

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Engine engine;
    private final EmailSenders mails;
    private final VoicePorts voice;
    private final RecallBook book;

    public RecallTouchesService(Engine engine, EmailSenders mails, VoicePorts voice, RecallBook book) {
        this.engine = engine;
        this.mails = mails;
        this.voice = voice;
        this.book = book;
    }

    /** Whom a vendor must not write to, for good or as far as something waits, and the touches that say so. */
    private record Mail(EmailSender sender, EmailAddress address, boolean forGood) {}

    private record Talk(VoiceCaller caller, String ref) {}

    private record Found(Map<Mail, List<TouchId>> mails, Map<Talk, TouchId> talks, List<TouchId> nothing) {}

    @Override
    public Round recall(ClientId client, int limit) {
        Holidays holidays = engine.holidays();
        Found found = engine.inTenant(client, () -> found(client, limit, holidays));
        List<TouchId> settled = new ArrayList<>(found.nothing());
        List<TouchId> again = new ArrayList<>();
        forbid(client, found, settled, again);
        found.mails().forEach((mail, touches) -> {
            if (!mail.forGood()) {
                (mail.sender().recall(client, mail.address()).isOk() ? settled : again).addAll(touches);
            }
        });
        found.talks()
                .forEach((talk, touch) ->
                        (talk.caller().hangUp(client, talk.ref()).isOk() ? settled : again).add(touch));
        engine.inTenant(client, () -> {
            Instant now = engine.clock().now();
            book.put(client, settled, RecallBook.State.SETTLED, now);
            book.put(client, again, RecallBook.State.ASKED, now.plus(AGAIN));
            return null;
        });
        return new Round(settled.size() - found.nothing().size(), again.size());
    }

    /** Everybody at once for each sender. */
    private static void forbid(ClientId client, Found found, List<TouchId> settled, List<TouchId> again) {
        Map<EmailSender, List<Mail>> bySender = found.mails().keySet().stream()
                .filter(Mail::forGood)
                .collect(Collectors.groupingBy(Mail::sender, LinkedHashMap::new, Collectors.toList()));
        bySender.forEach((sender, gone) -> {
            Result<Boolean, VendorFailure> told =
                    sender.suppress(client, gone.stream().map(Mail::address).toList());
            gone.forEach(mail -> (told.isOk() ? settled : again)
                    .addAll(Objects.requireNonNull(found.mails().get(mail))));
        });
    }

    private Found found(ClientId client, int limit, Holidays holidays) {
        Instant now = engine.clock().now();
        RecallBook.Since since =
                new RecallBook.Since(now.minus(MAILS), now.minus(voice.terms().overdue()));
        List<TouchId> due = book.due(client, since, now, limit);
        Found found = new Found(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        if (due.isEmpty()) {
            return found;
        }
        Setting setting = engine.setting(client, Setting.Hold.READ, holidays, now);
        Map<TouchId, Touch> touches = engine.stores().touches().findAll(client, due).stream()
                .collect(Collectors.toMap(Touch::id, Function.identity()));
        Map<EnrolmentId, Enrolment> runs = runs(client, touches);
        Set<LeadId> leftAlone = leftAlone(client, touches.values());
        due.forEach(id -> Optional.ofNullable(touches.get(id)).ifPresent(touch -> {
            boolean over = leftAlone.contains(touch.leadId())
                    || Optional.ofNullable(touch.enrolmentId())
                            .map(runs::get)
                            .filter(RecallTouchesService::isOver)
                            .isPresent();
            if (touch.kind().channel() == Channel.EMAIL) {
                mail(touch, over, setting)
                        .ifPresentOrElse(
                                mail -> found.mails()
                                        .computeIfAbsent(mail, first -> new ArrayList<>())
                                        .add(id),
                                () -> found.nothing().add(id));
            } else if (over || isSwitchedOff(touch, setting)) {
                talk(touch, setting)
                        .ifPresentOrElse(
                                talk -> found.talks().put(talk, id),
                                () -> found.nothing().add(id));
            }
        }));
        return found;
    }

    private Map<EnrolmentId, Enrolment> runs(ClientId client, Map<TouchId, Touch> touches) {
        List<EnrolmentId> ids = touches.values().stream()
                .map(Touch::enrolmentId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<EnrolmentId, Enrolment> runs = new HashMap<>();
        engine.stores().enrolments().findAll(client, ids).forEach(run -> runs.put(run.id(), run));
        return runs;
    }

    /** Those who opted out after their run was over: no run says so of them. */
    private Set<LeadId> leftAlone(ClientId client, Collection<Touch> touches) {
        List<LeadId> leads = touches.stream().map(Touch::leadId).distinct().toList();
        return engine.world().leads().leads().findAll(client, leads).stream()
                .filter(lead -> lead.status() == LeadStatus.UNSUBSCRIBED)
                .map(Lead::id)
                .collect(Collectors.toSet());
    }

    private Optional<Mail> mail(Touch touch, boolean over, Setting setting) {
        Optional<Mailbox> mailbox = setting.mailbox(touch.resourceId());
        Optional<EmailAddress> to = Optional.ofNullable(touch.recipient())
                .flatMap(recipient -> EmailAddress.parse(recipient).toOptional());
        return mailbox.flatMap(from -> to.map(address -> new Mail(mails.of(from), address, over)));
    }

    private static boolean isOver(Enrolment run) {
        return run.state() == EnrolmentState.STOPPED
                && Optional.ofNullable(run.stopReason())
                        .flatMap(StopReason::parse)
                        .filter(StopReason::isForGood)
                        .isPresent();
    }

    /** Else whoever only answered, perhaps in this very call, talks on. */
    private static boolean isSwitchedOff(Touch touch, Setting setting) {
        return setting.switches().platform()
                || setting.switches().stops(Channel.VOICE, touch.vendor())
                || setting.client()
                        .map(Client::pause)
                        .filter(Client.Pause::hangUp)
                        .isPresent();
    }

    private Optional<Talk> talk(Touch touch, Setting setting) {
        return setting.numbers(voice.numbers()).stream()
                .filter(number -> number.id().equals(touch.resourceId()))
                .findFirst()
                .flatMap(number -> voice.lines().of(number))
                .flatMap(line -> Optional.ofNullable(touch.vendorRef()).map(ref -> new Talk(line.caller(), ref)));
    }
}
