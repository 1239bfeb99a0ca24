package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.application.outreach.store.Touches.Act;
import io.agencyos.domain.outreach.touch.Touch;
import io.agencyos.domain.outreach.touch.TouchOrigin;
import io.agencyos.domain.outreach.touch.TouchState;
import io.agencyos.domain.shared.Channel;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.contact.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What senders did lately, or are just doing, read from touches. */
final class SenderActs {

    private static final Set<TouchState> ON_THEIR_WAY = Set.of(TouchState.QUEUED, TouchState.DISPATCHING);
    private static final Set<TouchState> OUT = Set.of(TouchState.UNKNOWN, TouchState.SENT, TouchState.ABANDONED);

    private SenderActs() {}

    static List<Act> of(Stream<Touch> touches, Channel channel, Instant since) {
        return touches.filter(touch -> ON_THEIR_WAY.contains(touch.state()) || OUT.contains(touch.state()))
                .filter(touch -> touch.kind().channel() == channel && touch.resourceId() != null)
                .map(touch -> new Act(
                        Objects.requireNonNull(touch.resourceId()),
                        ON_THEIR_WAY.contains(touch.state()),
                        touch.sentAt() == null ? touch.scheduledAt() : touch.sentAt()))
                .filter(act -> act.inFlight() || !act.at().isBefore(since))
                .toList();
    }

    /** To which domains e-mails of sequences went, or may have, since then; those on their way included. */
    static Map<DomainName, Integer> reached(Stream<Touch> touches, Instant since) {
        return touches.filter(touch -> ON_THEIR_WAY.contains(touch.state())
                        || OUT.contains(touch.state())
                                && !(touch.sentAt() == null ? touch.scheduledAt() : touch.sentAt()).isBefore(since))
                .filter(touch -> touch.kind().channel() == Channel.EMAIL
                        && touch.origin() != TouchOrigin.REPLY
                        && touch.recipient() != null)
                .collect(Collectors.toMap(
                        touch -> new EmailAddress(Objects.requireNonNull(touch.recipient())).domain(),
                        touch -> 1,
                        Integer::sum));
    }
}
